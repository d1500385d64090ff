/// The quotes and brackets a sentence has opened so far, read one by one.
///
/// Arabic news writes quotes in both orders, «…» and »…«, “…” and ”…“, so whether a mark closes
/// comes from what is open before it.
struct OpenMarks {
  /// Where the sentence begins.
  let start: Int
  private var straight = 0
  private var apostrophes = 0
  /// For each pair that may stand in either order, the marks of each kind seen.
  private var guillemets = (left: 0, right: 0)
  private var curly = (left: 0, right: 0)
  private var ornate = (left: 0, right: 0)
  private var depth = 0
  /// The outermost bracket that is open.
  private var bracket: Int?
  /// The first byte of the sentence that is not white space.
  private var first: Int

  init(start: Int, first: Int) {
    self.start = start
    self.first = first
  }

  /// Whether a bracket is open that does not begin the sentence.
  var isBracketInner: Bool { bracket.map { $0 > first } ?? false }

  static func isQuoteOrBracket(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C,
      0x201D, 0x2039, 0x203A, 0xFD3E, 0xFD3F:
      true
    default: false
    }
  }

  /// Takes account of a mark at `offset`.
  mutating func read(_ scalar: UInt32, at offset: Int) {
    switch scalar {
    case 0x22: straight += 1
    case 0x27: apostrophes += 1
    case 0xAB: guillemets.left += 1
    case 0xBB: guillemets.right += 1
    case 0x201C: curly.left += 1
    case 0x201D: curly.right += 1
    case 0xFD3E: ornate.left += 1
    case 0xFD3F: ornate.right += 1
    case 0x28, 0x5B:
      if depth == 0 { bracket = offset }
      depth += 1
    case 0x29, 0x5D:
      if depth > 0 { depth -= 1 }
      if depth == 0 { bracket = nil }
    default: break
    }
  }

  /// Whether a mark at `offset` closes: what is open, or what an earlier sentence opened.
  func closes(_ scalar: UInt32, at offset: Int, _ bytes: Span<UInt8>) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0xFD3E, 0x2019, 0x203A, 0xBB, 0x201D: true
    case 0x22: straight % 2 == 1 || !isLetter(after: offset, bytes)
    case 0x27: apostrophes % 2 == 1 || !isLetter(after: offset, bytes)
    case 0xAB, 0x201C: closesPair(scalar)
    default: false
    }
  }

  /// Whether a mark closes its partner, which stands before it.
  func closesPair(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAB: guillemets.right > guillemets.left
    case 0xBB: guillemets.left > guillemets.right
    case 0x201C: curly.right > curly.left
    case 0x201D: curly.left > curly.right
    case 0xFD3E: ornate.right > ornate.left
    default: false
    }
  }

  private func isLetter(after offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    let next = bytes.scalar(at: offset + 1).value
    return isArabicLetter(next) || isLatinLetter(next)
  }
}
