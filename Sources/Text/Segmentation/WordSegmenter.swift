import ICU

/// A word, number or other visible mark of a text.
package struct Token: Sendable, Equatable {
  package enum Kind: Sendable {
    case word, number, symbol
  }

  /// UTF-8 bytes of the document.
  package let range: Range<Int>
  package let kind: Kind
}

/// Cuts text into tokens: ICU's word iterator (UAX #29), split again where script or digits change.
///
/// ICU keeps `و1,234.5` and `الـ34` whole; they are a clitic and a number. A Latin word keeps its
/// digits (`G20`), a number gives up its letters (`20th`). White space makes no token. One segmenter serves one thread.
package struct WordSegmenter: ~Copyable {
  private var breaks: BreakIterator

  package init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.word, locale: language.rawValue)
  }

  /// Appends the tokens of `range` of `bytes` to `tokens`.
  package mutating func segment(
    _ range: Range<Int>, of bytes: Span<UInt8>, into tokens: inout [Token]
  ) throws(ICUError) {
    try breaks.setText(bytes.extracting(range))
    var start = range.lowerBound
    while let boundary = breaks.next() {
      let end = range.lowerBound + boundary.offset
      append(start..<end, of: bytes, into: &tokens)
      start = end
    }
  }

  private func append(_ piece: Range<Int>, of bytes: Span<UInt8>, into tokens: inout [Token]) {
    var start = piece.lowerBound
    var kind: Piece?
    var at = start
    while at < piece.upperBound {
      let scalar = bytes.scalar(at: at)
      let next = Piece(scalar.value)
      if let current = kind {
        if let joined = current.joined(with: next) {
          kind = joined
        } else {
          emit(start..<at, current, &tokens)
          start = at
          kind = next
        }
      } else {
        kind = next
      }
      at += scalar.length
    }
    if let kind { emit(start..<piece.upperBound, kind, &tokens) }
  }

  private func emit(_ range: Range<Int>, _ piece: Piece, _ tokens: inout [Token]) {
    switch piece {
    case .space: break
    case .digit: tokens.append(Token(range: range, kind: .number))
    case .arabic, .latin, .otherLetter: tokens.append(Token(range: range, kind: .word))
    case .extender, .symbol: tokens.append(Token(range: range, kind: .symbol))
    }
  }

  /// What a scalar is to the splitter: letters by script, digits, and marks that join either.
  private enum Piece {
    case arabic, latin, otherLetter, digit, extender, symbol, space

    init(_ scalar: UInt32) {
      if isArabicLetter(scalar) {
        self = .arabic
      } else if isLatinLetter(scalar) {
        self = .latin
      } else if digitValue(scalar) != nil {
        self = .digit
      } else if isWhitespace(scalar) {
        self = .space
      } else if isArabicMark(scalar) || [0x0640, 0x200C, 0x200D].contains(scalar) {
        self = .extender
      } else if scalar < 0x02B9 || (0x2000...0x2BFF).contains(scalar)
        || (0x3001...0x303F).contains(scalar)
        || (0x060C...0x061F).contains(scalar) || (0x066A...0x066D).contains(scalar)
        || scalar == 0x06D4
        || scalar >= 0x1F000
      {
        self = .symbol
      } else {
        self = .otherLetter
      }
    }

    /// The kind of a token that goes on with `next`; nil where the two part.
    func joined(with next: Piece) -> Piece? {
      switch (self, next) {
      case (_, .extender) where self != .space: self
      case (.extender, _) where next != .space && next != .symbol: next
      // Inside one ICU word a symbol is what holds it together: the stop of `U.S`, the
      // apostrophe of `don't`, the separators of `1,234.5`.
      case (.digit, .symbol), (.latin, .symbol), (.arabic, .symbol): self
      case (.latin, .digit): .latin
      default: self == next ? self : nil
      }
    }
  }
}
