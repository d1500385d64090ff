import Alignment
import Foundation
import TestSupport
import Testing
import Text

@testable import Workbench

@Suite struct ExternalEncoderTests {
  private let source: SegmentedText
  private let target: SegmentedText

  init() throws {
    source = try SegmentedText(name: "s", sentences: ["قال \"نعم\" \\", "ثم مضى"])
    target = try SegmentedText(name: "t", sentences: ["He said\u{1}", "Left", "Home"])
  }

  private func rows(
    _ command: String, timeout: Double = 20
  ) throws -> (source: [Float], target: [Float]) {
    let vectors = try ExternalEncoder(command: command, timeout: timeout)
      .vectors(of: source, target, progress: nil)
    var rows: ([Float], [Float]) = ([], [])
    vectors.write([0..<1, 1..<2], of: .source, into: &rows.0)
    vectors.write([0..<1, 1..<2, 2..<3], of: .target, into: &rows.1)
    return rows
  }

  /// `awk` gives each line's number as a vector.
  @Test func aLineForASentence() throws {
    let rows = try rows("awk '{ print \"[\" NR \", 0]\" }'")
    #expect(rows.source == [1, 0, 1, 0])
    #expect(rows.target == [1, 0, 1, 0, 1, 0])
    let signs = try self.rows("awk '{ print \"[0,\", (NR > 2 ? \"-2.5e1\" : \"1\") \"]\" }'")
    #expect(signs.source == [0, 1, 0, 1])
    #expect(signs.target == [0, -1, 0, -1, 0, -1])
  }

  @Test func sentencesComeAsJSONStrings() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try rows("tee '\(file.path)' | sed 's/.*/[1]/'")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let sentences = try lines.map {
      try JSONDecoder().decode(String.self, from: Data($0.utf8))
    }
    #expect(sentences == ["قال \"نعم\" \\", "ثم مضى", "He said\u{1}", "Left", "Home"])
  }

  @Test func aBlockIsTheDirectionOfItsSentences() throws {
    let vectors = SentenceVectors(dimensions: 2, source: [1, 0, 0, 1, -1, 0], target: [])
    var rows: [Float] = [9]
    vectors.write([0..<2, 0..<1, 0..<3], of: .source, into: &rows)
    let half = Float(0.5).squareRoot()
    #expect(rows.count == 6)
    #expect(abs(rows[0] - half) < 1e-6 && abs(rows[1] - half) < 1e-6)
    #expect(rows[2...] == [1, 0, 0, 1])
  }

  @Test(arguments: [
    ("exit 3", EncoderError.failed(status: 3, vectors: 0, sentences: 5)),
    ("echo '[1]'; echo '[1]'; exit 1", .failed(status: 1, vectors: 2, sentences: 5)),
    ("sed 's/.*/[1]/'; exit 7", .failed(status: 7, vectors: 5, sentences: 5)),
    ("no-such-program-at-all 2>/dev/null", .failed(status: 127, vectors: 0, sentences: 5)),
    ("echo '[1]'; kill -9 $$", .killed(signal: 9, vectors: 1, sentences: 5)),
    ("true", .tooFew(vectors: 0, sentences: 5)),
    ("head -n 2 | sed 's/.*/[1]/'", .tooFew(vectors: 2, sentences: 5)),
    ("exec <&-; echo '[1]'", .tooFew(vectors: 1, sentences: 5)),
    ("sed 's/.*/[1]/'; echo '[1]'", .tooMany(sentences: 5)),
    ("cat", .notAVector(line: 1)),
    ("yes '['", .notAVector(line: 1)),
    ("sed 's/.*/[1]/; 3s/.*/[1,]/'", .notAVector(line: 3)),
    ("sed 's/.*/[1] [1]/'", .notAVector(line: 1)),
    ("sed 's/.*/[]/'", .notAVector(line: 1)),
    ("sed 's/.*/[0x10]/'", .notAVector(line: 1)),
    ("sed 's/.*/[1, [2]]/'", .notAVector(line: 1)),
    ("tr '\\n' ' ' < /dev/zero", .notAVector(line: 1)),
    ("sed 's/.*/[1]/; 4s/.*/[1, 2]/'", .dimensions(line: 4, count: 2, expected: 1)),
    ("sed 's/.*/[1, NaN]/'", .notFinite(line: 1)),
    ("sed 's/.*/[1e99, 0]/'", .notFinite(line: 1)),
    ("sed 's/.*/[0, 0.0]/'", .zeroVector(line: 1)),
  ])
  func whatGoesWrongIsSaid(command: String, error: EncoderError) {
    #expect(throws: error) { try rows(command) }
  }

  @Test func aCommandThatHangsIsEnded() throws {
    let start = ContinuousClock.now
    #expect(throws: EncoderError.hangs(seconds: 0.3, vectors: 0, sentences: 5)) {
      try rows("sleep 1000", timeout: 0.3)
    }
    #expect(throws: EncoderError.hangs(seconds: 0.3, vectors: 5, sentences: 5)) {
      try rows("sed 's/.*/[1]/'; exec >&-; sleep 1000", timeout: 0.3)
    }
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  /// Far more than a pipe holds, both by a program that answers at once and by one that reads all
  /// before it writes.
  @Test(arguments: ["cat", "sort"])
  func fullPipesStopNobody(first: String) throws {
    let many = try SegmentedText(
      name: "m", sentences: (0..<20_000).map { "sentence number \($0) with some words in it" })
    let vectors = try ExternalEncoder(
      command: "\(first) | sed 's/.*/[0.25, 0.5, 0.125, 0.75, 0.5, 0.5, 0.5]/'"
    ).vectors(of: many, target, progress: nil)
    #expect(vectors.dimensions == 7)
  }

  @Test func noProcessIsLeftBehind() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: EncoderError.self) {
      try rows("sleep 1000 & echo $! $$ > '\(file.path)'; wait", timeout: 0.3)
    }
    let ids = try String(contentsOf: file, encoding: .utf8).split { $0 == " " || $0 == "\n" }
    try #require(ids.count == 2)
    for id in ids.compactMap({ Int32(String($0)) }) {
      // The kill is sent, but the grandchild's end is its new parent's to notice.
      var isThere = true
      for _ in 0..<100 where isThere {
        isThere = kill(id, 0) == 0 && !isZombie(id)
        if isThere { usleep(10_000) }
      }
      #expect(!isThere)
    }
  }

  /// A zombie that is not ours is the system's.
  private func isZombie(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return status.contains(") Z ")
  }

  @Test func anyOutputIsReadOrRefused() {
    var generator = Generator(seed: 15)
    let pieces = ["[", "]", ",", "1", "-", ".5", "e", "\n", " ", "NaN", "x", "\"", "1e400", "\r"]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0..<25, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      var reader = VectorReader(sentences: 2)
      do {
        try reader.read(Array(text.utf8).span)
        try reader.finish()
        #expect(reader.values.count == 2 * reader.dimensions)
        #expect(reader.values.allSatisfy { $0.isFinite })
      } catch {}
    }
  }
}
