import ICU

/// Finds phrases of one or more words in running text, in the forms running text gives them.
///
/// Phrases are given in their dictionary form. Arabic words are found under و ف ب ل ك س ال and
/// pronouns, in the dual and the plural, sound or broken; English ones in the plural and the
/// possessive, in either spelling. In a phrase of several words the first may be inflected freely,
/// and the others with it: مناطق عازلة, منطقتين عازلتين. Words may be parted by quotes or hyphens.
/// Build it once, then share it between threads.
package struct PhraseMatcher: Sendable {
  /// How strictly a phrase's form is taken.
  package enum Strictness: Sendable {
    /// Clitics come off and words are inflected; in a phrase of several words each may have the
    /// article or not; a single word written with the article needs it, and is not inflected.
    case free
    /// Clitics come off, but articles and number stand as written.
    case articlesAsWritten
    /// Nothing comes off, and hamza, ى and ة are as written.
    case exact
  }

  /// A phrase to look for; matches report its `id`, which several phrases may share.
  package struct Phrase: Sendable {
    let text: String
    let id: Int32
    let strictness: Strictness
    /// How its words may be inflected, where `strictness` lets them: a name not at all, a noun in
    /// number, an adjective in number and gender, an English verb in tense too.
    let inflections: Inflection

    package init(
      _ text: String, id: Int32, strictness: Strictness = .free, inflections: Inflection = .number
    ) {
      self.text = text
      self.id = id
      self.strictness = strictness
      self.inflections = inflections
    }
  }

  /// What a match must satisfy besides having the phrase's words.
  struct Rule: Sendable {
    let id: Int32
    let strictness: Strictness
    let inflections: Inflection
    /// For each word, whether the phrase has it with the article.
    let articles: [Bool]
    /// Whether a phrase's words are inflected together, as Arabic ones are; in English each may be
    /// on its own: heads of state, foreign ministers.
    let isAgreeing: Bool
    /// Whether the first word is one that never is inflected, as غير: the next stands for it.
    let hasInvariableHead: Bool
  }

  private let language: Language
  private var index: WordIndex
  private var tree: PhraseTree
  private var rules: [Rule] = []

  /// A matcher of `phrases`; one that has no word in it is never found.
  package init(_ language: Language, _ phrases: some Collection<Phrase>) throws(ICUError) {
    self.language = language
    index = WordIndex(language, minimumCapacity: phrases.count)
    tree = PhraseTree(minimumCapacity: phrases.count &* 2)
    rules.reserveCapacity(phrases.count)
    var segmenter = try WordSegmenter(language)
    for phrase in phrases { try add(phrase, &segmenter) }
  }

  private mutating func add(
    _ phrase: Phrase, _ segmenter: inout WordSegmenter
  ) throws(ICUError) {
    let bytes = Array(phrase.text.utf8)
    var tokens: [Token] = []
    if !splitAtSpaces(bytes.span, &tokens) {
      try segmenter.segment(0..<bytes.count, of: bytes.span, into: &tokens)
    }
    var folded = FoldedText()
    var written: [MatchWord] = []
    for token in tokens {
      var word = MatchWord()
      word.read(token, of: bytes.span, language, &folded)
      if !word.letters.isEmpty { written.append(word) }
    }
    if written.isEmpty { return }
    let isLiteral = phrase.strictness == .exact || language != .arabic
    let bare = written.map { isLiteral ? nil : $0.withoutArticle }
    let needsArticle = bare.map { $0 != nil }
    let isName = phrase.strictness != .free || needsArticle == [true]
    let inflections = isName ? [] : phrase.inflections
    insert(
      zip(written, bare).map { $1 ?? $0 },
      Rule(
        id: phrase.id, strictness: phrase.strictness, inflections: inflections,
        articles: needsArticle, isAgreeing: language == .arabic,
        hasInvariableHead: invariable.contains(written[0].letters)))
    if needsArticle == [true] {
      // التزام begins with the article's letters but has no article.
      insert(
        written,
        Rule(
          id: phrase.id, strictness: phrase.strictness, inflections: phrase.inflections,
          articles: [false], isAgreeing: true, hasInvariableHead: false))
    }
    if language == .english, written.count == 2, tokens.count == 3, isHyphen(tokens[1], bytes.span)
    {
      // cease-fire is ceasefire.
      insert(
        [MatchWord(written[0], written[1])],
        Rule(
          id: phrase.id, strictness: phrase.strictness, inflections: inflections,
          articles: [false], isAgreeing: false, hasInvariableHead: false))
    }
  }

  /// Cuts a phrase of Arabic letters and spaces alone, as the segmenter would and faster; false if
  /// it is another.
  private func splitAtSpaces(_ bytes: Span<UInt8>, _ tokens: inout [Token]) -> Bool {
    guard language == .arabic else { return false }
    var start = 0
    var at = 0
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      if scalar.value == 0x20 {
        if at > start { tokens.append(Token(range: start..<at, kind: .word)) }
        start = at + 1
      } else if !(0x0621...0x063A).contains(scalar.value),
        !(0x0641...0x064A).contains(scalar.value)
      {
        tokens.removeAll()
        return false
      }
      at += scalar.length
    }
    if at > start { tokens.append(Token(range: start..<at, kind: .word)) }
    return true
  }

  private mutating func insert(_ words: [MatchWord], _ rule: Rule) {
    let hasNisba = rule.inflections.contains(.nisba)
    tree.add(words.map { index.add($0, hasNisba: hasNisba) })
    rules.append(rule)
  }

  /// Every occurrence of every phrase in `tokens`, by first token; overlaps included.
  package func allMatches(in tokens: [Token], of bytes: Span<UInt8>) -> [PhraseMatch] {
    let sentence = read(tokens, bytes)
    var matches: [PhraseMatch] = []
    var path: [WordIndex.Reading] = []
    for start in tokens.indices where !sentence.readings(at: start).isEmpty {
      let first = matches.count
      extend(from: PhraseTree.root, at: start, first: start, sentence, &path, &matches)
      if matches.count > first + 1 { keepBest(from: first, &matches) }
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

  /// Of the ways to read the same tokens as the same phrase, leaves the one that takes off least.
  private func keepBest(from first: Int, _ matches: inout [PhraseMatch]) {
    let sorted = matches[first...].enumerated().sorted {
      $0.element.isBetter(than: $1.element)
        || (!$1.element.isBetter(than: $0.element) && $0.offset < $1.offset)
    }.map(\.element)
    matches.removeSubrange(first...)
    for match in sorted
    where !matches[first...].contains(where: { $0.id == match.id && $0.tokens == match.tokens }) {
      matches.append(match)
    }
  }

  private struct Sentence {
    var readings: [WordIndex.Reading] = []
    /// For each token, where its readings begin; and the end.
    var starts: [Int] = [0]
    var isJoiner: [Bool] = []

    func readings(at token: Int) -> ArraySlice<WordIndex.Reading> {
      readings[starts[token]..<starts[token + 1]]
    }
  }

  private func read(_ tokens: [Token], _ bytes: Span<UInt8>) -> Sentence {
    var sentence = Sentence()
    sentence.starts.reserveCapacity(tokens.count + 1)
    sentence.isJoiner.reserveCapacity(tokens.count)
    var folded = FoldedText()
    var scratch = WordIndex.Scratch()
    var word = MatchWord()
    for (number, token) in tokens.enumerated() {
      word.read(token, of: bytes, language, &folded)
      index.read(word, &scratch, into: &sentence.readings)
      if language == .english, isHyphenated(number, tokens, bytes) {
        var second = MatchWord()
        second.read(tokens[number + 2], of: bytes, language, &folded)
        let first = sentence.readings.count
        index.read(MatchWord(word, second), &scratch, into: &sentence.readings)
        for joined in first..<sentence.readings.count { sentence.readings[joined].tokens = 3 }
      }
      let scalar = bytes.scalar(at: token.range.lowerBound).value
      sentence.isJoiner.append(token.kind == .symbol && joiners.contains(scalar))
      sentence.starts.append(sentence.readings.count)
    }
    return sentence
  }

  /// Whether a token is one word with the second after it, by the hyphen between them.
  private func isHyphenated(_ number: Int, _ tokens: [Token], _ bytes: Span<UInt8>) -> Bool {
    number + 2 < tokens.count && isHyphen(tokens[number + 1], bytes)
      && tokens[number].range.upperBound == tokens[number + 1].range.lowerBound
      && tokens[number + 1].range.upperBound == tokens[number + 2].range.lowerBound
  }

  private func isHyphen(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    token.kind == .symbol
      && [0x2D, 0x2010, 0x2011].contains(bytes.scalar(at: token.range.lowerBound).value)
  }

  private func extend(
    from node: Int32, at token: Int, first: Int, _ sentence: Sentence,
    _ path: inout [WordIndex.Reading], _ matches: inout [PhraseMatch]
  ) {
    for reading in sentence.readings(at: token) {
      // A particle stands before the first word only; within the phrase it would start a new one.
      if !path.isEmpty, reading.hasParticle { continue }
      guard let next = tree.child(of: node, reading.word) else { continue }
      path.append(reading)
      let end = token + reading.tokens
      tree.forEachPhrase(at: next) { phrase in
        if let match = rules[phrase].match(path, first..<end) { matches.append(match) }
      }
      var following = end
      while following < sentence.isJoiner.count, following - end < 2, sentence.isJoiner[following] {
        following += 1
      }
      if following < sentence.isJoiner.count {
        extend(from: next, at: following, first: first, sentence, &path, &matches)
      }
      path.removeLast()
    }
  }
}

/// Marks that may part the words of a phrase: quotes, hyphens, the stop of an abbreviation.
private let joiners: Set<UInt32> = [
  0x22, 0x27, 0x2D, 0x2E, 0xAB, 0xBB, 0x2010, 0x2011, 0x2013, 0x2018, 0x2019, 0x201C, 0x201D,
]

/// غير, شبه: what follows is inflected instead of them.
private let invariable: Set<[UInt32]> = [[0x063A, 0x064A, 0x0631], [0x0634, 0x0628, 0x0647]]
