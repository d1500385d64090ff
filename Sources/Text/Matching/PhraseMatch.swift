/// An occurrence of a phrase.
package struct PhraseMatch: Sendable, Equatable {
  package let id: Int32
  /// Indexes into the tokens searched.
  package let tokens: Range<Int>
  /// UTF-8 bytes of the phrase itself: its article and inflection, but no clitic before it and no
  /// pronoun or possessive ending after it.
  ///
  /// Where ل and the article are one (للبيت), both are in it.
  package let range: Range<Int>
  /// The folding the match needed; `.carriers` also for another English spelling.
  package let level: FoldingLevel
  /// The form each word of the phrase has.
  package let words: [WordForm]
  /// Letters of clitics taken off, and one for each inflected word.
  package let affixes: Int

  func isBetter(than other: PhraseMatch) -> Bool {
    if tokens.lowerBound != other.tokens.lowerBound {
      return tokens.lowerBound < other.tokens.lowerBound
    }
    if tokens.count != other.tokens.count { return tokens.count > other.tokens.count }
    if affixes != other.affixes { return affixes < other.affixes }
    if level != other.level { return level < other.level }
    return id < other.id
  }
}
