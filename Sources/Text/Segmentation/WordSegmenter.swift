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
/// digits (`G20`), a number gives up its letters (`20th`). White space makes no token. One segmenter
/// serves one thread.
package struct WordSegmenter: ~Copyable {
  private var breaks: BreakIterator

  package init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.word, locale: language.rawValue)
  }

  /// Appends the tokens of `range` of `bytes` to `tokens`.
  package mutating func segment(
    _ range: Range<Int>, of bytes: Span<UInt8>, into tokens: inout [Token]
  ) throws(ICUError) {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == 0x20 {
        at += 1
      } else if let end = plainWord(from: at, to: range.upperBound, bytes, &tokens) {
        at = end
      } else {
        var end = at
        while end < range.upperBound, bytes[end] != 0x20 { end += 1 }
        try segmentByICU(at..<end, of: bytes, into: &tokens)
        at = end
      }
    }
  }

  /// Appends the tokens of a word that has no more than marks around it, and gives its end; nil,
  /// with nothing appended, where a stretch between spaces is anything else.
  ///
  /// In such a stretch UAX #29 has a boundary around the word and around each mark, and what is
  /// beyond a space does not count. Nine words of ten are like that, and ICU is spared them.
  private func plainWord(
    from start: Int, to end: Int, _ bytes: Span<UInt8>, _ tokens: inout [Token]
  ) -> Int? {
    let first = tokens.count
    var at = start
    at = marks(from: at, to: end, bytes, &tokens)
    let word = at
    var kind: Token.Kind = .word
    if at < end, bytes[at] & 0xFE == 0xD8 {
      while at + 1 < end, isPlainArabic(bytes[at], bytes[at + 1]) { at += 2 }
      // A mark that stands first is no word.
      if at > word, !isPlainArabicLetter(bytes[word], bytes[word + 1]) { at = word }
    } else if at < end, isLatinLetter(UInt32(bytes[at])) {
      while at < end, bytes[at] < 0x80, isLatinLetter(UInt32(bytes[at])) { at += 1 }
    } else if at < end, (0x30...0x39).contains(bytes[at]) {
      kind = .number
      while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
    }
    if at > word { tokens.append(Token(range: word..<at, kind: kind)) }
    at = marks(from: at, to: end, bytes, &tokens)
    if at == end || bytes[at] == 0x20 { return at }
    tokens.removeLast(tokens.count - first)
    return nil
  }

  /// Appends marks that are never part of a word at its ends.
  private func marks(
    from start: Int, to end: Int, _ bytes: Span<UInt8>, _ tokens: inout [Token]
  ) -> Int {
    var at = start
    while at < end {
      let length =
        switch bytes[at] {
        case 0x21, 0x22, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D: 1
        // ، ؛ ؟
        case 0xD8 where at + 1 < end && [0x8C, 0x9B, 0x9F].contains(bytes[at + 1]): 2
        // « »
        case 0xC2 where at + 1 < end && [0xAB, 0xBB].contains(bytes[at + 1]): 2
        default: 0
        }
      if length == 0 { return at }
      tokens.append(Token(range: at..<at + length, kind: .symbol))
      at += length
    }
    return at
  }

  /// Whether two bytes are an Arabic letter, hamza to ya, or a vowel mark.
  private func isPlainArabic(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xD8 ? second >= 0xA0 && second <= 0xBF : first == 0xD9 && second <= 0x92
  }

  private func isPlainArabicLetter(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xD8 ? second >= 0xA0 : second != 0x80 && second <= 0x8A
  }

  /// Appends the tokens of a stretch as ICU finds them.
  mutating func segmentByICU(
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
