/// A scheme that writes the sounds of words: its table, and its policy where tables do not suffice.
struct SoundScheme: Sendable {
  /// The article and what stands before it.
  struct Article: Sendable {
    /// Behind the article: a space or a hyphen.
    var separator: String
    /// Whether ل becomes the sun letter that follows.
    var assimilates: Bool
    /// The article's vowel: a, or e.
    var vowel = "a"
    /// What stands before the article's consonant behind each prefix.
    var afterWa: String
    var afterFa: String
    var afterBi: String
    var afterKa: String
    var afterLi: String
    /// Whether it has a capital at the beginning of a name.
    var hasCapital: Bool
  }

  /// When -an, -in, -un are written.
  enum Nunation: Sendable {
    /// On nouns whose root ends in a vowel (qāḍin); the rest is inflection.
    case defective
    /// Also -an of known adverbs.
    case adverbs
    /// Also every -an.
    case accusative
    case never
  }

  /// Glyphs by the raw value of the sound.
  let lower: [Glyph]
  let upper: [Glyph]
  /// Whether a capital at the beginning of a word is on the glyph: a letter with case, or a digit
  /// for a letter.
  let takesCapital: [Bool]
  let article: Article
  /// Whether a preposition is parted from its pronoun: bi-hi.
  let separatesPronouns: Bool
  /// Behind a prefix without article.
  let prefixSeparator: Glyph
  /// ة in pause, in construct, and the same behind a long a; with its vowel but behind a long a.
  let pause: Glyph
  let construct: Glyph
  let longPause: Glyph
  let longConstruct: Glyph
  /// يّ after i at the end of a word, before a vowel, and وّ after u likewise.
  let finalNisba: Glyph
  let nisba: Glyph
  let finalDoubleW: Glyph
  let doubleW: Glyph
  /// The second letters of diphthongs.
  let diphthongW: Glyph
  let diphthongY: Glyph
  /// Between two letters that would be read as one sound.
  let digraphSeparator: Glyph
  /// Whether a final h after a is told from ta marbuta by the separator.
  let separatesFinalH: Bool
  let nunation: Nunation
  /// Whether the final vowels of verbs, pronouns and particles are written.
  let hasEndings: Bool
  /// What بن between two names is.
  let filiation: String
  let filiationIsName: Bool

  init(
    letters: [Sound: String], maqsura: String = "ā", long: (a: String, i: String, u: String),
    article: Article, prefixSeparator: String, separatesPronouns: Bool = false,
    taMarbuta: (pause: String, construct: String),
    longTaMarbuta: (pause: String, construct: String), nisba: String,
    doubleW: (final: String, medial: String), diphthongs: (w: String, y: String) = ("w", "y"),
    digraphSeparator: String = "", separatesFinalH: Bool = false, nunation: Nunation,
    hasEndings: Bool, filiation: String = "ibn"
  ) {
    var strings = Self.plainLetters.merging(letters) { $1 }
    strings.merge(
      [
        .a: "a", .i: "i", .u: "u", .longA: long.a, .longI: long.i, .longU: long.u,
        .maqsura: maqsura, .endA: "a", .endI: "i", .endU: "u", .an: "an", .in: "in", .un: "un",
        .anOnMaqsura: "an",
      ]) { $1 }
    let table = Sound.allCases.map { strings[$0] ?? "" }
    lower = table.map { Glyph($0) }
    upper = table.map { Glyph.capital($0) }
    takesCapital = Sound.allCases.map { sound in
      let text = strings[sound] ?? ""
      return text != text.uppercased() || text.unicodeScalars.contains { ("0"..."9") ~= $0 }
    }
    self.article = article
    self.separatesPronouns = separatesPronouns
    self.prefixSeparator = Glyph(prefixSeparator)
    pause = Glyph(taMarbuta.pause)
    construct = Glyph(taMarbuta.construct)
    longPause = Glyph(longTaMarbuta.pause)
    longConstruct = Glyph(longTaMarbuta.construct)
    finalNisba = Glyph(long.i)
    self.nisba = Glyph(nisba)
    finalDoubleW = Glyph(doubleW.final)
    self.doubleW = Glyph(doubleW.medial)
    diphthongW = Glyph(diphthongs.w)
    diphthongY = Glyph(diphthongs.y)
    self.digraphSeparator = Glyph(digraphSeparator)
    self.separatesFinalH = separatesFinalH
    self.nunation = nunation
    self.hasEndings = hasEndings
    self.filiation = filiation
    filiationIsName = filiation == "bin"
  }

  /// Whether prefixes are parted by hyphens, not by spaces.
  var isHyphenated: Bool { article.separator == "-" }

  /// The letters all schemes write alike.
  private static let plainLetters: [Sound: String] = [
    .b: "b", .t: "t", .d: "d", .r: "r", .z: "z", .s: "s", .f: "f", .q: "q", .k: "k", .l: "l",
    .m: "m", .n: "n", .h: "h", .w: "w", .y: "y", .peh: "p", .veh: "v", .gaf: "g",
    .qafWithThreeDots: "q", .ngoeh: "g",
  ]
}
