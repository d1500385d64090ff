/// Whether the words found for a phrase go together as its words must.
extension PhraseMatcher.Rule {
  /// The match that readings of a phrase's words make; nil if the phrase cannot have them.
  func match(_ path: [WordIndex.Reading], _ tokens: Range<Int>) -> PhraseMatch? {
    guard path.count == articles.count, let head = path.first, let last = path.last else {
      return nil
    }
    for (number, reading) in path.enumerated() {
      switch strictness {
      case .exact:
        guard reading.affixes == 0, reading.level == .shapes, !reading.form.hasArticle else {
          return nil
        }
      case .articlesAsWritten:
        guard reading.form.hasArticle == articles[number] else { return nil }
      case .free:
        if path.count == 1, articles[0], !reading.form.hasArticle { return nil }
      }
    }
    for reading in isAgreeing ? path.prefix(1) : path[...] where !allows(reading, in: path) {
      return nil
    }
    if path.count == 1 {
      // A name of one word has no accusative alif: عدنا is not Aden.
      if inflections.isEmpty, head.form.inflection.contains(.accusative) {
        return nil
      }
      if !head.traits.isDisjoint(with: [.needsContext, .needsAgreement]) { return nil }
    } else if isAgreeing, !agree(path) {
      return nil
    }
    return PhraseMatch(
      id: id, tokens: tokens, range: head.range.lowerBound..<last.range.upperBound,
      level: path.reduce(.shapes) { max($0, $1.level) }, words: path.map(\.form),
      affixes: path.reduce(0) { $0 + $1.affixes })
  }

  private func allows(_ reading: WordIndex.Reading, in path: [WordIndex.Reading]) -> Bool {
    let asked = reading.form.inflection.intersection(.optional)
    if asked.isSubset(of: inflections) { return true }
    guard !inflections.isEmpty, asked.isSubset(of: inflections.union(.feminine)) else {
      return false
    }
    // وزيرة of وزير: the pattern of its plural says that it is a person. Of a participle, which
    // may be a thing (منظمة of منظم), the adjective must say so: مسؤولة كبيرة.
    return reading.traits.contains(.isPerson)
      || (reading.traits.contains(.isParticiple) && path.count > 1
        && path[1].form.inflection.contains(.feminine))
  }

  /// Whether the words of a phrase of several are inflected together: the first may be, and only
  /// if it is may the others.
  private func agree(_ path: [WordIndex.Reading]) -> Bool {
    let head = path[0]
    let isInflected = hasInvariableHead || !head.form.inflection.isDisjoint(with: .optional)
    if hasInvariableHead, !allows(path[1], in: path) { return false }
    let isAccusative = head.form.inflection.contains(.accusative)
    for (number, reading) in path.enumerated() {
      let form = reading.form
      let isLast = number == path.count - 1
      // A pronoun within the phrase is followed by an adjective, which has the article then.
      if !isLast, form.pronoun != nil, !path[number + 1].form.hasArticle { return false }
      // A noun in construct is followed by its genitive.
      if isLast, form.inflection.contains(.construct) || reading.traits.contains(.needsContext) {
        return false
      }
      if number == 0 {
        if reading.traits.contains(.needsAgreement) { return false }
        continue
      }
      if !isInflected, !form.inflection.isDisjoint(with: .optional) { return false }
      // An adjective is accusative with its noun.
      if form.inflection.contains(.accusative), !isAccusative { return false }
    }
    // The accusative alif is an indefinite's: no genitive follows it that has the article.
    return !isAccusative || !path[1].form.hasArticle
  }
}
