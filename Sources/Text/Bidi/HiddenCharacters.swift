/// Finds invisible characters between two Arabic letters, where they part a word that looks whole.
///
/// Persian writes U+200C inside words, so a word with a letter of Persian's own may have it.
func checkHiddenCharacters(
  of line: Range<Int>, in bytes: Span<UInt8>, into findings: inout [BidiFinding]
) {
  var word = Word()
  var at = line.lowerBound
  while at < line.upperBound {
    let scalar = bytes.scalar(at: at)
    if isZeroWidth(scalar.value) {
      word.hide(scalar.value, at..<at + scalar.length)
    } else if isArabicLetter(scalar.value) {
      word.append(scalar.value)
    } else if !isArabicMark(scalar.value) {
      word.end(into: &findings)
    }
    at += scalar.length
  }
  word.end(into: &findings)
}

/// A word as far as it has been read.
private struct Word {
  /// A stretch of invisible characters: the first of them, and where they are.
  typealias Hidden = (first: UInt32, range: Range<Int>)

  private var hasLetters = false
  private var isPersian = false
  private var hidden: [Hidden] = []
  /// Those after the last letter, which are between two only if another follows.
  private var pending: Hidden?

  mutating func hide(_ scalar: UInt32, _ range: Range<Int>) {
    guard hasLetters else { return }
    pending = (
      pending?.first ?? scalar, (pending ?? (scalar, range)).range.lowerBound..<range.upperBound
    )
  }

  mutating func append(_ letter: UInt32) {
    hasLetters = true
    isPersian = isPersian || isPersianLetter(letter)
    if let pending { hidden.append(pending) }
    pending = nil
  }

  mutating func end(into findings: inout [BidiFinding]) {
    for (first, range) in hidden where !(isPersian && first == 0x200C) {
      findings.append(
        BidiFinding(
          rule: .zeroWidth, range: range,
          what: "\(codePoint(first)) is hidden between two Arabic letters", advice: "remove it"))
    }
    if hasLetters { self = Word() }
  }
}

/// Soft hyphen, grapheme joiner, zero width space, joiners, word joiner, byte order mark.
private func isZeroWidth(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x00AD, 0x034F, 0x200B...0x200D, 0x2060, 0xFEFF: true
  default: false
  }
}

/// Letters that Persian has and Arabic has not: peh, tcheh, jeh, keheh, gaf, Farsi yeh.
private func isPersianLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x067E, 0x0686, 0x0698, 0x06A9, 0x06AF, 0x06CC: true
  default: false
  }
}
