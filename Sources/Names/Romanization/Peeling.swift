/// What stands before the stem of a word.
struct Peeling {
  var conjunction: Prefix?
  var preposition: Prefix?
  var hasArticle = false
  /// Where the stem begins.
  var stem: Int

  init(of text: ArraySlice<Letter>, table: VocalizedWords) {
    stem = text.startIndex
    if takeArticle(text, table) { return }
    let first = text[text.startIndex]
    if let conjunction = Self.conjunction(first) {
      var rest = Peeling(stem: text.startIndex + 1)
      if rest.takeArticle(text, table, isInner: true)
        || Self.isStem(text[(text.startIndex + 1)...], behind: conjunction, table)
        || rest.takePreposition(text, table)
        || (conjunction == .wa && first.vowel == .a
          && Self.isWord(text[(text.startIndex + 1)...]))
      {
        rest.conjunction = conjunction
        self = rest
        return
      }
    }
    _ = takePreposition(text, table)
  }

  private init(stem: Int) { self.stem = stem }

  private static func conjunction(_ letter: Letter) -> Prefix? {
    guard letter.vowel == .none || letter.vowel == .a, !letter.hasShadda, !letter.hasDaggerAlif
    else { return nil }
    return letter.base == Letter.waw ? .wa : letter.base == 0x0641 ? .fa : nil
  }

  private static func preposition(_ letter: Letter) -> Prefix? {
    guard !letter.hasShadda, !letter.hasDaggerAlif else { return nil }
    switch (letter.base, letter.vowel) {
    case (Letter.beh, .none), (Letter.beh, .i): return .bi
    case (Letter.lam, .none), (Letter.lam, .i): return .li
    case (0x0643, .none), (0x0643, .a): return .ka
    default: return nil
    }
  }

  private mutating func takeArticle(
    _ text: ArraySlice<Letter>, _ table: VocalizedWords, isInner: Bool = false
  ) -> Bool {
    guard text.endIndex - stem >= 4 else { return false }
    let alif = text[stem]
    let lam = text[stem + 1]
    guard alif.base == Letter.alif || alif.base == Letter.alifWasla,
      alif.vowel == .none || alif.vowel == .a, !alif.hasDaggerAlif,
      lam.base == Letter.lam, !lam.hasShadda
    else { return false }
    let third = text[stem + 2]
    let isBeforeWasla = lam.vowel == .i && third.base == Letter.alif
    guard lam.vowel.isSilent || isBeforeWasla else { return false }
    let rest = text[(stem + 2)...]
    if isInner, rest.count < 3, !table.contains(rest, followsArticle: true) { return false }
    stem += 2
    hasArticle = true
    return true
  }

  /// ب ل ك before an article, or before a stem that shows they are no part of it.
  private mutating func takePreposition(
    _ text: ArraySlice<Letter>, _ table: VocalizedWords
  ) -> Bool {
    guard text.endIndex - stem >= 2 else { return false }
    if takeFuture(text, table) { return true }
    guard let preposition = Self.preposition(text[stem]) else { return false }
    var rest = Peeling(stem: stem + 1)
    if preposition == .li, rest.takeArticleOfLam(text, table) {
      rest.preposition = .li
    } else if preposition != .li, rest.takeArticle(text, table, isInner: true) {
      rest.preposition = preposition
    } else if Self.isStem(text[(stem + 1)...], behind: preposition, table) {
      rest.preposition = preposition
    } else {
      return false
    }
    self = rest
    return true
  }

  /// The س of the future before a verb, known or with the ي of its third person.
  private mutating func takeFuture(_ text: ArraySlice<Letter>, _ table: VocalizedWords) -> Bool {
    let first = text[stem]
    guard first.base == 0x0633, first.vowel == .none || first.vowel == .a, !first.hasShadda,
      text.endIndex - stem >= 4
    else { return false }
    let second = text[stem + 1]
    let isVerb =
      first.vowel == .a && second.base == Letter.yeh && !second.hasShadda
      && (second.vowel == .a || second.vowel == .u)
    let isImperfect = [Letter.yeh, 0x062A, Letter.noon, Letter.alifHamza].contains(second.base)
    guard isVerb || (isImperfect && table.match(text[(stem + 1)...])?.kind == .verb) else {
      return false
    }
    preposition = .sa
    stem += 1
    return true
  }

  /// Whether vocalised letters behind وَ have the consonants of a word of their own.
  ///
  /// Three make a root; words that begin with وَ have two more, or are plurals like وَسَائِل.
  private static func isWord(_ text: ArraySlice<Letter>) -> Bool {
    guard let first = text.first, first.vowel.isShort, !first.hasShadda else { return false }
    var text = text
    // Endings are no part of a root: وَلَدُهَا, وَلَدَت.
    if text.count > 3, text[text.endIndex - 2].base == Letter.heh { text = text.dropLast(2) }
    if let last = text.last, [Letter.heh, 0x062A].contains(last.base) { text = text.dropLast() }
    var consonants = 0
    for at in text.indices {
      let letter = text[at]
      let isLast = at == text.endIndex - 1
      switch letter.base {
      case Letter.alif, Letter.maqsura, Letter.taMarbuta, Letter.alifMadda: break
      case Letter.waw, Letter.yeh:
        if letter.hasShadda, !isLast {
          consonants += 2
        } else if letter.vowel.isShort {
          consonants += 1
        }
      case Letter.yehHamza where text.count <= 5: return false
      default: consonants += letter.hasShadda ? 2 : 1
      }
    }
    return consonants >= 3
  }

  /// The second ل of لل, which is the article without its alif.
  private mutating func takeArticleOfLam(
    _ text: ArraySlice<Letter>, _ table: VocalizedWords
  ) -> Bool {
    guard text.endIndex - stem >= 3 else { return false }
    let lam = text[stem]
    guard lam.base == Letter.lam, lam.vowel.isSilent || lam.hasShadda else { return false }
    // A stem that begins with ل has lost one of three: لليل.
    let isOwn =
      lam.hasShadda
      || (!table.contains(text[(stem + 1)...], followsArticle: true)
        && table.contains(text[stem...], followsArticle: true))
    hasArticle = true
    if !isOwn { stem += 1 }
    return true
  }

  /// Whether letters behind a prefix are surely a word of their own.
  ///
  /// A prefix is more often a letter of the word, so all but و want the word as it is spelled and of
  /// three letters; ف stands before verbs and particles, ك before particles.
  private static func isStem(
    _ text: ArraySlice<Letter>, behind prefix: Prefix, _ table: VocalizedWords
  ) -> Bool {
    guard text.count >= 2, let first = text.first else { return false }
    switch first.base {
    case Letter.alifHamza, Letter.alifHamzaBelow, Letter.alifMadda:
      if first.vowel != .sukun, text.count >= 3 { return true }
    case Letter.alif:
      // An alif with no long a in it: وَاسْتقبل, باهتمام.
      if text[text.startIndex + 1].vowel == .sukun, text.count >= 3 { return true }
      if prefix != .ka, InitialAlif.isOfVerbalNoun(text) { return true }
    case Letter.alifWasla: return true
    default: break
    }
    guard let match = table.match(text) else { return false }
    switch prefix {
    case .wa: return match.isExact || match.kind == .particle
    case .fa: return match.isExact && (match.kind == .particle || match.kind == .verb)
    case .ka:
      return match.isExact && match.kind == .particle
        && (text.count >= 3 || first.base == Letter.alifHamza)
    default: return match.isExact && (match.kind == .particle || text.count >= 3)
    }
  }
}
