import Archive
import Embedding

extension FuzzTarget {
  /// Runs a reader of files on any bytes; traps where a promise is broken.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .zip:
      unzip(bytes)
      unzip(Self.patched(Self.archive, with: bytes))
    case .array:
      if let array = try? NumberArray(bytes) {
        promise(array.bytes.count == array.shape.reduce(array.element.size, *))
        promise(array.floats == nil || array.element == .float32)
      }
    case .vocabulary: _ = try? VocabularyFile(bytes)
    case .tokens: tokenize(bytes)
    case .folding, .segmentation, .clitics, .numbers, .bidi, .romanization: break
    }
  }

  private func unzip(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(bytes) else { return }
    for member in archive.members {
      promise(
        !member.name.utf8.split(separator: UInt8(ascii: "/")).contains {
          $0.elementsEqual("..".utf8)
        })
      if let content = try? archive.read(member, limit: 1 << 16) {
        promise(content.count == member.size)
      }
    }
  }

  /// A right file with bytes changed, by pairs of a place and a value: made-up bytes alone seldom
  /// come to look like an archive.
  private static func patched(_ file: [UInt8], with bytes: [UInt8]) -> [UInt8] {
    var file = file
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      file[Int(bytes[index]) % file.count] = bytes[index + 1]
    }
    return file
  }

  /// Two members, one deflated and one stored.
  private static let archive: [UInt8] = {
    let digits = Array(
      """
      504b030414000000080000002100311557d01f0000003200000005000000612e7478742bcf482c51c82c\
      5628484cce4e4d5148cecf4d2d56c82f2dd15128c7210300504b0304140000000000000021000bf94356\
      0600000006000000010000006273746f726564504b0102140314000000080000002100311557d01f0000\
      0032000000050000000000000000000000800100000000612e747874504b010214031400000000000000\
      21000bf94356060000000600000001000000000000000000000080014200000062504b05060000000002\
      00020062000000670000000000
      """.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16) ?? 0
    }
  }()

  private func tokenize(_ bytes: [UInt8]) {
    guard let encoder = Self.encoder else { fatalError("no sentence encoder is installed") }
    let tokens = encoder.tokens(of: bytes)
    promise(tokens.count >= 3 && tokens.first == 1 && tokens.last == 2)
    promise(tokens.dropFirst().dropLast().allSatisfy { $0 == 0 || (6..<128_000).contains($0) })
  }

  private static let encoder = ModelLocation.path.flatMap { try? SentenceEncoder(modelAt: $0) }
}
