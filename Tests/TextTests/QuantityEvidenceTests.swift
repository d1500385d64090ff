import Testing

@testable import Text

/// Both languages give the same keys for the same number or date.
@Suite struct QuantityEvidenceTests {
  private func keys(_ text: String, _ language: Language) throws -> Set<EvidenceKey> {
    let document = Document(name: "t", text: text)
    let text = try SegmentedText(document, language: language, isSegmented: true)
    var keys: [EvidenceKey] = []
    for tokens in try text.tokens() {
      QuantityEvidence().collect(
        tokens, of: document.bytes.span, language: language, into: &keys)
    }
    return Set(keys)
  }

  @Test(arguments: [
    ("ثلاثة ملايين", "3 million"), ("٣٫٥ في المئة", "3.5 percent"), ("عام 2016", "in 2016"),
    ("15 آب/أغسطس", "August 15"), ("في أيلول/ سبتمبر الماضي", "last September"),
    ("يوم الاثنين", "Monday"), ("أمس", "yesterday"), ("قمة العشرين", "the G20"),
    ("نصف مليون دولار", "$500,000"), ("ثلثي", "two-thirds"), ("بين 15 و20", "between 15 and 20"),
    ("مئات الآلاف", "hundreds of thousands"), ("الخامسة والعشرون", "25th"),
    ("الساعة الثالثة والنصف مساء", "3:30 p.m."), ("رمضان", "Ramadan"), ("آلاف", "thousands"),
  ])
  func translationsHaveTheSameKeys(arabic: String, english: String) throws {
    let keys = try keys(arabic, .arabic)
    #expect(!keys.isEmpty)
    #expect(try keys == self.keys(english, .english))
  }

  @Test func aVagueMagnitudeIsNotTheNumberItself() throws {
    #expect(try keys("آلاف", .arabic).isDisjoint(with: keys("1,000", .english)))
  }

  @Test func whatIsDoubtfulSaysNothing() throws {
    #expect(try keys("واحد", .arabic).isEmpty)
    #expect(try keys("one of them", .english).isEmpty)
  }
}
