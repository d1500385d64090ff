import ICU

/// Finds phrases of one or more words in running text, in the forms running text gives them.
///
/// Arabic words are found under و ف ب ل ك س ال and pronoun endings, English ones with plural and
/// possessive endings; words may be parted by quotes or hyphens. Build it once, then share it
/// between threads.
package struct PhraseMatcher: Sendable {
  /// How strictly a phrase's form is taken.
  package enum Strictness: Sendable {
    /// Clitics come off; in a phrase of several words each may have the article or not; a single
    /// word written with the article needs it.
    case free
    /// Clitics come off, but articles stand as written.
    case articlesAsWritten
    /// Nothing comes off, and hamza, ى and ة are as written.
    case exact
  }

  /// A phrase to look for; matches report its `id`, which several phrases may share.
  package struct Phrase: Sendable {
    let text: String
    let id: Int32
    let strictness: Strictness

    package init(_ text: String, id: Int32, strictness: Strictness = .free) {
      self.text = text
      self.id = id
      self.strictness = strictness
    }
  }

  /// A phrase in folded words.
  private struct Entry: Sendable {
    let id: Int32
    let words: [[UInt32]]
    let articles: [Bool]
    let strictness: Strictness
  }

  private let language: Language
  private var index: WordIndex
  private var words = Trie()
  private var ends: [Int32: [Int32]] = [:]
  private var entries: [Entry] = []

  /// A matcher of `phrases`; one that has no word in it is never found.
  package init(_ language: Language, _ phrases: some Sequence<Phrase>) throws(ICUError) {
    self.language = language
    index = WordIndex(language)
    var segmenter = try WordSegmenter(language)
    for phrase in phrases { try add(phrase, &segmenter) }
  }

  private mutating func add(
    _ phrase: Phrase, _ segmenter: inout WordSegmenter
  ) throws(ICUError) {
    let bytes = Array(phrase.text.utf8)
    var tokens: [Token] = []
    try segmenter.segment(0..<bytes.count, of: bytes.span, into: &tokens)
    var written: [(letters: [UInt32], isAcronym: Bool)] = []
    var folded = FoldedText()
    for token in tokens where token.kind != .symbol {
      let isAcronym = isAcronym(token, bytes.span)
      fold(token, bytes.span, into: &folded)
      if !folded.scalars.isEmpty { written.append((folded.scalars, isAcronym)) }
    }
    if written.isEmpty { return }
    let isLiteral = phrase.strictness == .exact
    let bare = written.map { isLiteral ? nil : withoutArticle($0.letters) }
    insert(
      Entry(
        id: phrase.id, words: zip(written, bare).map { $1 ?? $0.letters },
        articles: bare.map { $0 != nil }, strictness: phrase.strictness),
      acronyms: written.map(\.isAcronym))
    if written.count == 1, bare[0] != nil {
      // التزام begins with the article's letters but has no article.
      insert(
        Entry(
          id: phrase.id, words: [written[0].letters], articles: [false],
          strictness: phrase.strictness),
        acronyms: [false])
    }
  }

  private mutating func insert(_ entry: Entry, acronyms: [Bool]) {
    var node = Trie.root
    for (word, isAcronym) in zip(entry.words, acronyms) {
      let word = index.add(word, isAcronym: isAcronym)
      node = words.insertChild(of: node, UInt32(bitPattern: word))
    }
    ends[node, default: []].append(Int32(entries.count))
    entries.append(entry)
  }

  private func withoutArticle(_ letters: [UInt32]) -> [UInt32]? {
    guard language == .arabic, letters.count >= 4, letters[0] == 0x0627, letters[1] == 0x0644 else {
      return nil
    }
    return Array(letters[2...])
  }

  /// Every occurrence of every phrase in `tokens`, by first token; overlaps included.
  package func allMatches(in tokens: [Token], of bytes: Span<UInt8>) -> [PhraseMatch] {
    let sentence = read(tokens, bytes)
    var matches: [PhraseMatch] = []
    for start in tokens.indices {
      var path: [WordIndex.Reading] = []
      extend(from: Trie.root, at: start, first: start, sentence, &path, &matches)
    }
    return matches
  }

  /// The occurrences left when, from the beginning on, the longest phrase at each place wins.
  package func longestMatches(in tokens: [Token], of bytes: Span<UInt8>) -> [PhraseMatch] {
    let all = allMatches(in: tokens, of: bytes).sorted { $0.isBetter(than: $1) }
    var kept: [PhraseMatch] = []
    for match in all where match.tokens.lowerBound >= kept.last?.tokens.upperBound ?? 0 {
      kept.append(match)
    }
    return kept
  }

  private struct Sentence {
    var folded: [FoldedText] = []
    var readings: [[WordIndex.Reading]] = []
    var isJoiner: [Bool] = []
  }

  private func read(_ tokens: [Token], _ bytes: Span<UInt8>) -> Sentence {
    var sentence = Sentence()
    for token in tokens {
      var folded = FoldedText()
      var readings: [WordIndex.Reading] = []
      if token.kind != .symbol {
        fold(token, bytes, into: &folded)
        index.read(folded, isAcronym: isAcronym(token, bytes), into: &readings)
      }
      let first = bytes.scalar(at: token.range.lowerBound).value
      sentence.isJoiner.append(token.kind == .symbol && joiners.contains(first))
      sentence.readings.append(readings)
      sentence.folded.append(folded)
    }
    return sentence
  }

  private func extend(
    from node: Int32, at token: Int, first: Int, _ sentence: Sentence,
    _ path: inout [WordIndex.Reading], _ matches: inout [PhraseMatch]
  ) {
    for reading in sentence.readings[token] {
      // A particle stands before the first word only; within the phrase it would start a new one.
      if !path.isEmpty, reading.hasParticle { continue }
      guard let next = words.child(of: node, UInt32(bitPattern: reading.word)) else { continue }
      path.append(reading)
      for end in ends[next] ?? [] {
        if let match = match(entries[Int(end)], path, first..<token + 1, sentence) {
          matches.append(match)
        }
      }
      var following = token + 1
      while following < sentence.isJoiner.count, following - token <= 2,
        sentence.isJoiner[following]
      {
        following += 1
      }
      if following < sentence.isJoiner.count {
        extend(from: next, at: following, first: first, sentence, &path, &matches)
      }
      path.removeLast()
    }
  }

  private func match(
    _ entry: Entry, _ path: [WordIndex.Reading], _ tokens: Range<Int>, _ sentence: Sentence
  ) -> PhraseMatch? {
    var level = FoldingLevel.shapes
    var affixes = 0
    var words = 0
    for (reading, token) in zip(path, wordTokens(tokens, sentence)) {
      let needsArticle = entry.articles[words]
      switch entry.strictness {
      case .exact:
        guard reading.affixes == 0, !reading.hasArticle, !reading.isSeam,
          self.level(sentence.folded[token].scalars[reading.stem], entry.words[words], false)
            == .shapes
        else { return nil }
      case .articlesAsWritten:
        guard reading.hasArticle == needsArticle else { return nil }
      case .free:
        if path.count == 1, needsArticle, !reading.hasArticle { return nil }
      }
      let stem = sentence.folded[token].scalars[reading.stem]
      if path.count == 1, isOtherYa(stem, entry.words[words]) { return nil }
      level = max(
        level,
        self.level(sentence.folded[token].scalars[reading.stem], entry.words[words], reading.isSeam)
      )
      affixes += reading.affixes
      words += 1
    }
    guard let start = path.first?.range.lowerBound, let end = path.last?.range.upperBound else {
      return nil
    }
    return PhraseMatch(
      id: entry.id, tokens: tokens, range: start..<end, level: level, affixes: affixes)
  }

  /// Whether two short words differ in ى and ي: with so few letters that is rather another word,
  /// as على and علي are, than a slip of the pen.
  private func isOtherYa(_ stem: ArraySlice<UInt32>, _ word: [UInt32]) -> Bool {
    stem.count <= 3 && stem.last != word.last && (stem.last == 0x0649 || stem.last == 0x064A)
      && (word.last == 0x0649 || word.last == 0x064A)
  }

  private func wordTokens(_ tokens: Range<Int>, _ sentence: Sentence) -> [Int] {
    tokens.filter { !sentence.isJoiner[$0] }
  }

  /// The level at which a stem, known to be equal at `.carriers`, already equals a word.
  private func level(_ stem: ArraySlice<UInt32>, _ word: [UInt32], _ isSeam: Bool) -> FoldingLevel {
    let compared = isSeam ? word.dropLast() : word[...]
    let folded = isSeam ? stem.dropLast() : stem
    if folded.elementsEqual(compared) { return .shapes }
    let isAlef = zip(folded, compared).allSatisfy {
      Folding.letter($0, .alef) == Folding.letter($1, .alef)
    }
    return isAlef ? .alef : .carriers
  }

  private func fold(
    _ token: Token, _ bytes: Span<UInt8>, into text: inout FoldedText
  ) {
    Folding.fold(token.range, of: bytes, level: .shapes, into: &text)
    // `U.S.` is `US`.
    if language == .english, token.kind == .word { text.removeAll { $0 == 0x2E } }
  }

  /// Two or more capitals and digits (`UN`, `G20`), and else only stops or a short ending.
  private func isAcronym(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    guard language == .english else { return false }
    var capitals = 0
    var digits = 0
    var ending = 0
    for at in token.range {
      switch bytes[at] {
      case 0x41...0x5A: if ending > 0 { return false } else { capitals += 1 }
      case 0x30...0x39: if ending > 0 { return false } else { digits += 1 }
      case 0x2E: continue
      case 0x73, 0x27, 0xE2, 0x80, 0x99: ending += 1
      default: return false
      }
    }
    return capitals > 0 && capitals + digits >= 2
  }
}

/// An occurrence of a phrase.
package struct PhraseMatch: Sendable, Equatable {
  package let id: Int32
  /// Indexes into the tokens searched.
  package let tokens: Range<Int>
  /// UTF-8 bytes of the phrase itself: its article, but no clitic before or ending after it.
  ///
  /// Where ل and the article are one (للبيت), both are in it.
  package let range: Range<Int>
  /// The folding the match needed.
  package let level: FoldingLevel
  /// Letters of clitics and endings taken off.
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

/// Marks that may part the words of a phrase: quotes, hyphens, the stop of an abbreviation.
private let joiners: Set<UInt32> = [
  0x22, 0x27, 0x2D, 0x2E, 0xAB, 0xBB, 0x2010, 0x2011, 0x2013, 0x2018, 0x2019, 0x201C, 0x201D,
]
