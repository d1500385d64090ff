extension SoundScheme {
  /// BGN/PCGN 1956, as published in 2019.
  static let bgnPCGN = SoundScheme(
    letters: englishDigraphs.merging([
      .hamza: "’", .ayn: "‘", .strongH: "ḩ", .strongS: "ş", .strongD: "ḑ", .strongT: "ţ",
      .strongZ: "z̧", .qafWithThreeDots: "g",
    ]) { $1 },
    maqsura: "á", long: longMacrons, article: .spaced, prefixSeparator: " ",
    taMarbuta: ("ah", "at"), longTaMarbuta: ("h", "t"), nisba: "īy", doubleW: ("uww", "uww"),
    digraphSeparator: "·", separatesFinalH: true, nunation: .defective, hasEndings: false,
    filiation: "bin")

  /// The system of the United Nations of 2017, with lines below for dots below.
  static let un2017 = SoundScheme(
    letters: englishDigraphs.merging([
      .hamza: "’", .ayn: "‘", .strongH: "ẖ", .strongS: "s̱", .strongD: "ḏ", .strongT: "ṯ",
      .strongZ: "d͟h",
    ]) { $1 },
    maqsura: "á", long: longMacrons, article: .spaced, prefixSeparator: " ",
    // The standard's note has Ḏinniyyah, its own list of countries Lubnānīyah: as in the list.
    taMarbuta: ("ah", "at"), longTaMarbuta: ("h", "t"), nisba: "īy", doubleW: ("uww", "uww"),
    digraphSeparator: "·", nunation: .never, hasEndings: false, filiation: "bin")

  /// The system of the United Nations of 1972.
  static let un1972 = SoundScheme(
    letters: englishDigraphs.merging([
      .hamza: "’", .ayn: "‘", .strongH: "ḩ", .strongS: "ş", .strongD: "ḑ", .strongT: "ţ",
      .strongZ: "z̧",
    ]) { $1 },
    maqsura: "á", long: longMacrons, article: .spaced, prefixSeparator: " ",
    taMarbuta: ("ah", "at"), longTaMarbuta: ("h", "t"), nisba: "īy", doubleW: ("ūw", "ūw"),
    digraphSeparator: "·", nunation: .never, hasEndings: false, filiation: "bin")

  /// The American libraries' table of 2012, rules 1 to 26.
  static let alaLC = SoundScheme(
    letters: englishDigraphs.merging(dotsBelow) { $1 }.merging([.hamza: "ʼ", .ayn: "ʻ"]) { $1 },
    maqsura: "á", long: longMacrons,
    article: Article(
      separator: "-", assimilates: false, afterWa: "wa-a", afterFa: "fa-a", afterBi: "bi-a",
      afterKa: "ka-a", afterLi: "li", hasCapital: false),
    prefixSeparator: "-", separatesPronouns: true, taMarbuta: ("ah", "at"),
    longTaMarbuta: ("h", "t"), nisba: "īy",
    doubleW: ("ūw", "ūw"), digraphSeparator: "ʹ", nunation: .accusative, hasEndings: true)

  /// ISO 233-2:1993, clauses 4.1.1 to 4.1.5.
  static let iso2332 = SoundScheme(
    letters: dotsBelow.merging([
      .hamza: "’", .ayn: "‘", .th: "ṯ", .j: "ǧ", .kh: "ẖ", .dh: "ḏ", .sh: "š", .gh: "ġ",
      .tcheh: "č", .jeh: "ž",
    ]) { $1 },
    long: longMacrons,
    article: Article(
      separator: "-", assimilates: false, afterWa: "wa-a", afterFa: "fa-a", afterBi: "bi-a",
      afterKa: "ka-a", afterLi: "li-", hasCapital: false),
    prefixSeparator: "-", separatesPronouns: true, taMarbuta: ("aẗ", "aẗ"),
    longTaMarbuta: ("ẗ", "ẗ"), nisba: "iyy",
    doubleW: ("uww", "uww"), nunation: .never, hasEndings: false)

  /// DIN 31635, after the Deutsche Morgenländische Gesellschaft.
  static let din31635 = SoundScheme(
    letters: dotsBelow.merging([
      .hamza: "ʾ", .ayn: "ʿ", .th: "ṯ", .j: "ǧ", .kh: "ḫ", .dh: "ḏ", .sh: "š", .gh: "ġ",
      .tcheh: "č", .jeh: "ž",
    ]) { $1 },
    long: longMacrons, article: .elided(assimilates: true), prefixSeparator: "-",
    taMarbuta: ("a", "at"), longTaMarbuta: ("h", "t"), nisba: "īy", doubleW: ("ūw", "ūw"),
    nunation: .adverbs, hasEndings: true)

  /// The International Journal of Middle East Studies.
  static let ijmes = SoundScheme(
    letters: englishDigraphs.merging(dotsBelow) { $1 }.merging([.hamza: "ʾ", .ayn: "ʿ"]) { $1 },
    long: longMacrons, article: .elided(assimilates: false), prefixSeparator: "-",
    taMarbuta: ("a", "at"), longTaMarbuta: ("t", "t"), nisba: "iyy", doubleW: ("ū", "uww"),
    nunation: .adverbs, hasEndings: true)

  /// The third edition of the Encyclopaedia of Islam.
  static let ei3 = SoundScheme(
    letters: englishDigraphs.merging(dotsBelow) { $1 }.merging([.hamza: "ʾ", .ayn: "ʿ"]) { $1 },
    long: longMacrons, article: .elided(assimilates: false), prefixSeparator: "-",
    taMarbuta: ("a", "at"), longTaMarbuta: ("t", "t"), nisba: "iyy", doubleW: ("uww", "uww"),
    nunation: .adverbs, hasEndings: true)

  /// Hans Wehr's dictionary, fourth edition.
  static let wehr = SoundScheme(
    letters: dotsBelow.merging([
      .hamza: "ʾ", .ayn: "ʿ", .th: "ṯ", .j: "j", .kh: "ḵ", .dh: "ḏ", .sh: "š", .gh: "ḡ",
      .tcheh: "č", .jeh: "ž",
    ]) { $1 },
    long: longMacrons, article: .elided(assimilates: true), prefixSeparator: "-",
    taMarbuta: ("a", "at"), longTaMarbuta: ("h", "t"), nisba: "īy", doubleW: ("ūw", "ūw"),
    diphthongs: ("u", "i"), nunation: .accusative, hasEndings: true)

  /// The letters of chats, in the commonest of their variants.
  static let arabizi = SoundScheme(
    letters: englishDigraphs.merging([
      .hamza: "2", .ayn: "3", .strongH: "7", .strongS: "s", .strongD: "d", .strongT: "t",
      .strongZ: "z",
    ]) { $1 },
    maqsura: "a", long: ("a", "i", "ou"),
    article: Article(
      separator: "-", assimilates: false, vowel: "e", afterWa: "w-e", afterFa: "f-e",
      afterBi: "be", afterKa: "ka-e", afterLi: "le", hasCapital: false),
    prefixSeparator: "-", taMarbuta: ("a", "et"), longTaMarbuta: ("h", "t"), nisba: "iyy",
    doubleW: ("ou", "uww"), nunation: .accusative, hasEndings: false, filiation: "bin")

  private static let longMacrons = (a: "ā", i: "ī", u: "ū")

  /// Letters that English and French readers expect two for.
  private static let englishDigraphs: [Sound: String] = [
    .th: "th", .j: "j", .kh: "kh", .dh: "dh", .sh: "sh", .gh: "gh", .tcheh: "ch", .jeh: "zh",
  ]

  private static let dotsBelow: [Sound: String] = [
    .strongH: "ḥ", .strongS: "ṣ", .strongD: "ḍ", .strongT: "ṭ", .strongZ: "ẓ",
  ]
}

extension SoundScheme.Article {
  /// A word of its own, assimilated: Ash Shāriqah, wa al, bil, lil.
  static let spaced = SoundScheme.Article(
    separator: " ", assimilates: true, afterWa: "wa a", afterFa: "fa a", afterBi: "bi",
    afterKa: "ka", afterLi: "li", hasCapital: true)

  /// With a hyphen, and without its vowel behind a prefix: al-, wa-l-, bi-l-, li-l-.
  static func elided(assimilates: Bool) -> SoundScheme.Article {
    SoundScheme.Article(
      separator: "-", assimilates: assimilates, afterWa: "wa-", afterFa: "fa-", afterBi: "bi-",
      afterKa: "ka-", afterLi: "li-", hasCapital: false)
  }
}
