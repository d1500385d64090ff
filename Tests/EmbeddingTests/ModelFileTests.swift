import Foundation
import TestSupport
import Testing

@testable import Embedding

@Suite struct ModelFileTests {
  private static func model() -> [UInt8] {
    var builder = ModelFileBuilder()
    builder.add("floats", [Float(1), 2, 3])
    builder.add("bytes", Array("some bytes".utf8))
    builder.add("numbers", (0..<100).map { Int32($0) })
    return builder.finished()
  }

  /// Opens bytes as a model file.
  private func open(_ bytes: [UInt8]) throws -> ModelFile {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try ModelFile(url.path)
  }

  @Test func whatIsWrittenIsRead() throws {
    let bytes = Self.model()
    let file = try open(bytes)
    #expect(file.size == bytes.count)
    #expect(Array(try file.section("floats", of: Float.self, count: 3)) == [1, 2, 3])
    #expect(Array(try file.section("bytes", of: UInt8.self)) == Array("some bytes".utf8))
    #expect(Array(try file.section("numbers", of: Int32.self)) == Array(0..<100))
    for (name, count) in [("floats", 4), ("floats", 0), ("other", nil)] as [(String, Int?)] {
      #expect(throws: ModelFileError.damaged(path: file.path)) {
        try file.section(name, of: Float.self, count: count)
      }
    }
    #expect(throws: ModelFileError.self) { try file.section("bytes", of: Float.self) }
  }

  @Test func notAModel() throws {
    #expect(throws: ModelFileError.absent(path: "/nowhere/model")) {
      try ModelFile("/nowhere/model")
    }
    #expect(throws: ModelFileError.notAModel(path: "/")) { try ModelFile("/") }
    #expect(throws: ModelFileError.notAModel(path: "/dev/null")) { try ModelFile("/dev/null") }
    for bytes in [[], Array("DragoEnc".utf8), [UInt8](repeating: 0, count: 10_000)] {
      let error = #expect(throws: ModelFileError.self) { try open(bytes) }
      guard case .notAModel = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func otherVersion() throws {
    var bytes = Self.model()
    bytes[8] = 9
    let error = #expect(throws: ModelFileError.self) { try open(bytes) }
    guard case .wrongVersion(_, 9, ModelFile.version) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// Cut off anywhere, longer, or any one byte changed: it is found at once.
  @Test func damageIsFound() throws {
    let bytes = Self.model()
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: ModelFileError.self) { try open(Array(bytes[..<length])) }
    }
    #expect(throws: ModelFileError.self) { try open(bytes + [0]) }
    var generator = Generator(seed: 9)
    for index in Array(0..<160) + Array(4090..<bytes.count) + [1000, 3000] {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(throws: ModelFileError.self) { try open(damaged) }
    }
  }

  /// A file that is whole by its checksums and has the wrong sections is no encoder.
  @Test func wrongSections() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(Self.model()).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(throws: ModelFileError.damaged(path: url.path)) {
      try SentenceEncoder(modelAt: url.path)
    }
  }
}
