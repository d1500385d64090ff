/// A run of end marks in a paragraph, and what stands around it.
struct SentenceEnding {
  /// The letters, digits and stops right before the marks.
  let word: Range<Int>
  /// `.`, `?!`, `...` and the like, without what closes behind them.
  let marks: Range<Int>
  /// Where the sentence ends if it does here: behind the quotes and brackets that close.
  let end: Int
  /// Whether a quote or bracket closes behind the marks.
  let isClosed: Bool
  /// Whether a bracket closes behind the marks that was opened within the sentence.
  let closesInnerBracket: Bool
  /// Whether white space follows.
  let isSpaced: Bool
  /// The first byte behind `end` that is not white space.
  let next: Int
  /// Where UAX #29 puts the boundary if there is one: behind all quotes and white space.
  let proposal: Int
  /// Two stops or more, or `…`, and nothing else.
  let isEllipsis: Bool
  let isSingleStop: Bool

  /// - Parameters:
  ///   - marks: the run of end marks.
  ///   - open: what is open before it.
  ///   - end: where the paragraph ends.
  init(marks: Range<Int>, open: OpenMarks, to end: Int, _ bytes: Span<UInt8>) {
    self.marks = marks
    word = Self.word(before: marks.lowerBound, from: open.start, bytes)

    var stops = 0
    var others = 0
    var at = marks.lowerBound
    while at < marks.upperBound {
      let scalar = bytes.scalar(at: at)
      switch scalar.value {
      case 0x2E: stops += 1
      case 0x2026: stops += 2
      default: others += 1
      }
      at += scalar.length
    }
    isEllipsis = stops > 1 && others == 0
    isSingleStop = stops == 1 && others == 0

    var open = open
    var isClosed = false
    var closesInner = false
    var close = marks.upperBound
    /// Goes over what closes from `at` on; false where something stands that does not.
    func goOver(_ scalar: (value: UInt32, length: Int)) -> Bool {
      if !isDirectionMark(scalar.value) {
        guard open.closes(scalar.value, at: at, bytes) else { return false }
        isClosed = true
        if scalar.value == 0x29 || scalar.value == 0x5D { closesInner = open.isBracketInner }
        open.read(scalar.value, at: at)
      }
      at += scalar.length
      close = at
      return true
    }
    while at < end, goOver(bytes.scalar(at: at)) {}
    let behindClosers = close
    at = close
    // Text copied from print parts its quotes from what they enclose: `« نعم. »`.
    while at < end, case let space = bytes.scalar(at: at), isWhitespace(space.value) {
      at += space.length
    }
    isSpaced = at > close
    if isSpaced {
      while at < end, case let scalar = bytes.scalar(at: at),
        open.closesPair(scalar.value), goOver(scalar)
      {}
      at = close
      while at < end, case let space = bytes.scalar(at: at), isWhitespace(space.value) {
        at += space.length
      }
    }
    self.end = close
    self.isClosed = isClosed
    closesInnerBracket = closesInner
    next = at

    // UAX #29 does not tell what opens from what closes, and stops at the first white space.
    var proposal = behindClosers
    while proposal < end, case let scalar = bytes.scalar(at: proposal),
      OpenMarks.isQuoteOrBracket(scalar.value) || isDirectionMark(scalar.value)
    {
      proposal += scalar.length
    }
    while proposal < end, case let space = bytes.scalar(at: proposal), isWhitespace(space.value) {
      proposal += space.length
    }
    self.proposal = proposal
  }

  /// A longer run of letters and stops is no abbreviation, and must not be walked at each stop.
  private static let longestWord = 64

  private static func word(
    before end: Int, from start: Int, _ bytes: Span<UInt8>
  ) -> Range<Int> {
    var at = end
    while end - at < longestWord, let scalar = bytes.scalar(before: at, notBefore: start),
      isArabicLetter(scalar.value) || isLatinLetter(scalar.value) || isArabicMark(scalar.value)
        || digitValue(scalar.value) != nil || scalar.value == 0x2E || scalar.value == 0x0640
    {
      at -= scalar.length
    }
    return at..<end
  }
}

/// LRM, RLM, ALM, and the embeddings and isolates of UAX #9.
func isDirectionMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
