/// Decides whether a boundary ICU proposes really ends a sentence of news text.
///
/// UAX #29 §5.1 gives the proposals; these rules are what it leaves to tailoring. They look at the
/// end marks before the boundary, the word before those, and what follows.
struct SentenceRules: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// Where the sentence from `sentenceStart` ends, if it does so at the boundary proposed.
  ///
  /// That may be before it, where ICU gives the sentence a mark that opens the next one
  /// (`الاتفاق.«وقال`), or behind it, where a closing quote stands after a space (`« نعم. »`).
  func end(
    at proposed: Int, sentenceStart: Int, paragraph: Range<Int>, bytes: Span<UInt8>
  ) -> Int? {
    let ending = Ending(before: proposed, from: sentenceStart, bytes: bytes)
    guard !ending.marks.isEmpty else { return proposed }
    let boundary =
      ending.end < proposed && !ending.isSpaced
      ? ending.end
      : QuoteMarks.endOfSpacedClosers(
        after: proposed, from: sentenceStart, to: paragraph.upperBound, bytes: bytes)
    let next = nextVisible(from: boundary, to: paragraph.upperBound, bytes: bytes)

    // Punctuation never begins a sentence, nor does a lower-case letter: what comes is the
    // attribution of a quote ("Why?" he asked) or the rest after a stop inside brackets.
    if let next, isContinuation(next) { return nil }
    if ending.isEllipsis {
      return resumesAfterEllipsis(next, boundary, paragraph, bytes) ? boundary : nil
    }
    guard ending.isSingleStop else { return boundary }

    let word = ending.word
    if let bracket = ending.bracket,
      bracket > trimmed(sentenceStart..<proposed, in: bytes).lowerBound
    {
      // `(from the U.S.)`, `(د.ب.أ.)`: a bracket opened within the sentence does not end it.
      return nil
    }
    if ending.isSpaced {
      let isClosed = ending.isClosed || boundary > proposed
      let isAbbreviated =
        !isClosed
        && isAbbreviated(
          word, from: sentenceStart, following: boundary..<paragraph.upperBound, bytes: bytes)
      return isAbbreviated ? nil : boundary
    }
    // A stop with no space after it ends a sentence only between two words in full, or behind a
    // number: `الاتفاق.وقال`, `2012.وقال`, but not `اس.ام.تي` or `د.أحمد`.
    let isBetweenWords =
      (letterCount(word, bytes) >= 3 || isNumber(word, bytes))
      && wordLetters(from: boundary, paragraph, bytes) >= 3
    return isBetweenWords ? boundary : nil
  }

  private func isContinuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x7D, 0x060C, 0x061B, 0x2026: true
    case 0x61...0x7A: true
    default: false
    }
  }

  /// After an ellipsis a new sentence opens with a quote, a capital, or `و` or `ف`.
  private func resumesAfterEllipsis(
    _ next: UInt32?, _ boundary: Int, _ paragraph: Range<Int>, _ bytes: Span<UInt8>
  ) -> Bool {
    guard let next else { return true }
    return switch next {
    case 0x22, 0xAB, 0x201C, 0x28: true
    case 0x41...0x5A: true
    case 0x0648, 0x0641: wordLetters(from: boundary, paragraph, bytes) >= 3
    default: false
    }
  }

  /// Whether the stop after `word` belongs to the word.
  private func isAbbreviated(
    _ word: Range<Int>, from sentenceStart: Int, following: Range<Int>, bytes: Span<UInt8>
  ) -> Bool {
    let text = bytes.string(word)
    if text.isEmpty { return false }
    if isNumber(word, bytes) {
      // `1.` opens a list item; the same at a sentence's end is a number.
      return word.lowerBound == trimmed(sentenceStart..<word.upperBound, in: bytes).lowerBound
    }
    if Abbreviations.titles(language).contains(text) { return true }
    if Abbreviations.others(language).contains(text) {
      return !opensSentence(following, bytes)
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: true)
    let letters = parts.map { $0.unicodeScalars.count { !isArabicMark($0.value) } }
    if parts.count > 1, letters.allSatisfy({ $0 <= 3 }) {
      return language == .arabic || !opensSentence(following, bytes)
    }
    if letters == [1] {
      return language == .arabic || (text != "I" && !opensSentence(following, bytes))
    }
    return isTitleAfterConjunction(text)
  }

  /// `ود.` is و before the title د.; other two-letter words before a stop are words.
  private func isTitleAfterConjunction(_ word: String) -> Bool {
    language == .arabic && ["ود", "وأ", "وم", "وا"].contains(word)
  }

  private func isNumber(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var at = word.lowerBound
    while at < word.upperBound {
      let scalar = bytes.scalar(at: at)
      if digitValue(scalar.value) == nil { return false }
      at += scalar.length
    }
    return !word.isEmpty
  }

  /// Whether what comes after an abbreviation is a new sentence.
  ///
  /// `U.S. Army` and `U.S. The talks` look alike, so the words that open most English sentences
  /// decide; in Arabic, و or ف before a word.
  private func opensSentence(_ following: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    let rest = trimmed(following, in: bytes)
    guard !rest.isEmpty else { return true }
    if language == .arabic {
      return [0x0648, 0x0641].contains(bytes.scalar(at: rest.lowerBound).value)
        && wordLetters(from: rest.lowerBound, rest, bytes) >= 3
    }
    var start = rest.lowerBound
    if case let first = bytes.scalar(at: start), openingMarks.contains(first.value) {
      start += first.length
    }
    var end = start
    while end < rest.upperBound, isLatinLetter(UInt32(bytes[end])) { end += 1 }
    // `No. 2` and `A. Smith` are abbreviations themselves.
    let isStopped = end < rest.upperBound && bytes[end] == 0x2E
    return !isStopped && Abbreviations.englishOpeners.contains(bytes.string(start..<end))
  }

  private func nextVisible(from offset: Int, to end: Int, bytes: Span<UInt8>) -> UInt32? {
    var at = offset
    while at < end {
      let scalar = bytes.scalar(at: at)
      if !isWhitespace(scalar.value) { return scalar.value }
      at += scalar.length
    }
    return nil
  }

  private func letterCount(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      // A dotted word is an acronym, however long.
      if scalar.value == 0x2E { return 0 }
      if isArabicLetter(scalar.value) || isLatinLetter(scalar.value) { count += 1 }
      at += scalar.length
    }
    return count
  }

  /// Letters of the word that begins at `offset`, opening quotes passed over.
  private func wordLetters(
    from offset: Int, _ paragraph: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int {
    var count = 0
    var at = offset
    while at < paragraph.upperBound {
      let scalar = bytes.scalar(at: at)
      if isArabicLetter(scalar.value) || isLatinLetter(scalar.value) {
        count += 1
      } else if !isArabicMark(scalar.value), count > 0 || !isOpeningOrSpace(scalar.value) {
        break
      }
      at += scalar.length
    }
    return count
  }

  private func isOpeningOrSpace(_ scalar: UInt32) -> Bool {
    isWhitespace(scalar) || isDirectionMark(scalar) || openingMarks.contains(scalar)
  }
}

/// What stands before a proposed boundary: a word, end marks, quotes and brackets, space.
private struct Ending {
  let word: Range<Int>
  let marks: Range<Int>
  /// Whether a quote or bracket closes behind the end marks.
  let isClosed: Bool
  /// Where the bracket opens that closes behind the end marks; nil where none does.
  let bracket: Int?
  /// Where the sentence ends: before marks that open the next one.
  let end: Int
  let isSpaced: Bool
  let isEllipsis: Bool
  let isSingleStop: Bool

  init(before boundary: Int, from start: Int, bytes: Span<UInt8>) {
    let content = trimmed(start..<boundary, in: bytes)
    isSpaced = content.upperBound < boundary
    var at = content.upperBound
    var end = at
    var isClosed = false
    var hasBracket = false
    while let scalar = bytes.scalar(before: at, notBefore: start) {
      let offset = at - scalar.length
      // Text copied from the web has direction marks after its stops.
      if !isDirectionMark(scalar.value) {
        guard
          let isClosing = QuoteMarks.isClosing(
            scalar.value, at: offset, from: start, bytes: bytes)
        else { break }
        if isClosing { isClosed = true } else { end = offset }
        if scalar.value == 0x29 || scalar.value == 0x5D { hasBracket = true }
      }
      at = offset
    }
    self.end = end
    self.isClosed = isClosed
    bracket = hasBracket ? QuoteMarks.openBracket(before: at, from: start, bytes: bytes) : nil
    // A longer run of letters and stops is no abbreviation, and must not be walked at each stop.
    let longest = 64
    func back(from end: Int, while matches: (UInt32) -> Bool, _ bytes: Span<UInt8>) -> Int {
      var at = end
      while end - at < longest, let scalar = bytes.scalar(before: at, notBefore: start),
        matches(scalar.value)
      {
        at -= scalar.length
      }
      return at
    }
    marks = back(from: at, while: { endMarks.contains($0) || stops.contains($0) }, bytes)..<at
    var stopCount = 0
    var otherCount = 0
    var offset = marks.lowerBound
    while offset < marks.upperBound {
      let scalar = bytes.scalar(at: offset)
      switch scalar.value {
      case 0x2E: stopCount += 1
      case 0x2026: stopCount += 2
      default: otherCount += 1
      }
      offset += scalar.length
    }
    isEllipsis = stopCount > 1 && otherCount == 0
    isSingleStop = stopCount == 1 && otherCount == 0
    word =
      back(
        from: marks.lowerBound,
        while: {
          isArabicLetter($0) || isLatinLetter($0) || isArabicMark($0) || digitValue($0) != nil
            || $0 == 0x2E || $0 == 0x0640
        }, bytes)..<marks.lowerBound
  }
}

/// Quotes and brackets that may stand before a sentence's first word, in either order.
private let openingMarks: Set<UInt32> = [
  0x22, 0x27, 0x28, 0x5B, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0xFD3F,
]
private let stops: Set<UInt32> = [0x2E, 0x2026]
private let endMarks: Set<UInt32> = [
  0x21, 0x3F, 0x061F, 0x06D4, 0x203C, 0x2047, 0x2048, 0x2049, 0x061B,
]

/// LRM, RLM, ALM, and the embeddings and isolates of UAX #9.
private func isDirectionMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
