/// The words of a set of phrases, found in running text under their clitics and inflection.
///
/// Built once; a token costs one look-up for each place a proclitic can end and an ending begin.
struct WordIndex: Sendable {
  /// One way to read a token as a word of the index.
  struct Reading: Sendable {
    let word: Int32
    let form: WordForm
    /// Bytes of the token that are the article and the word; neither clitic nor pronoun.
    let range: Range<Int>
    let level: FoldingLevel
    /// Letters of clitics, and one for inflection.
    let affixes: Int
    let traits: Traits
    /// Tokens that are read as one word.
    var tokens = 1

    var hasParticle: Bool { !form.proclitics.isEmpty }
  }

  /// What a phrase must know of a reading to accept it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// The feminine of a noun of persons, which needs not be asked for.
    static let isPerson = Traits(rawValue: 1)
    /// Letters that alone are rather another word: على for علي, كتاب for writers.
    static let needsContext = Traits(rawValue: 1 << 1)
    static let looksLikeCountry = Traits(rawValue: 1 << 2)
  }

  private struct Entry: Sendable {
    let word: Int32
    let letters: Range<Int>
    let endings: Int
    let inflection: Inflection
    let traits: Stem.Traits
    let isLong: Bool
    /// Another stem of the same letters; negative for none.
    let next: Int32
  }

  private let language: Language
  private let morphology: Morphology
  private var words: HashIndex
  private var wordLetters: [UInt32] = []
  private var wordRanges: [Range<Int>] = []
  private var stems: HashIndex
  private var stemLetters: [UInt32] = []
  private var entries: [Entry] = []

  init(_ language: Language, minimumCapacity: Int = 0) {
    self.language = language
    morphology = Morphology.of(language)
    words = HashIndex(minimumCapacity: minimumCapacity)
    stems = HashIndex(minimumCapacity: minimumCapacity &* 2)
  }

  /// The number of a word in the spelling of its letters, new or known.
  mutating func add(_ word: MatchWord) -> Int32 {
    let key = LetterHash.of(word.seeded) | 1
    // Two words of one hash are as good as impossible; the second would not be found.
    if let known = words.value(key) {
      if wordLetters[wordRanges[Int(known)]].elementsEqual(word.seeded) { return known }
    }
    let number = Int32(wordRanges.count)
    words.set(key, to: number)
    let start = wordLetters.count
    wordLetters += word.seeded
    wordRanges.append(start..<wordLetters.count)
    let stems =
      language == .arabic
      ? ArabicStems.stems(of: word.letters)
      : EnglishForms.stems(of: word.letters, isAcronym: word.isAcronym)
    for stem in stems { add(stem, of: number, word) }
    return number
  }

  private mutating func add(_ stem: Stem, of number: Int32, _ word: MatchWord) {
    let key = LetterHash.of(stem.letters.lazy.map { Folding.letter($0, .carriers) })
    let start = stemLetters.count
    stemLetters += stem.letters
    let seeded = word.isAcronym ? ~key : key
    entries.append(
      Entry(
        word: number, letters: start..<stemLetters.count, endings: stem.endings,
        inflection: stem.inflection,
        traits: word.isRespelled ? stem.traits.union(.isRespelled) : stem.traits,
        isLong: word.letters.count >= Morphology.shortestWord, next: stems.value(seeded) ?? -1))
    stems.set(seeded, to: Int32(entries.count - 1))
  }

  /// Appends every reading of a token to `readings`.
  func read(_ token: MatchWord, into readings: inout [Reading]) {
    let count = token.letters.count
    if count == 0 { return }
    let mayBegin = morphology.firstLetters.contains(token.letters[0])
    // Where an ending can begin, and which strings of letters it can be.
    var endings: [(at: Int, string: Int)] = []
    var at = max(count - morphology.longestEnding, 0)
    let alef = token.letters.map { Folding.letter($0, .alef) }
    while at <= count {
      if let string = morphology.endingString(alef[at...]) { endings.append((at, string)) }
      at += 1
    }
    guard !endings.isEmpty else { return }
    for proclitic in morphology.proclitics {
      let start = proclitic.letters.count
      if start > 0 {
        if !mayBegin { break }
        guard start < count, alef.starts(with: proclitic.letters) else { continue }
        if let before = proclitic.before, !before.contains(alef[start]) { continue }
      }
      var hash = LetterHash()
      var hashed = start
      for ending in endings where ending.at > start {
        while hashed < ending.at {
          hash.feed(Folding.letter(token.letters[hashed], .carriers))
          hashed += 1
        }
        // Capitals first: ISIS is better read as ISIS than as Isis.
        if token.isAcronym { find(~hash.value, proclitic, ending, token, &readings) }
        find(hash.value, proclitic, ending, token, &readings)
      }
    }
  }

  private func find(
    _ key: UInt64, _ proclitic: Morphology.Proclitic, _ ending: (at: Int, string: Int),
    _ token: MatchWord, _ readings: inout [Reading]
  ) {
    var next = stems.value(key) ?? -1
    while next >= 0 {
      let entry = entries[Int(next)]
      next = entry.next
      guard entry.isLong || !proclitic.needsLongWord else { continue }
      let start = proclitic.letters.count
      guard
        let stemLevel = level(
          token.letters[start..<ending.at], stemLetters[entry.letters], token, entry)
      else { continue }
      for index in morphology.readings(ending.string, inClass: entry.endings) {
        if let reading = reading(
          entry, morphology.endings[index], proclitic, ending.at, stemLevel, token)
        {
          readings.append(reading)
        }
      }
    }
  }

  private func reading(
    _ entry: Entry, _ ending: Morphology.Ending, _ proclitic: Morphology.Proclitic, _ at: Int,
    _ stemLevel: FoldingLevel, _ token: MatchWord
  ) -> Reading? {
    let hasArticle = proclitic.article != nil
    var inflection = ending.inflection
    if !ending.traits.contains(.isBase), !entry.isLong, language == .arabic { return nil }
    if hasArticle,
      ending.pronoun != nil || !inflection.isDisjoint(with: [.construct, .accusative, .shortened])
    {
      return nil
    }
    if entry.traits.contains(.isFixed), !inflection.isDisjoint(with: [.dual, .plural, .feminine]) {
      return nil
    }
    if ending.traits.contains(.isFemininePlural), entry.traits.contains(.hasNoFemininePlural) {
      return nil
    }
    let isPerson = entry.traits.contains(.isPerson)
    if entry.traits.contains(.hasBrokenPlural), !isPerson, !inflection.contains(.feminine) {
      let isLongPlural =
        entry.letters.count >= 5 && ending.traits.contains(.isFemininePlural)
      if ending.traits.contains(.isSoundPlural), !isLongPlural { return nil }
      if inflection.contains(.dual) { inflection.remove(.plural) }
    }
    inflection.formUnion(entry.inflection)
    var traits: Traits = []
    if isPerson { traits.insert(.isPerson) }
    if ending.traits.contains(.isOfPersons), !isPerson, !entry.traits.contains(.isParticiple) {
      traits.insert(.needsContext)
    }
    if ending.traits.contains(.looksLikeCountry) { traits.insert(.looksLikeCountry) }
    if entry.traits.contains(.isAmbiguous) { traits.insert(.needsContext) }
    let end = token.letters.count - ending.pronounLength
    let start = proclitic.letters.count
    if language == .arabic, !inflection.isDisjoint(with: [.dual, .plural, .feminine, .accusative]),
      !entry.traits.contains(.isAmbiguous), Lookalikes.table.contains(token.letters[start..<end])
    {
      return nil
    }
    var level = max(stemLevel, self.level(token.letters[at...], ending))
    if entry.traits.contains(.isRespelled) != token.isRespelled { level = .carriers }
    if isOtherYa(entry, ending, token, at) { traits.insert(.needsContext) }
    let articleStart = start - (proclitic.article ?? 0)
    // In لل the article's own ل cannot be shown without the particle's.
    let isFused = proclitic.article == 0 || proclitic.article == 1
    return Reading(
      word: entry.word,
      form: WordForm(
        proclitics: proclitic.proclitics, hasArticle: hasArticle, inflection: inflection,
        pronoun: ending.pronoun),
      range: token.sources[isFused ? articleStart - 1 : articleStart].lowerBound
        ..< token.sources[wordEnd(ending, end, token) - 1].upperBound,
      level: level,
      affixes: articleStart + ending.pronounLength + (inflection.isEmpty ? 0 : 1), traits: traits)
  }

  /// Where the word ends in its letters: English 's is no part of it.
  private func wordEnd(_ ending: Morphology.Ending, _ end: Int, _ token: MatchWord) -> Int {
    guard ending.inflection.contains(.possessive) else { return end }
    return token.letters.lastIndex(of: apostrophe) ?? end
  }

  /// The level at which letters of a token are a stem's; nil if they are not.
  private func level(
    _ letters: ArraySlice<UInt32>, _ stem: ArraySlice<UInt32>, _ token: MatchWord, _ entry: Entry
  ) -> FoldingLevel? {
    guard letters.count == stem.count else { return nil }
    var level = FoldingLevel.shapes
    for (letter, own) in zip(letters, stem) where letter != own {
      if Folding.letter(letter, .alef) == Folding.letter(own, .alef) {
        level = max(level, .alef)
      } else if Folding.letter(letter, .carriers) == Folding.letter(own, .carriers) {
        level = .carriers
      } else {
        return nil
      }
    }
    return level
  }

  private func level(
    _ letters: ArraySlice<UInt32>, _ ending: Morphology.Ending
  ) -> FoldingLevel {
    if ending.traits.contains(.isMisspelled) { return .carriers }
    return letters.elementsEqual(ending.letters) ? .shapes : .alef
  }

  /// Whether a word of three letters or fewer differs from the token in ى and ي: that is rather
  /// another word, as على and علي are, than a slip of the pen.
  private func isOtherYa(
    _ entry: Entry, _ ending: Morphology.Ending, _ token: MatchWord, _ at: Int
  ) -> Bool {
    let letters = wordLetters[wordRanges[Int(entry.word)]]
    guard letters.count <= 3, let last = letters.last, isYa(last) else { return false }
    let own = ending.letters.isEmpty ? token.letters[at - 1] : token.letters[at]
    return isYa(own) && own != last && ending.traits.contains(.isBase)
  }

  private func isYa(_ letter: UInt32) -> Bool { letter == 0x0649 || letter == 0x064A }
}

private let apostrophe: UInt32 = 0x27
