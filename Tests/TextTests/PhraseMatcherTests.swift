import TestSupport
import Testing

@testable import Text

@Suite struct PhraseMatcherTests {
  /// What a matcher of `phrases` finds in a text, longest first.
  private func found(
    _ phrases: [String], in text: String, _ language: Language,
    _ strictness: PhraseMatcher.Strictness = .free
  ) throws -> [String] {
    let matcher = try PhraseMatcher(
      language,
      phrases.enumerated().map { .init($1, id: Int32($0), strictness: strictness) })
    let segmented = try SegmentedText(Document(name: "t", text: text), language: language)
    return try segmented.tokens().flatMap {
      matcher.longestMatches(in: $0, of: segmented.document.bytes.span)
    }.map { segmented.document.string($0.range) }
  }

  @Test(arguments: [
    ("اتفاق", "وبالاتفاق مع موسكو", ["الاتفاق"]),
    ("اتفاق", "وقع اتفاقاً جديدا", ["اتفاقاً"]),
    ("اتفاق", "لاتفاقهم الأخير", ["اتفاق"]),
    ("اتفاق", "للاتفاق", ["للاتفاق"]),
    ("هدنة", "هدنتهم انتهت والهُدنة", ["هدنت", "الهُدنة"]),
    ("لجنة", "للجنة العليا", ["لجنة"]),
    ("وزير الخارجية", "أوعز إلى وزير خارجيته كيري", ["وزير خارجيت"]),
    ("وزير الخارجية", "ووزيرَ خارجيةِ روسيا", ["وزيرَ خارجيةِ"]),
    ("جبهة النصرة", "و\"جبهة النصرة\" الإرهابيين", ["جبهة النصرة"]),
    ("القاعدة", "تنظيم القاعدة في قاعدة جوية", ["القاعدة"]),
    ("التزام", "بالتزام والالتزام", ["التزام", "الالتزام"]),
    ("مسؤول", "وللمسؤول الكبير", ["للمسؤول"]),
    ("إرهاب", "مكافحة الارهاب", ["الارهاب"]),
    ("رؤساء", "رؤسائهم", ["رؤسائ"]),
    // What looks like a clitic but is part of another word.
    ("سلام", "سلامة أراضيها", []),
    ("لبنان", "صحيفة لبنانية ولبناني", []),
    ("روسي", "روسيا", []),
    ("وفد", "وفدوا", []),
    ("حل", "محل فحل كحل", []),
    ("علي", "جلس على الكرسي", []),
    ("الله", "الحمد لله", ["لله"]),
  ])
  func arabicFormsOfATerm(term: String, text: String, expected: [String]) throws {
    #expect(try found([term], in: text, .arabic) == expected)
  }

  @Test(arguments: [
    (
      "foreign minister", "Foreign ministers met; the foreign minister's plane",
      ["Foreign ministers", "foreign minister"]
    ),
    ("treaty", "treaties", ["treaties"]),
    ("cease-fire", "a cease fire and a cease-fire", ["cease fire", "cease-fire"]),
    ("US", "The US told us; the U.S. did", ["US", "U.S"]),
    ("Erdogan", "Erdoğan’s party", ["Erdoğan"]),
    ("UN Security Council", "the UN Security Council", ["UN Security Council"]),
    ("head of state", "heads of state", ["heads of state"]),
    ("war", "warm wars", ["wars"]),
    ("Sana'a", "Sana‘a and Sana’a", ["Sana‘a", "Sana’a"]),
  ])
  func englishFormsOfARendering(term: String, text: String, expected: [String]) throws {
    #expect(try found([term], in: text, .english) == expected)
  }

  @Test func theLongestPhraseWins() throws {
    #expect(
      try found(["رئيس", "رئيس الوزراء"], in: "رئيس الوزراء ورئيس", .arabic)
        == ["رئيس الوزراء", "رئيس"])
  }

  @Test func articlesAsWrittenMeansAsWritten() throws {
    #expect(try found(["البيت الأبيض"], in: "بيت أبيض", .arabic, .articlesAsWritten) == [])
    #expect(
      try found(["البيت الأبيض"], in: "وفي البيت الأبيض وللبيت الأبيض", .arabic, .articlesAsWritten)
        == ["البيت الأبيض", "للبيت الأبيض"])
  }

  @Test func exactMeansExact() throws {
    #expect(try found(["قمة"], in: "القمة وقمة قمه قمة", .arabic, .exact) == ["قمة"])
  }

  @Test func aMatchSaysHowFarItFolded() throws {
    let matcher = try PhraseMatcher(.arabic, [.init("إدارة", id: 7)])
    let text = "إدارة ادارة اداره"
    let segmented = try SegmentedText(Document(name: "t", text: text))
    let matches = matcher.allMatches(
      in: try segmented.tokens()[0], of: segmented.document.bytes.span)
    #expect(matches.map(\.level) == [.shapes, .alef, .carriers])
    #expect(matches.allSatisfy { $0.id == 7 })
  }

  /// A phrase is found in any text that has it between two other words.
  @Test func aPhraseIsFoundWhereverItStands() throws {
    var generator = Generator(seed: 5)
    let phrases = ["وقف إطلاق النار", "مجلس الأمن", "هدنة", "مؤتمر صحفي"]
    for _ in 0..<200 {
      let phrase = phrases.randomElement(using: &generator) ?? ""
      let before = generator.text(length: 8)
      let text = before + " كلمة " + phrase + " كلمة " + generator.text(length: 8)
      let hits = try found([phrase], in: text, .arabic)
      #expect(hits.contains(phrase), "\(phrase) in \(text)")
    }
  }
}
