import ICU
import Testing

@Suite("Character properties")
struct PropertiesTests {
  static let scripts: [(Unicode.Scalar, Script, String)] = [
    ("ب", .arabic, "Arab"), ("a", .latin, "Latn"), ("5", .common, "Zyyy"),
    ("\u{64b}", .inherited, "Zinh"), ("٣", .arabic, "Arab"), ("۳", .arabic, "Arab"),
    ("،", .common, "Zyyy"), ("中", .han, "Hani"), ("한", .hangul, "Hang"),
    ("あ", .hiragana, "Hira"), ("ア", .katakana, "Kana"), ("א", .hebrew, "Hebr"),
    ("я", .cyrillic, "Cyrl"), ("α", .greek, "Grek"), ("ܐ", .syriac, "Syrc"),
    ("\u{378}", .unknown, "Zzzz"), ("\u{10ffff}", .unknown, "Zzzz"),
  ]

  @Test("A scalar's script", arguments: scripts)
  func script(_ scalar: Unicode.Scalar, _ script: Script, _ name: String) {
    let found = Properties.script(of: scalar)
    #expect(found == script)
    #expect(found.name == name)
    #expect(found.description == name)
  }

  /// One scalar of every class.
  static let classes: [(Unicode.Scalar, BidiClass)] = [
    ("a", .leftToRight), ("א", .rightToLeft), ("5", .europeanNumber), ("+", .europeanSeparator),
    ("%", .europeanTerminator), ("٣", .arabicNumber), (",", .commonSeparator),
    ("\n", .paragraphSeparator), ("\t", .segmentSeparator), (" ", .whitespace),
    ("!", .otherNeutral), ("\u{202a}", .leftToRightEmbedding),
    ("\u{202d}", .leftToRightOverride), ("ب", .arabicLetter),
    ("\u{202b}", .rightToLeftEmbedding), ("\u{202e}", .rightToLeftOverride),
    ("\u{202c}", .popDirectionalFormat), ("\u{64b}", .nonspacingMark),
    ("\u{200d}", .boundaryNeutral), ("\u{2068}", .firstStrongIsolate),
    ("\u{2066}", .leftToRightIsolate), ("\u{2067}", .rightToLeftIsolate),
    ("\u{2069}", .popDirectionalIsolate),
  ]

  @Test("A scalar's bidi class", arguments: classes)
  func bidiClass(_ scalar: Unicode.Scalar, _ expected: BidiClass) {
    #expect(Properties.bidiClass(of: scalar) == expected)
  }

  /// One scalar of every category; no scalar is a surrogate.
  static let categories: [(Unicode.Scalar, GeneralCategory)] = [
    ("\u{378}", .unassigned), ("A", .uppercaseLetter), ("a", .lowercaseLetter),
    ("ǅ", .titlecaseLetter), ("ـ", .modifierLetter), ("ب", .otherLetter),
    ("\u{64b}", .nonspacingMark), ("\u{20dd}", .enclosingMark), ("\u{903}", .spacingMark),
    ("٣", .decimalNumber), ("Ⅷ", .letterNumber), ("½", .otherNumber), (" ", .spaceSeparator),
    ("\u{2028}", .lineSeparator), ("\u{2029}", .paragraphSeparator), ("\n", .control),
    ("\u{200f}", .format), ("\u{e000}", .privateUse), ("-", .dashPunctuation),
    ("(", .openPunctuation), (")", .closePunctuation), ("_", .connectorPunctuation),
    ("؟", .otherPunctuation), ("+", .mathSymbol), ("$", .currencySymbol), ("^", .modifierSymbol),
    ("😀", .otherSymbol), ("«", .initialPunctuation), ("»", .finalPunctuation),
  ]

  @Test("A scalar's general category", arguments: categories)
  func category(_ scalar: Unicode.Scalar, _ expected: GeneralCategory) {
    #expect(Properties.generalCategory(of: scalar) == expected)
  }

  @Test("The tables above name every class and category")
  func complete() {
    #expect(Set(Self.classes.map(\.1)).count == BidiClass.allCases.count)
    #expect(Set(Self.categories.map(\.1)).count == GeneralCategory.allCases.count - 1)
  }

  static let widths: [(Unicode.Scalar, EastAsianWidth)] = [
    ("ب", .neutral), ("±", .ambiguous), ("ｱ", .halfwidth), ("Ａ", .fullwidth), ("a", .narrow),
    ("中", .wide),
  ]

  @Test("A scalar's East Asian width", arguments: widths)
  func width(_ scalar: Unicode.Scalar, _ expected: EastAsianWidth) {
    #expect(Properties.eastAsianWidth(of: scalar) == expected)
  }

  static let terminalColumns: [(Unicode.Scalar, Int)] = [
    ("a", 1), ("ب", 1), ("٣", 1), ("ﷲ", 1), ("±", 1), ("ｱ", 1), ("\u{903}", 1), ("\u{378}", 1),
    ("中", 2), ("한", 2), ("Ａ", 2), ("😀", 2), ("\u{1100}", 2), ("\u{3000}", 2),
    ("\0", 0), ("\t", 0), ("\u{7f}", 0), ("\u{85}", 0), ("\u{64b}", 0), ("\u{20dd}", 0),
    ("\u{200b}", 0), ("\u{200d}", 0), ("\u{200f}", 0), ("\u{2067}", 0), ("\u{feff}", 0),
    ("\u{61c}", 0), ("\u{1161}", 0), ("\u{11a8}", 0),
    ("\u{ad}", 1), ("\u{600}", 1), ("\u{6dd}", 1), ("\u{8e2}", 1),
  ]

  @Test("A scalar's columns in a terminal", arguments: terminalColumns)
  func columns(_ scalar: Unicode.Scalar, _ expected: Int) {
    #expect(Properties.columns(of: scalar) == expected)
  }

  @Test("Every scalar has properties")
  func everyScalar() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let columns = Properties.columns(of: scalar)
      guard (0...2).contains(columns), Properties.generalCategory(of: scalar) != .surrogate else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test("The versions are numbers")
  func versions() throws {
    let icu = ICUVersion.icu.split(separator: ".").compactMap { Int($0) }
    let unicode = ICUVersion.unicode.split(separator: ".").compactMap { Int($0) }
    #expect(try #require(icu.first) >= 72)
    #expect(try #require(unicode.first) >= 15)
  }
}
