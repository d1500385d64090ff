/// Divides Arabic words: a table of which clitics go together, decided by how often the parts are
/// written.
///
/// Every division the affixes allow is weighed, `[و ف] [ب ل ك س] stem [pronoun]`, against the word
/// as it stands, with the counts of stem, word and their neighbours as evidence (`CliticWeights`).
/// A word's meaning in its sentence is not looked at: وجد is always one word.
struct CliticModel: Sendable {
  private let counts = WordCounts.arabic
  private let closed = ClosedWords.arabic
  private let pronouns = CliticWeights.pronouns.map {
    Pronoun($0.letters.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }, $0.weight)
  }
  /// Indices of the pronouns nearly every stem that takes one is seen with: ه ها هم نا.
  private let frequent: [Int]

  private struct Pronoun: Sendable {
    let letters: [UInt16]
    let hash: WordHash
    let weight: Int

    init(_ letters: [UInt16], _ weight: Int) {
      self.letters = letters
      self.weight = weight
      hash = letters.reduce(WordHash()) { $0.appending($1) }
    }
  }

  /// A division under trial, in letters of the word.
  private struct Candidate {
    /// The letter the stem begins and the one after its last.
    var stem: Range<Int>
    var conjunction: UInt16 = 0
    var particle: UInt16 = 0
    /// Index of the pronoun; nil for none.
    var pronoun: Int?
    var article = Article.none
  }

  private enum Article {
    case none
    /// ال as written.
    case written
    /// ل before ل, where ال may have lost its alif.
    case elided
  }

  private static let alefHash = WordHash().appending(Letter.alef)
  private static let articleHash = alefHash.appending(Letter.lam)
  private static let yaHash = WordHash().appending(Letter.ya)

  init() {
    frequent = pronouns.indices.filter {
      ["ه", "ها", "هم", "نا"].contains(CliticWeights.pronouns[$0].letters)
    }
  }

  /// The division of a word.
  func analysis(of word: borrowing SpelledWord) -> Analysis {
    var analysis = division(of: word)
    if analysis.seam == .article {
      analysis.article = 1
    } else if analysis.pronoun == 0, hasArticle(analysis.procliticCount..<word.count, of: word) {
      analysis.article = 2
    }
    return analysis
  }

  private func division(of word: borrowing SpelledWord) -> Analysis {
    if let known = closed.analysisWithConjunction(of: word) { return known }
    let best = best(of: word, from: 0)
    guard best.conjunction != 0 else { return analysis(best, of: word) }
    // What follows a conjunction divides as it would alone: وبسبب as بسبب.
    let rest =
      closed.analysis(of: word, from: 1) ?? analysis(self.best(of: word, from: 1), of: word)
    return rest.after(.conjunction)
  }

  private func analysis(_ candidate: Candidate, of word: borrowing SpelledWord) -> Analysis {
    var analysis = Analysis()
    switch candidate.particle {
    case 0: break
    case Letter.sin: analysis.append(.future)
    default: analysis.append(.preposition)
    }
    if let pronoun = candidate.pronoun {
      analysis.pronoun = pronouns[pronoun].letters.count
      analysis.seam = stem(candidate.stem, of: word).seam
    } else if candidate.article == .elided {
      let stem = candidate.stem
      let elided = counts.code(word.hash(Self.alefHash, stem.lowerBound, stem.upperBound))
      if elided > counts.code(word.hash(stem.lowerBound, stem.upperBound)) {
        analysis.seam = .article
      }
    }
    return analysis
  }

  /// The best division of the word from letter `start` on; only at 0 is a conjunction taken off.
  private func best(of word: borrowing SpelledWord, from start: Int) -> Candidate {
    let end = word.count
    var best = Candidate(stem: start..<end)
    guard end - start > 2 else { return best }
    var bestScore = Int.min
    var isAlone = true
    let conjunctions = start == 0 && (word[0] == Letter.waw || word[0] == Letter.fa) ? 1 : 0
    for conjunction in 0...conjunctions {
      let afterConjunction = start + conjunction
      let hasParticle = afterConjunction < end && Self.isParticle(word[afterConjunction])
      for particle in 0...(hasParticle ? 1 : 0) {
        let at = afterConjunction + particle
        guard end - at >= 2 else { continue }
        var candidate = Candidate(stem: at..<end)
        if conjunction == 1 { candidate.conjunction = word[0] }
        if particle == 1 { candidate.particle = word[at - 1] }
        if candidate.particle == Letter.sin,
          end - at < 3 || word.hasTanwin || !Self.beginsImperfect(word[at])
        {
          continue
        }
        candidate.article = article(at..<end, after: candidate.particle, of: word)
        let isWhole = conjunction == 0 && particle == 0
        if !isWhole {
          isAlone = false
          consider(candidate, &best, &bestScore, of: word, from: start)
        }
        if !word.hasTanwin {
          for index in pronouns.indices
          where word.ends(with: pronouns[index].letters, at: end, from: at) {
            let stemEnd = end - pronouns[index].letters.count
            guard stemEnd - at >= (candidate.article == .written ? 5 : 2),
              word[stemEnd - 1] != Letter.taMarbuta, word[stemEnd - 1] != Letter.alefMaqsura
            else { continue }
            var withPronoun = candidate
            withPronoun.stem = at..<stemEnd
            withPronoun.pronoun = index
            isAlone = false
            consider(withPronoun, &best, &bestScore, of: word, from: start)
          }
        }
      }
    }
    if isAlone || scoreWhole(word, from: start) >= bestScore { return Candidate(stem: start..<end) }
    return best
  }

  private func consider(
    _ candidate: Candidate, _ best: inout Candidate, _ bestScore: inout Int,
    of word: borrowing SpelledWord, from start: Int
  ) {
    let score = score(candidate, of: word, from: start)
    if score > bestScore {
      best = candidate
      bestScore = score
    }
  }

  private static func isParticle(_ letter: UInt16) -> Bool {
    letter == Letter.ba || letter == Letter.lam || letter == Letter.kaf || letter == Letter.sin
  }

  /// The prefixes of the imperfect. أ keeps its hamza here: سا begins too many names.
  private static func beginsImperfect(_ letter: UInt16) -> Bool {
    letter == Letter.ya || letter == Letter.ta || letter == Letter.nun || letter == Letter.alefHamza
  }

  private func article(
    _ rest: Range<Int>, after particle: UInt16, of word: borrowing SpelledWord
  ) -> Article {
    if rest.count > 3, word[rest.lowerBound] == Letter.alef, word[rest.lowerBound + 1] == Letter.lam
    {
      return .written
    }
    if particle == Letter.lam, word[rest.lowerBound] == Letter.lam, rest.count > 2 {
      return .elided
    }
    return .none
  }
}

extension CliticModel {
  /// Whether a stem as written begins with the article: what follows ال is a word, or the whole is
  /// none that is known.
  private func hasArticle(_ stem: Range<Int>, of word: borrowing SpelledWord) -> Bool {
    guard stem.count > 3, word[stem.lowerBound] == Letter.alef,
      word[stem.lowerBound + 1] == Letter.lam
    else { return false }
    let rest = counts.code(word.hash(stem.lowerBound + 2, stem.upperBound))
    if rest == 0 { return counts.code(word.hash(stem.lowerBound, stem.upperBound)) == 0 }
    return true
  }
}

// MARK: - Weighing

extension CliticModel {
  /// The weight of the word from `start` on as it stands.
  private func scoreWhole(_ word: borrowing SpelledWord, from start: Int) -> Int {
    typealias Weights = CliticWeights
    let end = word.count
    let count = counts.code(word.hash(start, end))
    var score = Weights.whole * count
    if count == 0 { score += Weights.wholeUnseen * 8 }
    var withArticle = counts.code(word.hash(Self.articleHash, start, end))
    if word[end - 1] == Letter.alef, end - start > 3 {
      withArticle = max(withArticle, counts.code(word.hash(Self.articleHash, start, end - 1)))
      score += Weights.wholeAccusative * counts.code(word.hash(start, end - 1))
    }
    let first = word[start]
    if first == Letter.waw || first == Letter.fa || Self.isParticle(first) {
      score += Weights.wholeArticle * withArticle
      score += Weights.wholeImperfect * imperfect(word, start, end)
    }
    if withArticle > 0 {
      // Eighths of a logarithm: a fiftieth is 31 of them, a fifth 13.
      if withArticle > count - 31 { score += Weights.wholeArticleOften * 8 }
      if withArticle > count - 13 { score += Weights.wholeArticleVeryOften * 8 }
    }
    return score
  }

  /// The count of the word as a verb in the imperfect, its perfect ending ت or وا taken off.
  private func imperfect(_ word: borrowing SpelledWord, _ start: Int, _ end: Int) -> Int {
    var count = counts.code(word.hash(Self.yaHash, start, end))
    if word[end - 1] == Letter.ta, end - start > 3 {
      count = max(count, counts.code(word.hash(Self.yaHash, start, end - 1)))
    }
    if end - start > 4, word[end - 1] == Letter.alef, word[end - 2] == Letter.waw {
      count = max(count, counts.code(word.hash(Self.yaHash, start, end - 2)))
    }
    return count
  }

  private func score(
    _ candidate: Candidate, of word: borrowing SpelledWord, from start: Int
  ) -> Int {
    typealias Weights = CliticWeights
    let stem = candidate.stem
    let end = word.count
    let pronoun = candidate.pronoun.map { pronouns[$0] }
    func sided(_ weight: Weights.Sided) -> Int {
      pronoun == nil ? weight.particles : weight.pronoun
    }
    let count =
      pronoun == nil ? bareStem(candidate, of: word) : self.stem(stem, of: word).count
    var score = sided(Weights.stem) * count
    if count == 0 { score += sided(Weights.stemUnseen) * 8 }
    var signs = 0
    if stem.count == 2 { signs += sided(Weights.stemOfTwo) }
    if stem.count == 3 { signs += sided(Weights.stemOfThree) }

    if candidate.conjunction != 0 {
      signs += candidate.conjunction == Letter.waw ? Weights.waw : Weights.fa
      if candidate.particle != 0 || pronoun != nil {
        score += Weights.restAfterConjunction * counts.code(word.hash(start + 1, end))
      } else if candidate.article == .written {
        signs += Weights.conjunctionAndArticle
      }
      if candidate.particle != 0 { signs += Weights.conjunctionAndParticle }
    }
    if candidate.particle != 0 {
      signs += particle(candidate)
      if pronoun != nil {
        score += Weights.restAfterParticle * counts.code(word.hash(stem.lowerBound, end))
      } else if candidate.particle != Letter.sin, candidate.article == .none {
        score += Weights.nominal * counts.code(word.hash(Self.articleHash, stem.lowerBound, end))
        let first = word[stem.lowerBound]
        if candidate.particle == Letter.lam,
          first == Letter.ya || first == Letter.ta || first == Letter.nun
        {
          signs += Weights.lamImperfect
        }
      }
    }
    if candidate.article == .written, pronoun != nil || candidate.particle == Letter.lam {
      score +=
        Weights.articleOutOfPlace
        * counts.code(word.hash(stem.lowerBound + 2, stem.upperBound))
    }
    if let pronoun, let index = candidate.pronoun {
      signs += pronoun.weight
      if candidate.conjunction != 0 || candidate.particle != 0 { signs += Weights.pronounAndOther }
      var others = 0
      for other in frequent where other != index {
        let hash = word.hash(
          stem.lowerBound, stem.upperBound, then: pronouns[other].hash,
          count: pronouns[other].letters.count)
        others = max(others, counts.code(hash))
      }
      score += Weights.otherPronoun * others
    }
    return score + signs * 8
  }

  private func particle(_ candidate: Candidate) -> Int {
    typealias Weights = CliticWeights
    let hasArticle = candidate.article != .none
    switch candidate.particle {
    case Letter.ba: return hasArticle ? Weights.baArticle : Weights.ba
    case Letter.lam: return hasArticle ? Weights.lamArticle : Weights.lam
    case Letter.kaf: return hasArticle ? Weights.kafArticle : Weights.kaf
    default: return Weights.sin
    }
  }

  /// The count of a stem no pronoun follows.
  private func bareStem(_ candidate: Candidate, of word: borrowing SpelledWord) -> Int {
    let (start, end) = (candidate.stem.lowerBound, candidate.stem.upperBound)
    var count = counts.code(word.hash(start, end))
    switch candidate.article {
    case .written: break
    case .elided: count = max(count, counts.code(word.hash(Self.alefHash, start, end)))
    case .none:
      // Agencies leave the hamza out: واكد is وأكد.
      guard word[start] == Letter.alef else { break }
      for letter in [Letter.alefHamza, Letter.alefHamzaBelow] {
        let first = WordHash().appending(letter)
        count = max(count, counts.code(word.hash(first, start + 1, end)))
      }
    }
    return count
  }

  /// The count of a stem before a pronoun, in the spelling it is most frequent in, and how that
  /// differs from what is written.
  private func stem(
    _ stem: Range<Int>, of word: borrowing SpelledWord
  ) -> (count: Int, seam: Clitic.Seam) {
    let (start, end) = (stem.lowerBound, stem.upperBound)
    let written = word.hash(start, end)
    let shorter = word.hash(start, end - 1)
    var best = (count: counts.code(written), seam: Clitic.Seam.none)
    func consider(_ hash: WordHash, _ seam: Clitic.Seam) {
      let count = counts.code(hash)
      if count > best.count { best = (count, seam) }
    }
    switch word[end - 1] {
    case Letter.ta: consider(shorter.appending(Letter.taMarbuta), .taMarbuta)
    case Letter.alef:
      consider(shorter.appending(Letter.alefMaqsura), .alefMaqsura)
      consider(written.appending(Letter.nun), .nun)
    case Letter.waw:
      consider(written.appending(Letter.alef), .silentAlef)
      consider(written.appending(Letter.nun), .nun)
    case Letter.ya: consider(written.appending(Letter.nun), .nun)
    case Letter.wawHamza, Letter.yaHamza:
      consider(shorter.appending(Letter.hamza), .hamza)
    default: break
    }
    return best
  }
}
