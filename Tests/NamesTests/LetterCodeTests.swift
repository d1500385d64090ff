import Names
import TestSupport
import Testing

/// Schemes that map letter for letter give back every byte.
@Suite struct LetterCodeTests {
  static let schemes = Scheme.allCases.filter(\.isReversible)

  private static func reversed(_ text: [UInt8], _ scheme: Scheme) throws -> [UInt8] {
    let romanizer = try Romanizer(scheme)
    var result = Romanized()
    #expect(romanizer.reverse(text.span, into: &result))
    return result.bytes
  }

  private static func expectSameBack(
    _ text: String, _ scheme: Scheme, _ capitals: Capitals? = nil
  ) throws {
    let latin = try romanized(text, scheme, capitals)
    let back = try reversed(Array(latin.utf8), scheme)
    #expect(
      back == Array(text.utf8),
      "\(text.unicodeScalars.map { String($0.value, radix: 16) }): \(latin)")
  }

  @Test(arguments: [
    (Scheme.buckwalter, "محمد الشارقة أحمد مُؤْتَمَرٌ", "mHmd Al$Arqp >Hmd mu&otamarN"),
    (.buckwalterXML, "أحمد إلى مؤتمر بئر آل", "OHmd IlY mWtmr b}r |l"),
    (.buckwalterSafe, "أحمد إلى مؤتمر شيء ذئب هٰذا ٱل", "OHmd IlY mWtmr cyC VQb heVA Ll"),
    (.hsb, "الشارقة عظيم غذاء مِنْ", "AlšArqħ ςĎym γðA' min."),
    (.iso233, "مِصر", "Miṣr"), (.iso233, "سَأَل", "Saˈᴬal"), (.iso233, "أَحمد", "ˈAḥmd"),
    (.iso233, "إِلى", "ˈIlỳ"), (.iso233, "بَدء", "Badˈ"), (.iso233, "سُؤال", "Suˈᵂʾl"),
    (.iso233, "الشمس", "ʾalŠms"), (.iso233, "كتابٌ", "Ktʾbú"), (.iso233, "مدرسة", "Mdrsẗ"),
  ])
  func writesItsTable(scheme: Scheme, arabic: String, latin: String) throws {
    #expect(try romanized(arabic, scheme).unicodeScalars.elementsEqual(latin.unicodeScalars))
    try Self.expectSameBack(arabic, scheme)
  }

  @Test(arguments: [
    (Scheme.buckwalter, "قال Putin نعم.", "qAl \\[Putin\\] nEm."),
    (.buckwalter, "قال Mr. Putin: نعم 2016", "qAl \\[Mr. Putin\\]: nEm 2016"),
    (.buckwalter, "أ\\ب 5'", ">\\\\b 5\\'"), (.hsb, "نعم.", "nςm\\."),
    (.buckwalter, "x، y", "\\x، \\y"), (.buckwalter, "ژ", "ژ"),
    (.iso233, "مصر Putin", "Mṣr \\[Putin\\]"),
  ])
  func escapesWhatWouldBeArabic(scheme: Scheme, text: String, latin: String) throws {
    #expect(try romanized(text, scheme) == latin)
    try Self.expectSameBack(text, scheme)
  }

  @Test(arguments: schemes)
  func capitalsChangeNothing(scheme: Scheme) throws {
    for capitals in scheme.hasCapitals ? Capitals.allCases : [.none] {
      try Self.expectSameBack("الخَبَر. هٰذَا خَبَرٌ عَن الشَّمس؟ يّ خ ٱلحَمد\nآخر", scheme, capitals)
    }
  }

  @Test(arguments: schemes)
  func pairsOfAllLettersComeBack(scheme: Scheme) throws {
    let letters = (0x0600...0x06FF).compactMap(Unicode.Scalar.init).map(String.init)
    for first in letters {
      try Self.expectSameBack(letters.map { first + $0 }.joined(separator: " "), scheme)
      try Self.expectSameBack(letters.map { "ب" + first + $0 + "ل" }.joined(), scheme)
    }
  }

  @Test(arguments: schemes)
  func randomTextComesBack(scheme: Scheme) throws {
    var generator = Generator(seed: 7)
    // Letters, marks, what schemes write, escapes, and any scalar at all.
    let likely = Array(
      "اأإآٱءؤئةىيوالبتثخذشّّّ ًٌٍَُِْٰـ\\\\[]'.|>&<}*$~`{_ʾˈ⁰ᴬᵂʸᴵˢᵃăáāȳẗẖH\u{0331}\u{0304}\u{034F}aAiI\n"
        .unicodeScalars)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0,
          let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
        {
          text.append(scalar)
        } else if let scalar = likely.randomElement(using: &generator) {
          text.append(scalar)
        }
      }
      for capitals in scheme.hasCapitals ? Capitals.allCases : [.none] {
        try Self.expectSameBack(String(text), scheme, capitals)
      }
    }
  }

  @Test(arguments: schemes)
  func anythingCanBeReadBack(scheme: Scheme) throws {
    var generator = Generator(seed: 8)
    for _ in 0..<500 {
      let text = generator.text(length: 30)
      let back = try Self.reversed(Array(text.utf8), scheme)
      #expect(String(validating: back, as: UTF8.self) != nil)
    }
    for text in ["\\", "\\[", "\\[a", "\\[a\\", "\\]", "\\[\\\\\\]"] {
      _ = try Self.reversed(Array(text.utf8), scheme)
    }
  }

  @Test func theOthersCannotBeReversed() throws {
    let romanizer = try Romanizer(.alaLC)
    var result = Romanized()
    #expect(!romanizer.reverse(Array("a".utf8).span, into: &result))
  }
}
