/// Goes once over a paragraph's bytes and stops at every run of end marks.
///
/// On the way it keeps which quotes and brackets are open, so that no mark is looked at twice.
struct SentenceScan {
  private let end: Int
  private var at: Int
  private(set) var open: OpenMarks
  /// Whether a script was seen that has end marks of its own, for which only UAX #29 is asked.
  private(set) var hasForeignScript = false

  /// - Parameter content: a paragraph without white space at its ends.
  init(_ content: Range<Int>, _ bytes: Span<UInt8>) {
    end = content.upperBound
    at = content.lowerBound
    open = OpenMarks(start: content.lowerBound, first: content.lowerBound)
  }

  /// The next run of end marks that has something visible behind it; nil past the last.
  mutating func next(in bytes: Span<UInt8>) -> SentenceEnding? {
    while at < end {
      let byte = bytes[at]
      if byte & 0xFC == 0xD8, at + 1 < end {
        // Most of an Arabic text: U+0600 to U+06FF, of which U+061F and U+06D4 end sentences.
        let second = bytes[at + 1]
        if (second == 0x9F && byte == 0xD8) || (second == 0x94 && byte == 0xDB) {
          if let ending = ending(from: at, bytes) { return ending }
        } else {
          at += 2
        }
        continue
      }
      switch byte {
      case 0x20, 0x61...0x7A:
        at += 1
      case 0x2E, 0x21, 0x3F:
        if let ending = ending(from: at, bytes) { return ending }
      case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D:
        open.read(UInt32(byte), at: at)
        at += 1
      case 0xC2, 0xE2, 0xEF:
        let scalar = bytes.scalar(at: at)
        if isEndMark(scalar.value) {
          if let ending = ending(from: at, bytes) { return ending }
        } else {
          open.read(scalar.value, at: at)
          if isCompatibilityForm(scalar.value) { hasForeignScript = true }
          at += scalar.length
        }
      // Armenian, Syriac, N'Ko and what lies beyond Arabic, but for the blocks above.
      case 0xD6, 0xDC, 0xDF, 0xE0, 0xE1, 0xE3...0xEE, 0xF0...0xFF:
        hasForeignScript = true
        at += 1
      default:
        at += 1
      }
    }
    return nil
  }

  /// Goes on behind a sentence that ends at `offset`.
  mutating func beginSentence(at offset: Int, _ bytes: Span<UInt8>) {
    at = offset
    open = OpenMarks(start: offset, first: trimmed(offset..<end, in: bytes).lowerBound)
  }

  private mutating func ending(from start: Int, _ bytes: Span<UInt8>) -> SentenceEnding? {
    at = start
    while at < end, case let scalar = bytes.scalar(at: at), isEndMark(scalar.value) {
      at += scalar.length
    }
    let ending = SentenceEnding(marks: start..<at, open: open, to: end, bytes)
    return ending.next < end ? ending : nil
  }
}

/// The blocks of small and fullwidth forms, which have end marks.
private func isCompatibilityForm(_ scalar: UInt32) -> Bool {
  (0xFE50...0xFE6F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
}

/// Stops, question and exclamation marks of the scripts news is written in (UAX #29 has them as
/// ATerm and STerm), and the ellipsis, which is three stops to a typesetter.
func isEndMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x21, 0x2E, 0x3F, 0x061F, 0x06D4, 0x2026, 0x203C, 0x203D, 0x2047...0x2049: true
  default: false
  }
}
