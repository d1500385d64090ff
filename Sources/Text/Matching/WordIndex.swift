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
    static let needsAgreement = Traits(rawValue: 1 << 2)
    static let isParticiple = Traits(rawValue: 1 << 3)
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
  /// The words whose adjectives of relation are in the index.
  private var related: Set<Int32> = []

  init(_ language: Language, minimumCapacity: Int = 0) {
    self.language = language
    morphology = Morphology.of(language)
    words = HashIndex(minimumCapacity: minimumCapacity)
    stems = HashIndex(minimumCapacity: minimumCapacity &* 2)
  }

  /// The number of a word in the spelling of its letters, new or known.
  ///
  /// - Parameter hasNisba: whether it is looked for as an adjective of relation too.
  mutating func add(_ word: MatchWord, hasNisba: Bool) -> Int32 {
    let number = add(word)
    if hasNisba, language == .arabic, related.insert(number).inserted {
      for stem in ArabicStems.relatedStems(of: word.letters) { add(stem, of: number, word) }
    }
    return number
  }

  private mutating func add(_ word: MatchWord) -> Int32 {
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
        isLong: max(word.letters.count, stem.inflection.isEmpty ? 0 : stem.letters.count)
          >= Morphology.shortestWord, next: stems.value(seeded) ?? -1))
    stems.set(seeded, to: Int32(entries.count - 1))
  }

  /// Room for what is found out about a token, used again for each.
  struct Scratch: Sendable {
    /// The letters folded to `.alef` and `.carriers`.
    fileprivate var alef: [UInt32] = []
    fileprivate var carriers: [UInt32] = []
    /// Where an ending can begin, and which string of letters it is then.
    fileprivate var endings: [(at: Int, string: Int)] = []
  }

  /// Appends every reading of a token to `readings`.
  func read(_ token: MatchWord, _ scratch: inout Scratch, into readings: inout [Reading]) {
    let count = token.letters.count
    if count == 0 { return }
    scratch.alef.removeAll(keepingCapacity: true)
    scratch.carriers.removeAll(keepingCapacity: true)
    for letter in token.letters {
      scratch.alef.append(Folding.letter(letter, .alef))
      scratch.carriers.append(Folding.letter(letter, .carriers))
    }
    scratch.endings.removeAll(keepingCapacity: true)
    var suffix: UInt64 = 1
    for at in stride(from: count, to: max(0, count - morphology.longestEnding - 1), by: -1) {
      if at < count { suffix = Morphology.key(suffix, scratch.alef[at]) }
      if let string = morphology.endingString(suffix) { scratch.endings.append((at, string)) }
    }
    var prefix: UInt64 = 1
    for start in 0...min(morphology.longestProclitic, count - 1) {
      if start > 0 { prefix = Morphology.key(prefix, scratch.alef[start - 1]) }
      let proclitics = morphology.proclitics(prefix)
      if !proclitics.isEmpty { read(token, from: start, proclitics, scratch, &readings) }
    }
  }

  private func read(
    _ token: MatchWord, from start: Int, _ proclitics: Range<Int>, _ scratch: Scratch,
    _ readings: inout [Reading]
  ) {
    var hash = LetterHash()
    var hashed = start
    for ending in scratch.endings.reversed() where ending.at > start {
      while hashed < ending.at {
        hash.feed(scratch.carriers[hashed])
        hashed += 1
      }
      // Capitals first: ISIS is better read as ISIS than as Isis.
      for key in token.isAcronym ? [~hash.value, hash.value] : [] {
        find(key, start, proclitics, ending, token, scratch, &readings)
      }
      if !token.isAcronym {
        find(hash.value, start, proclitics, ending, token, scratch, &readings)
      }
    }
  }

  private func find(
    _ key: UInt64, _ start: Int, _ proclitics: Range<Int>, _ ending: (at: Int, string: Int),
    _ token: MatchWord, _ scratch: Scratch, _ readings: inout [Reading]
  ) {
    var next = stems.value(key) ?? -1
    while next >= 0 {
      let entry = entries[Int(next)]
      next = entry.next
      guard let stemLevel = level(token, start..<ending.at, entry) else { continue }
      for number in proclitics {
        let proclitic = morphology.proclitics[number]
        guard entry.isLong || !proclitic.needsLongWord,
          accepts(scratch.alef[start], proclitic.follower)
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
  }

  /// Inflections that another word may look like.
  private static let imitated: Inflection = [
    .dual, .plural, .feminine, .accusative, .shortened,
  ]

  private func accepts(_ first: UInt32, _ follower: Morphology.Proclitic.Follower) -> Bool {
    switch follower {
    case .any: true
    case .lam: first == 0x0644
    case .imperfect: first == 0x064A || first == 0x062A || first == 0x0646 || first == 0x0627
    }
  }

  private func reading(
    _ entry: Entry, _ ending: Morphology.Ending, _ proclitic: Morphology.Proclitic, _ at: Int,
    _ stemLevel: FoldingLevel, _ token: MatchWord
  ) -> Reading? {
    let hasArticle = proclitic.article != nil
    var inflection = ending.inflection
    if hasArticle,
      ending.pronoun != nil || !inflection.isDisjoint(with: [.construct, .accusative, .shortened])
    {
      return nil
    }
    if entry.traits.contains(.isFixed), !inflection.isDisjoint(with: [.dual, .plural, .feminine]) {
      return nil
    }
    // So little is left of a shortened word that it must be spelled exactly.
    if inflection.contains(.shortened),
      stemLevel > .shapes || (entry.traits.contains(.isFixed) && entry.letters.count < 4)
    {
      return nil
    }
    // The article's alef bears no hamza: ألبوم.
    if proclitic.article == 2, token.letters[proclitic.length - 2] != 0x0627 { return nil }
    if ending.traits.contains(.isFemininePlural), entry.traits.contains(.hasNoFemininePlural) {
      return nil
    }
    let isPerson = entry.traits.contains(.isPerson)
    if entry.traits.contains(.hasBrokenPlural), !inflection.contains(.feminine) {
      let isLongPlural =
        entry.letters.count >= 5 && ending.traits.contains(.isFemininePlural)
      if ending.traits.contains(.isSoundPlural), !isLongPlural { return nil }
      if inflection.contains(.dual) { inflection.remove(.plural) }
    }
    inflection.formUnion(entry.inflection)
    var traits: Traits = []
    if isPerson { traits.insert(.isPerson) }
    if entry.traits.contains(.isParticiple) { traits.insert(.isParticiple) }
    if ending.traits.contains(.isOfPersons), traits.isDisjoint(with: [.isPerson, .isParticiple]) {
      traits.insert(.needsContext)
    }
    if language == .arabic, !entry.isLong, !ending.traits.contains(.isBase) {
      traits.insert(.needsContext)
    }
    if ending.traits.contains(.needsAgreement) { traits.insert(.needsAgreement) }
    if entry.traits.contains(.isAmbiguous) { traits.insert(.needsContext) }
    let end = token.letters.count - ending.pronounLength
    let start = proclitic.length
    if language == .arabic, !inflection.isDisjoint(with: Self.imitated),
      entry.traits.isDisjoint(with: [.hasFeminineEnding, .isAmbiguous]),
      Lookalikes.table.contains(token.letters[start..<end])
    {
      if inflection.contains(.feminine) { return nil }
      traits.insert(.needsContext)
    }
    let endingLevel = self.level(token, at, ending)
    // الأسري is of the family, and seldom a slip for الأسرى, the prisoners.
    if entry.traits.contains(.isFixed), endingLevel == .alef { traits.insert(.needsContext) }
    var level = max(stemLevel, endingLevel)
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
      range: token.sources[isFused ? articleStart - 1 : articleStart]
        .lowerBound..<token.sources[wordEnd(ending, end, token) - 1].upperBound,
      level: level,
      affixes: articleStart + ending.pronounLength + (inflection.isEmpty ? 0 : 1), traits: traits)
  }

  /// Where the word ends in its letters: English 's is no part of it.
  private func wordEnd(_ ending: Morphology.Ending, _ end: Int, _ token: MatchWord) -> Int {
    guard ending.inflection.contains(.possessive) else { return end }
    return token.letters.lastIndex(of: apostrophe) ?? end
  }

  /// The level at which letters of a token are a stem's; nil if they are not.
  private func level(_ token: MatchWord, _ range: Range<Int>, _ entry: Entry) -> FoldingLevel? {
    guard range.count == entry.letters.count else { return nil }
    var level = FoldingLevel.shapes
    for offset in 0..<range.count {
      let letter = token.letters[range.lowerBound + offset]
      let own = stemLetters[entry.letters.lowerBound + offset]
      if letter == own { continue }
      // إعداد is no plural of عدد, which has أعداد: a hamza that is written is meant.
      if offset == 0, !entry.inflection.isEmpty, isSeated(letter), isSeated(own) { return nil }
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

  /// The level at which the end of a token, from a place on, is an ending's letters.
  private func level(_ token: MatchWord, _ at: Int, _ ending: Morphology.Ending) -> FoldingLevel {
    if ending.traits.contains(.isMisspelled) { return .carriers }
    for offset in 0..<ending.letters.count
    where token.letters[at + offset] != morphology.letters[ending.letters.lowerBound + offset] {
      return .alef
    }
    return .shapes
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

  /// Whether a letter is an alef with its hamza above or below.
  private func isSeated(_ letter: UInt32) -> Bool { letter == 0x0623 || letter == 0x0625 }

  private func isYa(_ letter: UInt32) -> Bool { letter == 0x0649 || letter == 0x064A }
}

private let apostrophe: UInt32 = 0x27
