/// Decides whether end marks really end a sentence of news text.
///
/// UAX #29 §5.1 gives the proposals; these rules are what it leaves to tailoring. They refuse what
/// follows an abbreviation, an initial, an enumeration, an ellipsis in mid-sentence or comes before
/// the attribution of a quote, and add what UAX #29 does not see: sentences that begin with a
/// figure or without a capital, `…`, and references behind a stop.
struct SentenceRules: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// Where the sentence ends whose end marks are `ending`; nil where it goes on.
  ///
  /// - Parameters:
  ///   - start: the sentence's first byte that is not white space.
  ///   - isProposed: whether UAX #29 has a boundary here.
  ///   - end: where the paragraph ends.
  func end(
    of ending: SentenceEnding, start: Int, isProposed: Bool, to end: Int, _ bytes: Span<UInt8>
  ) -> Int? {
    let next = bytes.scalar(at: ending.next).value
    if let behind = endOfReferences(after: ending, to: end, bytes) { return behind }
    // Punctuation never begins a sentence.
    if isContinuation(next) { return nil }
    if isLowerCase(next) { return opensHastily(ending, to: end, bytes) ? ending.end : nil }
    if ending.isClosed, isAttribution(from: ending.next, to: end, bytes) { return nil }
    if ending.isEllipsis {
      return ending.isSpaced && resumesAfterEllipsis(ending, to: end, bytes) ? ending.end : nil
    }
    // UAX #29 sees no sentence in `It rained. 1987 was worse.`, nor in `It rained.The talks failed.`
    guard isProposed || opensUnseen(ending, next, to: end, bytes) else { return nil }
    // `(from the U.S.)`, `(د.ب.أ.)`: a bracket opened within the sentence does not end it.
    if ending.isSingleStop, ending.closesInnerBracket { return nil }
    if !ending.isSpaced { return partsWords(ending, to: end, bytes) ? ending.end : nil }
    guard ending.isSingleStop, !ending.isClosed else { return ending.end }
    return isAbbreviated(ending, start: start, to: end, bytes) ? nil : ending.end
  }

  private func isContinuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x7D, 0x060C, 0x061B: true
    default: isEndMark(scalar)
    }
  }

  private func isLowerCase(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

  /// The place behind the references of an encyclopedia, as in `They left.[1][2] It rained`.
  private func endOfReferences(
    after ending: SentenceEnding, to end: Int, _ bytes: Span<UInt8>
  ) -> Int? {
    guard !ending.isSpaced, bytes[ending.next] == 0x5B, ending.isSingleStop else { return nil }
    var at = ending.next
    while at < end, bytes[at] == 0x5B {
      var close = at + 1
      while close < end, close - at <= 6, bytes[close] != 0x5D, !isWhitespace(UInt32(bytes[close]))
      {
        close += 1
      }
      guard close > at + 1, close < end, bytes[close] == 0x5D else { return nil }
      at = close + 1
    }
    let rest = trimmed(at..<end, in: bytes)
    guard rest.lowerBound > at, !rest.isEmpty else { return nil }
    return isLowerCase(UInt32(bytes[rest.lowerBound])) ? nil : at
  }

  /// Whether a sentence begins here without a capital, as people write in haste: behind a word in
  /// full and before a word that opens sentences, or behind a question.
  ///
  /// Behind a quote it is the attribution ("Why?" he asked), behind an exclamation mark a name may
  /// stand (`Yahoo! shares`).
  private func opensHastily(
    _ ending: SentenceEnding, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    guard ending.isSpaced, !ending.isClosed, !ending.isEllipsis else { return false }
    guard ending.isSingleStop else {
      return !ending.word.isEmpty && !(0x41...0x5A).contains(bytes[ending.word.lowerBound])
    }
    let word = latinWord(from: ending.next, to: end, bytes)
    return isPlainWord(ending.word, bytes)
      && Abbreviations.lowerCaseOpeners.contains(word, of: bytes)
  }

  /// Whether a figure, or a word that opens sentences, follows a stop behind a word in full.
  private func opensUnseen(
    _ ending: SentenceEnding, _ next: UInt32, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    guard isPlainWord(ending.word, bytes) else { return false }
    if ending.isSpaced { return digitValue(next) != nil }
    return ending.isSingleStop
      && Abbreviations.englishOpeners.contains(
        latinWord(from: ending.next, to: end, bytes), of: bytes)
  }

  /// Whether a word stands in full: three letters or more, no capital, no abbreviation.
  private func isPlainWord(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard !word.isEmpty, letterCount(word, bytes) >= 3,
      !(0x41...0x5A).contains(bytes[word.lowerBound])
    else { return false }
    return !Abbreviations.titles(language).contains(word, of: bytes)
      && !Abbreviations.others(language).contains(word, of: bytes)
      && !Abbreviations.numbered.contains(word, of: bytes)
  }

  /// The Arabic letters and marks from `start` on.
  func arabicWord(from start: Int, to end: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    var at = start
    while at < end, case let scalar = bytes.scalar(at: at),
      isArabicLetter(scalar.value) || isArabicMark(scalar.value)
    {
      at += scalar.length
    }
    return start..<at
  }

  /// After an ellipsis a new sentence opens with a quote, a capital, or `و` or `ف`.
  private func resumesAfterEllipsis(
    _ ending: SentenceEnding, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    switch bytes.scalar(at: ending.next).value {
    case 0x22, 0xAB, 0x201C, 0x28: true
    case 0x41...0x5A: true
    default: opensWithConjunction(ending.next, to: end, bytes)
    }
  }

  private func opensWithConjunction(_ start: Int, to end: Int, _ bytes: Span<UInt8>) -> Bool {
    guard [0x0648, 0x0641].contains(bytes.scalar(at: start).value) else { return false }
    let word = arabicWord(from: start, to: end, bytes)
    return letterCount(word, bytes) >= 3 && !Abbreviations.notConjoined.contains(word, of: bytes)
  }

  /// Whether marks with no space behind them part two words in full, or a number and a word:
  /// `الاتفاق.وقال`, `2012.وقال`, but not `اس.ام.تي`, `د.أحمد` or `http://a.b/c?D=e`.
  private func partsWords(
    _ ending: SentenceEnding, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    let before = letterCount(ending.word, bytes)
    let after = wordLetters(from: ending.end, to: end, bytes)
    if ending.isSingleStop {
      return (before >= 3 || isNumber(ending.word, bytes)) && after >= 3
    }
    if ending.isClosed { return after >= 2 }
    return before >= 2 && after >= 2 && !isInAddress(ending.word.lowerBound, bytes)
  }

  /// Whether the word at `offset` is part of a web address.
  private func isInAddress(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    var at = offset
    while at > 0, offset - at < 64, bytes[at - 1] > 0x20 {
      at -= 1
      if bytes[at] == 0x2F || bytes[at] == 0x3D || bytes[at] == 0x40 { return true }
    }
    return false
  }

  /// Whether the stop belongs to the word before it.
  private func isAbbreviated(
    _ ending: SentenceEnding, start: Int, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    let word = ending.word
    if word.isEmpty { return false }
    // `1.` opens a list item; the same at a sentence's end is a number.
    if isNumber(word, bytes) { return word.lowerBound == start }
    if Abbreviations.titles(language).contains(word, of: bytes) { return true }
    if Abbreviations.others(language).contains(word, of: bytes) {
      return !opensSentence(ending.next, to: end, bytes)
    }
    if language == .english, Abbreviations.numbered.contains(word, of: bytes) {
      return digitValue(bytes.scalar(at: ending.next).value) != nil
    }
    switch acronym(word, bytes) {
    case .none: return false
    case .dotted:
      return language == .arabic
        ? !opensWithNewsVerb(ending.next, to: end, bytes)
        : !opensSentence(ending.next, to: end, bytes)
    case .initial:
      if language == .arabic { return true }
      let isPronoun = word.count == 1 && bytes[word.lowerBound] == 0x49
      return !isPronoun && !opensSentence(ending.next, to: end, bytes)
    }
  }

  /// Whether و and a verb follow that news sentences begin with: `نقلت عنه ا.ف.ب. وقال`, but not
  /// `م.ت.ف. وحركة فتح`.
  private func opensWithNewsVerb(_ start: Int, to end: Int, _ bytes: Span<UInt8>) -> Bool {
    let word = arabicWord(from: start, to: end, bytes)
    guard word.count > 2, bytes.scalar(at: start).value == 0x0648 else { return false }
    let verb = start + 2..<word.upperBound
    return Abbreviations.arabicSaying.contains(verb, of: bytes)
      || Abbreviations.newsVerbs.contains(verb, of: bytes)
  }

  private enum Acronym {
    case none, initial, dotted
  }

  /// A single letter, or parts of at most three letters with stops between.
  private func acronym(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Acronym {
    var parts = 0
    var letters = 0
    var longest = 0
    var at = word.lowerBound
    while at < word.upperBound {
      let scalar = bytes.scalar(at: at)
      if scalar.value == 0x2E {
        letters = 0
      } else if !isArabicMark(scalar.value) {
        if letters == 0 { parts += 1 }
        letters += 1
        longest = max(longest, letters)
      }
      at += scalar.length
    }
    if parts == 1, longest == 1 { return .initial }
    return parts > 1 && longest <= 3 ? .dotted : .none
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
  private func opensSentence(_ start: Int, to end: Int, _ bytes: Span<UInt8>) -> Bool {
    if language == .arabic { return opensWithConjunction(start, to: end, bytes) }
    var at = start
    if case let first = bytes.scalar(at: at), OpenMarks.isQuoteOrBracket(first.value) {
      at += first.length
    }
    let word = latinWord(from: at, to: end, bytes)
    // `No. 2` and `A. Smith` are abbreviations themselves.
    let isStopped = word.upperBound < end && bytes[word.upperBound] == 0x2E
    return !isStopped && Abbreviations.englishOpeners.contains(word, of: bytes)
  }

  /// The ASCII letters from `start` on.
  func latinWord(from start: Int, to end: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    var at = start
    while at < end, isLatinLetter(UInt32(bytes[at])), bytes[at] < 0x80 { at += 1 }
    return start..<max(start, at)
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

  /// Letters of the word that begins at `offset`, opening quotes and direction marks passed over;
  /// counted no further than matters.
  private func wordLetters(from offset: Int, to end: Int, _ bytes: Span<UInt8>) -> Int {
    var count = 0
    var at = offset
    while at < end, count < 3 {
      let scalar = bytes.scalar(at: at)
      if isArabicLetter(scalar.value) || isLatinLetter(scalar.value) {
        count += 1
      } else if !isArabicMark(scalar.value),
        count > 0
          || !(OpenMarks.isQuoteOrBracket(scalar.value) || isDirectionMark(scalar.value))
      {
        break
      }
      at += scalar.length
    }
    return count
  }
}
