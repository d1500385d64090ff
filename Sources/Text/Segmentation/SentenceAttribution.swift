extension SentenceRules {
  /// Whether what follows a closing quote says who spoke, as in `"Why?" Obama asked`.
  ///
  /// `She continued, "…` and `قال إن` begin a sentence of their own.
  func isAttribution(from start: Int, to end: Int, _ bytes: Span<UInt8>) -> Bool {
    switch language {
    case .arabic: isArabicAttribution(from: start, to: end, bytes)
    case .english: isEnglishAttribution(from: start, to: end, bytes)
    }
  }

  /// A verb of saying and a few words up to the next mark, none of which leads on to what was said.
  private func isArabicAttribution(
    from start: Int, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    var at = start
    for count in 0..<8 {
      let word = arabicWord(from: at, to: end, bytes)
      if word.isEmpty { return count > 0 && bytes.scalar(at: at).value != 0x3A }
      if count == 0, !Abbreviations.arabicSaying.contains(word, of: bytes) { return false }
      if Abbreviations.arabicThat.contains(word, of: bytes) { return false }
      at = word.upperBound
      if at == end { return true }
      guard isWhitespace(bytes.scalar(at: at).value) else {
        return bytes.scalar(at: at).value != 0x3A
      }
      at = trimmed(at..<end, in: bytes).lowerBound
    }
    return false
  }

  /// A name of up to four words and a verb of saying, at the sentence's end or before a comma.
  private func isEnglishAttribution(
    from start: Int, to end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    var at = start
    for count in 0..<5 {
      let word = latinWord(from: at, to: end, bytes)
      if word.isEmpty { return false }
      if count > 0, Abbreviations.englishSaying.contains(word, of: bytes) {
        if word.upperBound == end || bytes[word.upperBound] == 0x2E { return true }
        guard bytes[word.upperBound] == 0x2C else { return false }
        let rest = trimmed(word.upperBound + 1..<end, in: bytes)
        return !rest.isEmpty
          && !OpenMarks.isQuoteOrBracket(bytes.scalar(at: rest.lowerBound).value)
      }
      guard (0x41...0x5A).contains(bytes[word.lowerBound]), word.upperBound < end,
        bytes[word.upperBound] == 0x20,
        count > 0 || !Abbreviations.englishOpeners.contains(word, of: bytes)
      else { return false }
      at = word.upperBound + 1
    }
    return false
  }
}
