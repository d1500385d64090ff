/// What each piece of evidence counts for in dividing a word: the natural logarithm of odds, in
/// hundredths.
///
/// Learned by penalised logistic regression over the candidates of each word, from the words of UD
/// Arabic-PUD as written and without hamza and vowel marks, with names of Wikidata (CC0) as words
/// that stay whole: `Benchmarks/clitics/learn-weights.py`. Codes of `WordCounts` are eighths, so that
/// a yes or no counts eight of them.
enum CliticWeights {
  /// The word as it stands: its count, and one for a word never seen.
  static let whole = 54
  static let wholeUnseen = 79
  /// The count without the alif of the accusative.
  static let wholeAccusative = 15
  /// The count with the article, which no clitic stands after: الولاية speaks for ولاية.
  static let wholeArticle = 38
  /// The count as an imperfect verb: يوافق speaks for وافق.
  static let wholeImperfect = 40
  /// Whether the word with the article is at least a fiftieth, and a fifth, as frequent.
  static let wholeArticleOften = 160
  static let wholeArticleVeryOften = 82

  /// The stem after particles alone, and before a pronoun.
  static let stem = Sided(particles: 83, pronoun: 28)
  static let stemUnseen = Sided(particles: -48, pronoun: -126)
  static let stemOfTwo = Sided(particles: -285, pronoun: -378)
  static let stemOfThree = Sided(particles: -152, pronoun: -117)

  struct Sided {
    let particles: Int
    let pronoun: Int
  }

  /// What is left after the conjunction, and after the particle, as a word.
  static let restAfterConjunction = 17
  static let restAfterParticle = 56

  static let waw = 135
  /// Learned as -322: translated text like PUD has little ف, the news of Arabic agencies
  /// has more.
  static let fa = -250
  static let conjunctionAndArticle = 131
  static let conjunctionAndParticle = -99
  static let pronounAndOther = 32

  /// Particles by letter, and by letter before the article.
  static let ba = -220
  static let lam = -153
  static let kaf = -350
  static let sin = -103
  static let baArticle = 158
  static let lamArticle = 161
  static let kafArticle = -57
  /// The count of the stem with the article, after a preposition.
  static let nominal = 46
  /// ل before the prefix of an imperfect.
  static let lamImperfect = 38
  /// What follows ال as a word, where the article cannot be: with a pronoun, or after ل.
  static let articleOutOfPlace = -35

  /// The count of the stem with another of the frequent pronouns.
  static let otherPronoun = 74

  /// Pronouns, each with its weight, in the order candidates are tried in.
  static let pronouns: [(letters: String, weight: Int)] = [
    ("ه", 127), ("ها", 246), ("هم", 124), ("هن", 0), ("هما", 23), ("ك", -212),
    ("كم", -17), ("كما", 0), ("نا", -142), ("ني", -312), ("ي", -368),
  ]
}
