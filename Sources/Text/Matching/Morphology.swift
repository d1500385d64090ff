/// What a language puts before and behind a word's stem in running text, compiled for look-up.
///
/// A form of a word is `proclitics + article + stem + ending`. A stem is what a word's forms have
/// in common, and its class says which endings it takes: دولة is دول of the class of ة. Nothing
/// here decides what a word means: the words looked for do, since only a stem of one of them
/// counts.
struct Morphology: Sendable {
  /// Particles before the stem, with or without the article; those of the same letters together.
  let proclitics: [Proclitic]
  /// Every ending of every class.
  let endings: [Ending]
  /// The letters of the endings, at level `.shapes`, pronouns included.
  let letters: [UInt32]
  /// How long a proclitic and an ending can be, in letters.
  let longestProclitic: Int
  let longestEnding: Int
  private let prefixes: HashIndex
  private let prefixed: [Range<Int>]
  private let strings: HashIndex
  /// For each class and ending string, the endings that read it.
  private let readings: [Range<Int>]
  private let stringCount: Int

  /// Letters a word must have before a short particle or an ending may come off: two letters and
  /// a particle are too often a word of their own.
  static let shortestWord = 3

  struct Proclitic: Sendable {
    let length: Int
    let proclitics: Proclitics
    /// How many of its letters are the article; nil where there is none.
    let article: Int?
    /// Whether the word needs `shortestWord` letters.
    let needsLongWord: Bool
    /// Whether the stem must begin with ل, or with a prefix of the imperfect.
    let follower: Follower

    enum Follower: Sendable { case any, lam, imperfect }
  }

  /// A proclitic as the tables of a language give it.
  struct ProcliticSpec: Sendable {
    let letters: String
    let proclitics: Proclitics
    let article: Int?
    let needsLongWord: Bool
    let follower: Proclitic.Follower
  }

  struct Ending: Sendable {
    /// Its letters in `Morphology.letters`.
    let letters: Range<Int>
    let inflection: Inflection
    let pronoun: Pronoun?
    let pronounLength: Int
    let traits: Traits
  }

  /// What is to be known of an ending besides its inflection.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// The word as its dictionary has it.
    static let isBase = Traits(rawValue: 1)
    /// ه for ة.
    static let isMisspelled = Traits(rawValue: 1 << 1)
    /// Alone it is seldom what it seems but in a noun of persons: ي is rather an adjective's, و
    /// a foreign word's (بيانو).
    static let isOfPersons = Traits(rawValue: 1 << 2)
    /// Only an adjective beside its noun has it.
    static let needsAgreement = Traits(rawValue: 1 << 3)
    /// A sound plural a noun with a broken one does not take.
    static let isSoundPlural = Traits(rawValue: 1 << 4)
    /// The plural of a feminine: ات.
    static let isFemininePlural = Traits(rawValue: 1 << 5)
  }

  /// An ending as the tables of a language give it.
  struct Spec: Sendable {
    enum Pronouns: Sendable { case none, needed, optional }

    let letters: String
    let inflection: Inflection
    let pronouns: Pronouns
    let traits: Traits

    init(
      _ letters: String, _ inflection: Inflection = [], _ pronouns: Pronouns = .none,
      _ traits: Traits = []
    ) {
      self.letters = letters
      self.inflection = inflection
      self.pronouns = pronouns
      self.traits = traits
    }
  }

  /// - Parameter classes: for each class, in order, the endings its stems take.
  init(proclitics: [ProcliticSpec], classes: [[Spec]]) {
    var prefixes = HashIndex()
    var prefixed: [Range<Int>] = []
    var compiled: [Proclitic] = []
    // Longer ones later, so that of equal readings the one that takes off less comes first.
    for spec in proclitics.sorted(by: {
      ($0.letters.count, $0.letters) < ($1.letters.count, $1.letters)
    }) {
      let letters = spec.letters.unicodeScalars.map(\.value)
      let key = letters.reduce(1, Self.key)
      compiled.append(
        Proclitic(
          length: letters.count, proclitics: spec.proclitics, article: spec.article,
          needsLongWord: spec.needsLongWord, follower: spec.follower))
      if let known = prefixes.value(key) {
        prefixed[Int(known)] = prefixed[Int(known)].lowerBound..<compiled.count
      } else {
        prefixes.set(key, to: Int32(prefixed.count))
        prefixed.append(compiled.count - 1..<compiled.count)
      }
    }
    self.proclitics = compiled
    self.prefixes = prefixes
    self.prefixed = prefixed
    longestProclitic = compiled.map(\.length).max() ?? 0

    var strings = HashIndex()
    var count = 0
    var letters: [UInt32] = []
    // Each ending with its class and string, to be put in their order.
    var found: [(kind: Int, string: Int, ending: Ending)] = []
    for (kind, specs) in classes.enumerated() {
      for (text, ending) in specs.flatMap(Self.endings) {
        let key = text.reversed().lazy.map { Folding.letter($0, .alef) }.reduce(1, Self.key)
        let string = strings.value(key).map(Int.init) ?? count
        if string == count {
          strings.set(key, to: Int32(count))
          count += 1
        }
        let start = letters.count
        letters += text
        found.append((kind, string, ending(start..<letters.count)))
      }
    }
    var readings: [Range<Int>] = []
    var endings: [Ending] = []
    for kind in classes.indices {
      let own = found.filter { $0.kind == kind }
      for string in 0..<count {
        let start = endings.count
        endings += own.lazy.filter { $0.string == string }.map(\.ending)
        readings.append(start..<endings.count)
      }
    }
    self.endings = endings
    self.readings = readings
    self.strings = strings
    self.letters = letters
    longestEnding = endings.map(\.letters.count).max() ?? 0
    stringCount = count
  }

  /// The endings a table's row stands for, by their letters: with each pronoun it takes.
  private static func endings(_ spec: Spec) -> [([UInt32], (Range<Int>) -> Ending)] {
    let letters = Folding.fold(spec.letters, level: .shapes)
    let bare = { (range: Range<Int>) in
      Ending(
        letters: range, inflection: spec.inflection, pronoun: nil, pronounLength: 0,
        traits: spec.traits)
    }
    if spec.pronouns == .none { return [(letters, bare)] }
    let pronouns = Pronoun.allCases.map { pronoun in
      let suffix = Folding.fold(pronoun.rawValue, level: .shapes)
      return (
        letters + suffix,
        { (range: Range<Int>) in
          Ending(
            letters: range, inflection: spec.inflection.subtracting(.construct), pronoun: pronoun,
            pronounLength: suffix.count, traits: spec.traits.subtracting([.isBase, .isOfPersons]))
        }
      )
    }
    return spec.pronouns == .needed ? pronouns : [(letters, bare)] + pronouns
  }

  /// The proclitics of a key: letters from the first one on.
  func proclitics(_ key: UInt64) -> Range<Int> {
    prefixes.value(key).map { prefixed[Int($0)] } ?? 0..<0
  }

  /// The number of an ending's letters, by their key from the last one back; nil if none is
  /// spelled so.
  func endingString(_ key: UInt64) -> Int? { strings.value(key).map(Int.init) }

  /// Indexes into `endings`: how a class reads an ending string.
  func readings(_ string: Int, inClass number: Int) -> Range<Int> {
    let index = number &* stringCount &+ string
    return readings.indices.contains(index) ? readings[index] : 0..<0
  }

  /// Adds a letter to the key of a string, which begins as 1 and holds six letters: Arabic and
  /// ASCII ones differ in their low ten bits.
  static func key(_ key: UInt64, _ letter: UInt32) -> UInt64 { key << 10 | UInt64(letter & 0x3FF) }

  static func of(_ language: Language) -> Morphology {
    switch language {
    case .arabic: ArabicForms.morphology
    case .english: EnglishForms.morphology
    }
  }
}
