import Foundation
import TestSupport

@testable import Embedding

/// The model these tests need, where one is installed: `make test` sees to it.
enum InstalledModel {
  /// Why there is none; nil where there is.
  static let obstacle: String? = {
    do {
      _ = try encoder()
      return nil
    } catch {
      return "no sentence encoder is installed (\(error)); see 'dragoman model --help'"
    }
  }()

  static func encoder(
    imitatesPackage: Bool = false, kernel: Int32? = nil
  ) throws -> SentenceEncoder {
    try SentenceEncoder(
      modelAt: ModelLocation.path ?? "", imitatesPackage: imitatesPackage, kernel: kernel)
  }
}

/// Sentences, and what the Python package makes of them; `make-reference.py` wrote it.
struct Reference {
  let sentences: [String]
  let tokens: [[Int32]]
  let vectors: [Float]

  init() throws {
    let folder = "Tests/EmbeddingTests/Fixtures/"
    var sentences = try Repository.text(folder + "sentences.txt").split(separator: "\n").map {
      String($0)
    }
    // The last is long, so that it must be cut.
    let long = sentences.prefix(18).joined(separator: " ")
    sentences.append([long, long, long].joined(separator: " "))
    self.sentences = sentences
    tokens = try Repository.text(folder + "reference-tokens.txt").split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Int32($0) }
    }
    let array = try NumberArray(try Repository.bytes(folder + "reference.npy"))
    vectors = array.floats ?? []
  }
}

extension SentenceEncoder {
  /// Unit vectors of texts, one after another.
  func vectors(of texts: [String], threads: Int? = nil) throws -> [Float] {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for text in texts {
      let start = bytes.count
      bytes += text.utf8
      ranges.append(start..<bytes.count)
    }
    return try vectors(of: ranges, of: bytes.span, threads: threads)
  }
}

/// The cosine of row `i` of `a` and row `j` of `b`, rows of unit length.
func cosine(_ a: [Float], _ i: Int, _ b: [Float], _ j: Int) -> Float {
  let width = SentenceEncoder.dimensions
  return (0..<width).reduce(0) { $0 + a[i * width + $1] * b[j * width + $1] }
}
