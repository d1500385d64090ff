/// Makes of a text what the encoder was trained on: no vowel marks, no invisible marks, ASCII digits.
///
/// Vowel marks break words into pieces the vocabulary knows little of, and it has no Arabic-Indic
/// digits at all. Bytes that are not UTF-8 become U+FFFD, so that all behind this is well-formed.
struct TextPreparation {
  /// Writes the prepared text over `output`; without `deletingMarks` it is only made well-formed.
  static func prepare(
    _ text: UnsafeBufferPointer<UInt8>, deletingMarks: Bool = true, into output: inout [UInt8]
  ) {
    output.removeAll(keepingCapacity: true)
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        output.append(byte)
        at += 1
        continue
      }
      let (scalar, length) = scalar(at: at, of: text)
      switch scalar {
      case 0xFFFD: output += [0xEF, 0xBF, 0xBD]
      case _ where !deletingMarks: for byte in text[at..<(at + length)] { output.append(byte) }
      case 0x0640, 0x064B...0x0652, 0x0670, 0x061C, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
        break
      case 0x0660...0x0669: output.append(UInt8(scalar - 0x0660) + UInt8(ascii: "0"))
      case 0x06F0...0x06F9: output.append(UInt8(scalar - 0x06F0) + UInt8(ascii: "0"))
      case 0x066A: output.append(UInt8(ascii: "%"))
      case 0x066B: output.append(UInt8(ascii: "."))
      case 0x066C: output.append(UInt8(ascii: ","))
      default: for byte in text[at..<(at + length)] { output.append(byte) }
      }
      at += length
    }
  }

  /// The scalar at a place and its bytes; U+FFFD for a maximal ill-formed part (Unicode 3.9, D93b).
  private static func scalar(
    at start: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32, length: Int) {
    let first = text[start]
    let count: Int
    var range: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, range) = (3, 0xA0...0xBF)
    case 0xED: (count, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, range) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, range) = (4, 0x80...0x8F)
    default: return (0xFFFD, 1)
    }
    var scalar = UInt32(first) & (0x7F >> UInt32(count))
    for index in 1..<count {
      guard start + index < text.count, range.contains(text[start + index]) else {
        return (0xFFFD, index)
      }
      scalar = scalar << 6 | UInt32(text[start + index] & 0x3F)
      range = 0x80...0xBF
    }
    return (scalar, count)
  }
}
