/// Writes SentencePiece vocabularies for tests.
enum VocabularyWriter {
  static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    var left = content.count
    while left > 0x7F {
      length.append(UInt8(left & 0x7F) | 0x80)
      left >>= 7
    }
    return [number << 3 | 2] + length + [UInt8(left)] + content
  }

  static func piece(_ text: String, _ score: Float = -1, type: UInt8 = 1) -> [UInt8] {
    let bits = score.bitPattern
    return field(
      1,
      field(1, Array(text.utf8)) + [2 << 3 | 5] + (0..<4).map { UInt8(bits >> (8 * $0) & 0xFF) }
        + [3 << 3, type])
  }

  static var map: [UInt8] { field(3, field(2, [4, 0, 0, 0, 0, 0, 0, 0, 0])) }

  static var controls: [UInt8] {
    piece("<unk>", 0, type: 2) + piece("<s>", 0, type: 3) + piece("</s>", 0, type: 3)
  }

  static let words = ["▁", "a", "ab", "abc", "b", "▁ab", "ق", "قا", "▁قال"]

  static var right: [UInt8] {
    words.reduce(controls) { $0 + piece($1) } + map
  }
}
