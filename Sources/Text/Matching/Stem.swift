/// What some forms of a word have in common, and how they go on.
struct Stem: Sendable {
  /// At level `.shapes`; endings follow it.
  let letters: [UInt32]
  /// The class of its endings, in the tables of the language.
  let endings: Int
  /// What the stem itself is of the word: a broken plural, an irregular feminine.
  let inflection: Inflection
  let traits: Traits

  init(
    _ letters: some Sequence<UInt32>, _ endings: Int, _ inflection: Inflection = [],
    _ traits: Traits = []
  ) {
    self.letters = Array(letters)
    self.endings = endings
    self.inflection = inflection
    self.traits = traits
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// It takes no endings of number and gender.
    static let isFixed = Traits(rawValue: 1)
    /// A noun of persons, by the pattern of its broken plural: it has a feminine.
    static let isPerson = Traits(rawValue: 1 << 1)
    /// It has a broken plural, and no sound one beside it unless it is long.
    static let hasBrokenPlural = Traits(rawValue: 1 << 2)
    /// Its letters are also a common word of their own (كتاب, plural of كاتب).
    static let isAmbiguous = Traits(rawValue: 1 << 3)
    /// A participle, which without a broken plural is a noun of persons more often than not.
    static let isParticiple = Traits(rawValue: 1 << 4)
    /// A participle whose ات is rather the plural of its verbal noun: مفاوض, مفاوضات.
    static let hasNoFemininePlural = Traits(rawValue: 1 << 5)
    /// Its dictionary form ends in ة already.
    static let hasFeminineEnding = Traits(rawValue: 1 << 7)
    /// A word in another spelling than the usual one.
    static let isRespelled = Traits(rawValue: 1 << 6)
  }
}
