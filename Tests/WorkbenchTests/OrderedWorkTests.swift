import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Workbench

@Suite struct OrderedWorkTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 7])
  func resultsComeInOrder(threads: Int) throws {
    var next = 0
    var results: [Int] = []
    try doInOrder(
      threads: threads,
      next: {
        next += 1
        return next <= 500 ? next : nil
      },
      work: { number in
        // The later pieces are often ready first.
        if number % 5 == 0 { usleep(1_000) }
        return number * number
      }, take: { results.append($0) })
    #expect(results == (1...500).map { $0 * $0 })
  }

  @Test func fewPiecesAreHeldAtATime() throws {
    var given = 0
    var taken = 0
    var held = 0
    try doInOrder(
      threads: 3,
      next: {
        given += 1
        held = max(held, given - taken)
        return given <= 300 ? given : nil
      }, work: { $0 }, take: { _ in taken += 1 })
    #expect(taken == 300)
    #expect(held <= 3 * 4 + 1)
  }

  @Test func errorsEndTheWork() {
    let done = Atomic<Int>(0)
    var given = 0
    #expect(throws: Stop.self) {
      try doInOrder(
        threads: 2,
        next: {
          given += 1
          return given
        },
        work: { number in
          done.add(1, ordering: .relaxed)
          return number
        }, take: { if $0 == 50 { throw Stop() } })
    }
    #expect(done.load(ordering: .relaxed) < 200)
    #expect(throws: Stop.self) {
      try doInOrder(
        threads: 2, next: { () throws -> Int? in throw Stop() }, work: { $0 }, take: { _ in })
    }
  }

  @Test(arguments: ["", "\n", "a", "a\n", "a\n\nb", "a\r\nb\n"])
  func linesOfAStream(text: String) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var stream = try LineStream(TextInput(path: url.path))
    var lines: [LineStream.Line] = []
    while let line = try stream.next() { lines.append(line) }
    var expected = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    if expected.last?.isEmpty == true { expected.removeLast() }
    #expect(lines == expected.map { .bytes(Array($0)) })
    let number = stream.number
    #expect(number == expected.count)
  }

  @Test func aLineTooLongIsPassedOver() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let long = String(repeating: "x", count: 300_000)
    try Data("a\n\(long)\nb\n\(long)".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var stream = try LineStream(TextInput(path: url.path), longestLine: 1_000)
    var lines: [LineStream.Line] = []
    while let line = try stream.next() { lines.append(line) }
    #expect(
      lines == [
        .bytes([0x61]), .tooLong(limit: 1_000), .bytes([0x62]), .tooLong(limit: 1_000),
      ])
  }
}
