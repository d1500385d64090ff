import ICU
import Testing

@testable import Text

@Suite struct WordEvidenceTests {
  private func keys(_ text: String, _ language: Language) throws -> Set<EvidenceKey> {
    let bytes = Array(text.utf8)
    var segmenter = try WordSegmenter(language)
    var tokens: [Token] = []
    try segmenter.segment(0..<bytes.count, of: bytes.span, into: &tokens)
    var keys: [EvidenceKey] = []
    WordEvidence.standard.collect(tokens, of: bytes.span, language: language, into: &keys)
    return Set(keys)
  }

  /// Words in the forms running text gives them share an entry with a rendering in any of its own.
  @Test(arguments: [
    ("الوزراء", "ministers"), ("وبالوزير", "minister"), ("المفاوضات", "negotiations"),
    ("يقولون", "said"), ("وقالت", "says"), ("سيعلن", "announced"), ("نعلن", "announcing"),
    ("للمدرسة", "schools"), ("مدارسهم", "school"), ("انسحبوا", "withdrew"),
    ("الحروب", "wars"), ("والجيش", "army"), ("سوريون", "Syrians"), ("كبيرة", "big"),
    ("أمس", "Yesterday"), ("الأمم", "nations"),
  ])
  func shareAnEntry(arabic: String, english: String) throws {
    #expect(try !keys(arabic, .arabic).isDisjoint(with: keys(english, .english)))
  }

  @Test(arguments: [
    ("الوزراء", "school"), ("يقولون", "army"), ("الحرب", "peace"), ("مدرسة", "minister"),
  ])
  func shareNothing(arabic: String, english: String) throws {
    #expect(try keys(arabic, .arabic).isDisjoint(with: keys(english, .english)))
  }

  @Test func anyTextIsFine() throws {
    for text in ["", " ", "ال", "و", "لل", "'s", "s", "ة", "12", "\u{202E}", "والـ"] {
      _ = try keys(text, .arabic)
      _ = try keys(text, .english)
    }
  }
}
