import Names
import TestSupport
import Testing

/// What holds of every text.
@Suite struct AnyTextTests {
  /// Texts of news and bad luck, with more Arabic marks than anybody writes.
  private static let texts: [String] = {
    var generator = Generator(seed: 3)
    let letters = (0x0610...0x06FF).compactMap(Unicode.Scalar.init).map(String.init)
    return (0..<400).map { index in
      if index % 2 == 0 { return generator.text(length: 40) }
      return (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        Int.random(in: 0..<6, using: &generator) == 0
          ? [" ", "\n", "ال", "لل", "وال", "َ", "ّ"].randomElement(using: &generator) ?? ""
          : letters.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }()

  @Test(arguments: Scheme.allCases, [true, false])
  func wordsPointAtWhatTheyAre(scheme: Scheme, listsWords: Bool) throws {
    var romanizer = try Romanizer(scheme, listsWords: listsWords)
    var result = Romanized()
    for text in Self.texts {
      result.removeAll()
      let bytes = Array(text.utf8)
      try romanizer.romanize(bytes.span, into: &result)
      #expect(String(validating: result.bytes, as: UTF8.self) != nil)
      #expect(result.bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0A })
      var source = 0
      var latin = 0
      for word in result.words {
        #expect(word.source.lowerBound >= source && !word.source.isEmpty)
        #expect(word.latin.lowerBound >= latin)
        source = word.source.upperBound
        latin = word.latin.upperBound
      }
      #expect(source <= bytes.count && latin <= result.bytes.count)
      #expect(result.lackingCount == result.words.count { $0.lacksVowels })
    }
  }

  @Test(arguments: Scheme.allCases)
  func textWithoutArabicStays(scheme: Scheme) throws {
    // Letter-for-letter schemes escape Latin letters.
    let text = scheme.isReversible ? "2016: 中文 (15)\r\n\t–\u{2028}" : "Café 2016: 中文.\r\n\t“x”\u{0}"
    #expect(try romanized(text, scheme).utf8.elementsEqual(text.utf8))
    #expect(try romanized("", scheme) == "")
  }

  @Test(arguments: Scheme.allCases)
  func aVeryLongWordTakesNoLonger(scheme: Scheme) throws {
    let word = String(repeating: "كَتَبّ", count: 20_000)
    #expect(try romanized(word, scheme).utf8.count > 80_000)
  }
}
