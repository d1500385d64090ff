/// What a language puts before and behind a word's stem in running text, compiled for look-up.
///
/// A form of a word is `proclitics + article + stem + ending`. A stem is what a word's forms have
/// in common, and its class says which endings it takes: دولة is دول of the class of ة. Nothing
/// here decides what a word means: the words looked for do, since only a stem of one of them
/// counts.
struct Morphology: Sendable {
  /// Particles before the stem, with or without the article; the empty one first.
  let proclitics: [Proclitic]
  /// Letters a proclitic may begin with.
  let firstLetters: Set<UInt32>
  /// Every ending of every class.
  let endings: [Ending]
  /// How long an ending can be, in letters.
  let longestEnding: Int
  private let strings: HashIndex
  /// For each class and ending string, the endings that read it.
  private let readings: [Range<Int>]
  private let stringCount: Int

  /// Letters a word must have before a short particle or an ending may come off: two letters and
  /// a particle are too often a word of their own.
  static let shortestWord = 3

  struct Proclitic: Sendable {
    let letters: [UInt32]
    let proclitics: Proclitics
    /// How many of `letters` are the article; nil where there is none.
    let article: Int?
    /// Whether the word needs `shortestWord` letters.
    let needsLongWord: Bool
    /// The letters the stem must begin with; nil for any.
    let before: [UInt32]?
  }

  struct Ending: Sendable {
    /// At level `.shapes`, pronoun included.
    let letters: [UInt32]
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
    /// Looks like a country's name: روسيا for the accusative of روسي.
    static let looksLikeCountry = Traits(rawValue: 1 << 3)
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
  init(proclitics: [Proclitic], classes: [[Spec]]) {
    var strings = HashIndex()
    var byClass: [[[Ending]]] = []
    var count: Int32 = 0
    var longest = 0
    for specs in classes {
      var byString: [Int: [Ending]] = [:]
      for ending in specs.flatMap(Self.endings) {
        let key = Self.key(ending.letters.map { Folding.letter($0, .alef) })
        let string = strings.value(key) ?? count
        if string == count {
          strings.set(key, to: count)
          count += 1
        }
        longest = max(longest, ending.letters.count)
        byString[Int(string), default: []].append(ending)
      }
      byClass.append((0..<Int(count)).map { byString[$0] ?? [] })
    }
    var endings: [Ending] = []
    var readings: [Range<Int>] = []
    for byString in byClass {
      for string in 0..<Int(count) {
        let start = endings.count
        if string < byString.count { endings += byString[string] }
        readings.append(start..<endings.count)
      }
    }
    self.proclitics = proclitics
    self.endings = endings
    self.readings = readings
    self.strings = strings
    firstLetters = Set(proclitics.compactMap(\.letters.first))
    longestEnding = longest
    stringCount = Int(count)
  }

  private static func endings(_ spec: Spec) -> [Ending] {
    let letters = Folding.fold(spec.letters, level: .shapes)
    let bare = Ending(
      letters: letters, inflection: spec.inflection, pronoun: nil, pronounLength: 0,
      traits: spec.traits)
    if spec.pronouns == .none { return [bare] }
    let pronouns = Pronoun.allCases.map { pronoun in
      let suffix = Folding.fold(pronoun.rawValue, level: .shapes)
      return Ending(
        letters: letters + suffix, inflection: spec.inflection.subtracting(.construct),
        pronoun: pronoun, pronounLength: suffix.count,
        traits: spec.traits.subtracting([.isBase, .isOfPersons]))
    }
    return spec.pronouns == .needed ? pronouns : [bare] + pronouns
  }

  /// The number of a string of letters folded to `.alef`; nil if no ending is spelled so.
  func endingString(_ letters: ArraySlice<UInt32>) -> Int? {
    letters.count > longestEnding ? nil : strings.value(Self.key(letters)).map(Int.init)
  }

  /// Indexes into `endings`: how a class reads an ending string.
  func readings(_ string: Int, inClass number: Int) -> Range<Int> {
    let index = number &* stringCount &+ string
    return readings.indices.contains(index) ? readings[index] : 0..<0
  }

  /// Up to six letters, which in Arabic and ASCII differ in their low ten bits, in one number.
  private static func key(_ letters: some Sequence<UInt32>) -> UInt64 {
    letters.reduce(1) { $0 << 10 | UInt64($1 & 0x3FF) }
  }

  static func of(_ language: Language) -> Morphology {
    switch language {
    case .arabic: ArabicForms.morphology
    case .english: EnglishForms.morphology
    }
  }
}
