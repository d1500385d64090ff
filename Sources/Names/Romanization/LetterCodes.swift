import ICU

extension LetterCode {
  /// Tim Buckwalter's transliteration.
  static let buckwalter = LetterCode(
    zip(letters, "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{PJVG"))

  /// The same with O, W, I for > & <, which XML gives a meaning of its own.
  static let buckwalterXML = LetterCode(
    zip(letters, "'|OWI}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{PJVG"))

  /// The same with letters for most other signs.
  static let buckwalterSafe = LetterCode(
    zip(letters, "CMOWIQAbptvjHxdVrzscSDTZEg_fqklmnhwYyFNKaui~oeLPJBG"))

  /// Habash, Soudi and Buckwalter, "On Arabic Transliteration" (2007).
  static let hsb = LetterCode(zip(letters, "'ĀÂŵĂŷAbħtθjHxdðrzsšSDTĎςγ_fqklmnhwýyãũĩaui~.áÄpcvg"))

  /// ISO 233:1984.
  ///
  /// The standard writes every hamza ˈ. So that its carrier is not lost it follows as ᴬ, ᵂ, ʸ, ᴵ, or
  /// ⁰ for none, but where it is what is expected: alif at the beginning of a word (that with hamza
  /// below before i), and no carrier elsewhere. Also beyond the standard are ʾˢ for alif wasla, ᵃ for
  /// the small alif, and ʾăl for an article whose vowel is written: it is ʾal where it is not.
  static let iso233: LetterCode = {
    var rules = zip(plainLetters, "ʾbẗtṯǧḥẖdḏrzsšṣḍṭẓʿġfqklmnhwỳyíúaiu°pčvgž").map {
      Rule([$0.value], $1.unicodeScalars.map(\.value), .anywhere)
    }
    rules += [
      Rule("ً", "á"), Rule("آ", "ʾâ"), Rule("ٱ", "ʾˢ"), Rule("ٰ", "ᵃ"),
      Rule("أ", "ˈ", .wordStart), Rule("أ", "ˈᴬ", .wordInside), Rule("أِ", "ˈᴬi", .wordStart),
      Rule("ء", "ˈ", .wordInside), Rule("ء", "ˈ⁰", .wordStart), Rule("ؤ", "ˈᵂ"), Rule("ئ", "ˈʸ"),
      Rule("إ", "ˈᴵ"), Rule("إِ", "ˈi", .wordStart), Rule("ال", "ʾal", .wordStart),
      Rule("اَل", "ʾăl", .wordStart), Rule("ٱل", "ʾˢl", .wordStart),
    ]
    // Shadda is a macron on its letter, before the vowel in whatever order they were written; a
    // joiner without width (U+034F) keeps the order. With some letters it makes one character.
    let vowels = rules.filter { $0.source.count == 1 && vowelMarks.contains($0.source[0]) }
    for rule in rules where rule.source.count == 1 && !vowelMarks.contains(rule.source[0]) {
      let parts = rule.sign + [macron]
      let composed = composed(parts)
      if composed == parts { continue }
      rules.append(Rule(rule.source + [shadda], composed, rule.place))
      for vowel in vowels {
        rules.append(
          Rule(rule.source + vowel.source + [shadda], composed + [joiner] + vowel.sign, rule.place))
      }
    }
    for vowel in vowels {
      rules.append(Rule(vowel.source + [shadda], [macron, joiner] + vowel.sign, .anywhere))
    }
    rules.append(Rule([shadda], [macron], .anywhere))
    return LetterCode(rules, hasCapitals: true)
  }()

  private static func composed(_ sign: [UInt32]) -> [UInt32] {
    let text = sign.compactMap(Unicode.Scalar.init).map { String($0) }.joined()
    return ((try? Normalizer(.nfc).normalize(text)) ?? text).unicodeScalars.map(\.value)
  }

  private static let vowelMarks = Set<UInt32>(0x064B...0x0650).union([0x0652, 0x0670])
  private static let joiner: UInt32 = 0x034F
  private static let macron: UInt32 = 0x0304
  private static let shadda: UInt32 = 0x0651

  /// The letters and marks of Buckwalter's table, in its order.
  private static let letters: [Unicode.Scalar] =
    Array("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي".unicodeScalars)
    + [
      "\u{064B}", "\u{064C}", "\u{064D}", "\u{064E}", "\u{064F}", "\u{0650}", "\u{0651}",
      "\u{0652}", "\u{0670}", "\u{0671}", "پ", "چ", "ڤ", "گ",
    ]

  /// The letters and marks that ISO 233 writes alike everywhere.
  private static let plainLetters: [Unicode.Scalar] =
    Array("ابةتثجحخدذرزسشصضطظعغفقكلمنهوىي".unicodeScalars)
    + [
      "\u{064D}", "\u{064C}", "\u{064E}", "\u{0650}", "\u{064F}", "\u{0652}", "پ", "چ", "ڤ", "گ",
      "ژ",
    ]

  private init(_ pairs: Zip2Sequence<[Unicode.Scalar], String>) {
    self.init(pairs.map { Rule([$0.value], $1.unicodeScalars.map(\.value), .anywhere) })
  }
}
