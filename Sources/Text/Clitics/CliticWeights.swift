/// What each piece of evidence counts for in dividing a word: the natural logarithm of odds, in
/// hundredths.
///
/// Learned once by penalised logistic regression over the candidates of each word, from the words
/// of UD Arabic-PUD, as written and without hamza and vowel marks, with names of Wikidata (CC0) as
/// words that stay whole. Each weighs what it is named for, and none is set by hand. Codes of
/// `WordCounts` are eighths, so that a yes or no counts eight of them.
enum CliticWeights {
  /// The word as it stands: its count, and one for a word never seen.
  static let whole = 54
  static let wholeUnseen = 79
  /// The count without the alif of the accusative.
  static let wholeAccusative = 16
  /// The count with the article, which no clitic stands after: الولاية speaks for ولاية.
  static let wholeArticle = 40
  /// The count as an imperfect verb: يوافق speaks for وافق.
  static let wholeImperfect = 42
  /// Whether the word with the article is at least a fiftieth, and a fifth, as frequent.
  static let wholeArticleOften = 161
  static let wholeArticleVeryOften = 84

  /// The stem after particles alone, and before a pronoun.
  static let stem = Sided(particles: 84, pronoun: 26)
  static let stemUnseen = Sided(particles: -52, pronoun: -133)
  static let stemOfTwo = Sided(particles: -294, pronoun: -368)
  static let stemOfThree = Sided(particles: -158, pronoun: -121)

  struct Sided {
    let particles: Int
    let pronoun: Int
  }

  /// What is left after the conjunction, and after the particle, as a word.
  static let restAfterConjunction = 18
  static let restAfterParticle = 54

  static let waw = 139
  static let fa = -331
  static let conjunctionAndArticle = 120
  static let conjunctionAndParticle = -101
  static let pronounAndOther = 24

  /// Particles by letter, and by letter before the article.
  static let ba = -214
  static let lam = -152
  static let kaf = -358
  static let sin = -104
  static let baArticle = 159
  static let lamArticle = 157
  static let kafArticle = -35
  /// The count of the stem with the article, after a preposition.
  static let nominal = 47
  /// ل before the prefix of an imperfect.
  static let lamImperfect = 38
  /// What follows ال as a word, where the article cannot be: with a pronoun, or after ل.
  static let articleOutOfPlace = -36

  /// The count of the stem with another of the frequent pronouns.
  static let otherPronoun = 77

  /// Pronouns, each with its weight, in the order candidates are tried in.
  static let pronouns: [(letters: String, weight: Int)] = [
    ("ه", 130), ("ها", 256), ("هم", 126), ("هن", -4), ("هما", 22), ("ك", -207),
    ("كم", -14), ("كما", 0), ("نا", -132), ("ني", -310), ("ي", -363),
  ]
}
