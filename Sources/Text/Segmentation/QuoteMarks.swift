/// Quotes and brackets, and whether one opens or closes where it stands.
///
/// Arabic news writes quotes in both orders, «…» and »…«, “…” and ”…“, so a mark's direction
/// comes from what is open before it.
enum QuoteMarks {
  /// Whether the mark at `offset` closes; nil where the scalar is no quote or bracket.
  ///
  /// - Parameter start: where the sentence begins.
  static func isClosing(
    _ scalar: UInt32, at offset: Int, from start: Int, bytes: Span<UInt8>
  ) -> Bool? {
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0xFD3E, 0x2019, 0x203A: return true
    case 0x28, 0x5B, 0x7B, 0xFD3F, 0x2018, 0x2039: return false
    case 0x22, 0x27:
      return count(scalar, from: start, to: offset, bytes) % 2 == 1
        || !isLetterNext(after: offset, bytes)
    // The usual closing marks also close what an earlier sentence opened.
    case 0xBB, 0x201D: return true
    case 0xAB, 0x201C:
      return count(partner(scalar), from: start, to: offset, bytes)
        > count(scalar, from: start, to: offset, bytes)
    default: return nil
    }
  }

  /// The bracket nearest before `offset` that is open there; nil where none is.
  static func openBracket(before offset: Int, from start: Int, bytes: Span<UInt8>) -> Int? {
    var depth = 0
    var at = offset
    while at > max(start, offset - furthest) {
      at -= 1
      switch bytes[at] {
      case 0x29, 0x5D: depth += 1
      case 0x28, 0x5B:
        if depth == 0 { return at }
        depth -= 1
      default: continue
      }
    }
    return nil
  }

  /// Where the quotes end that stand after white space at `offset` and close what the sentence
  /// from `start` opened, as in `« نعم. »`; `offset` itself where there are none.
  static func endOfSpacedClosers(
    after offset: Int, from start: Int, to end: Int, bytes: Span<UInt8>
  ) -> Int {
    var at = offset
    while at < end, case let space = bytes.scalar(at: at), isWhitespace(space.value) {
      at += space.length
    }
    var result = offset
    while at < end {
      let scalar = bytes.scalar(at: at)
      let opener = partner(scalar.value)
      guard opener != 0,
        count(opener, from: start, to: at, bytes) > count(scalar.value, from: start, to: at, bytes)
      else { break }
      at += scalar.length
      result = at
    }
    return result
  }

  /// The other mark of a pair that may stand in either order; 0 for all else.
  private static func partner(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xAB: 0xBB
    case 0xBB: 0xAB
    case 0x201C: 0x201D
    case 0x201D: 0x201C
    case 0xFD3E: 0xFD3F
    default: 0
    }
  }

  /// Bytes looked back for what is open: a quote left open must not cost a long text its speed.
  private static let furthest = 4_000

  private static func count(
    _ scalar: UInt32, from start: Int, to end: Int, _ bytes: Span<UInt8>
  ) -> Int {
    var count = 0
    var at = max(start, end - furthest)
    while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
    while at < end {
      let next = bytes.scalar(at: at)
      if next.value == scalar { count += 1 }
      at += next.length
    }
    return count
  }

  private static func isLetterNext(after offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    let next = bytes.scalar(at: offset + 1).value
    return isArabicLetter(next) || isLatinLetter(next)
  }
}
