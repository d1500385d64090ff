import TestSupport
import Testing

@testable import Text

@Suite struct InflectionTests {
  /// A text with brackets around what a matcher of one phrase finds in it.
  private func marked(
    _ phrase: String, in text: String, _ language: Language, _ inflections: Inflection = .number
  ) throws -> String {
    let matcher = try PhraseMatcher(language, [.init(phrase, id: 0, inflections: inflections)])
    let segmented = try SegmentedText(Document(name: "t", text: text), language: language)
    let bytes = segmented.document.bytes
    var marked: [UInt8] = []
    var at = 0
    for tokens in try segmented.tokens() {
      for match in matcher.longestMatches(in: tokens, of: bytes.span) {
        marked += bytes[at..<match.range.lowerBound] + [UInt8(ascii: "[")]
        marked += bytes[match.range] + [UInt8(ascii: "]")]
        at = match.range.upperBound
      }
    }
    return String(decoding: marked + bytes[at...], as: UTF8.self)
  }

  @Test(arguments: ArabicInflectionGold.cases)
  func arabicFormsOfAHeadword(line: String) throws {
    let colon = try #require(line.firstIndex(of: ":"))
    let expected = line[line.index(colon, offsetBy: 2)...]
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(try marked(String(line[..<colon]), in: text, .arabic) == expected)
  }

  @Test func thereAreEnoughCases() {
    #expect(ArabicInflectionGold.cases.count >= 250)
  }

  @Test(arguments: [
    ("عراقي", "المرأة [العراقية] و[العراقيات] و[العراقيتين]"),
    ("أبيض", "الورقة [البيضاء]"),
    ("آخر", "مرة [أخرى]"),
    ("مستشار", "قالت [المستشارة]"),
  ])
  func anAdjectiveHasItsFeminine(word: String, expected: String) throws {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(try marked(word, in: text, .arabic, [.number, .feminine]) == expected)
    #expect(try marked(word, in: text, .arabic) == text)
  }

  /// Only where it is asked for: it is another word in the dictionary.
  @Test(arguments: [
    ("العراق", "الرئيس [العراقي] و[العراقيون] و[العراقية] في [العراق]"),
    ("روسيا", "الوفد [الروسي] و[روسيا]"),
    ("فرنسا", "وزيرة [فرنسية]"),
    ("سياسة", "حل [سياسي]، [السياسيين]"),
    ("صحراء", "مناخ [صحراوي]"),
  ])
  func anAdjectiveOfRelationIsAskedFor(noun: String, expected: String) throws {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(
      try marked(noun, in: text, .arabic, [.number, .feminine, .nisba]) == expected)
    #expect(try marked(noun, in: text, .arabic) != expected)
  }

  @Test(arguments: [
    ("حماس", "حماسات وحماسة و[حماس]"),
    ("عدن", "عدنا إلى [عدن]"),
    ("بشار الأسد", "[بشار الأسد] وبشاران الأسدان"),
  ])
  func aNameIsNotInflected(name: String, expected: String) throws {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(try marked(name, in: text, .arabic, []) == expected)
  }

  @Test(arguments: [
    ("minister", "the [minister]'s, [ministers]' and [ministers]"),
    ("foreign minister", "[foreign ministers]"),
    ("head of state", "[heads of state] and [head of state]'s"),
    ("country", "[countries] and the [country]'s"),
    ("crisis", "[crises] and a [crisis]"),
    ("spokesman", "[spokesmen] and the [spokesman]'s"),
    ("child", "[children]'s"),
    ("knife", "[knives]"),
    ("coup", "[coups], not couped"),
    ("cease-fire", "[ceasefire], [cease-fire], [cease fire], [ceasefires]"),
    ("ceasefire", "[cease-fire] and [cease-fires]"),
    ("defence minister", "[defense ministers] and [Defence Minister]"),
    ("organization", "[organisations] and [organization]"),
    ("centre", "[centers] and [centres]"),
    ("labour", "[labor] and [Labour]"),
    ("UN", "the [UN] and the [UN]'s, un-"),
    ("MP", "[MPs] and the [MP]'s"),
    ("talk", "talked, talking, [talks]"),
    ("war", "warm, warring, [wars]"),
    ("basis", "[bases], based"),
    ("four", "for"),
  ])
  func englishNounsHaveNumber(word: String, expected: String) throws {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(try marked(word, in: text, .english) == expected)
  }

  @Test(arguments: [
    ("attack", "[attacked], [attacking] and [attacks]"),
    ("agree", "[agreed], [agreeing], [agrees]"),
    ("negotiate", "[negotiated] and [negotiating]"),
    ("ban", "[banned], [banning], [bans]"),
    ("deny", "[denied], [denying], [denies]"),
    ("shell", "[shelled] and [shelling]"),
    ("visit", "[visited], not visitor"),
    ("withdraw", "[withdrew] and [withdrawn]"),
    ("mobilise", "[mobilized] and [mobilising]"),
    ("travel", "[travelled] and [traveled]"),
  ])
  func englishVerbsHaveTense(word: String, expected: String) throws {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(try marked(word, in: text, .english, [.number, .verbal]) == expected)
  }

  /// The forms a text has of a phrase.
  private func forms(_ phrase: String, in text: String) throws -> [[WordForm]] {
    let matcher = try PhraseMatcher(.arabic, [.init(phrase, id: 3)])
    let segmented = try SegmentedText(Document(name: "t", text: text), language: .arabic)
    return try segmented.tokens().flatMap {
      matcher.longestMatches(in: $0, of: segmented.document.bytes.span).map(\.words)
    }
  }

  @Test func aMatchSaysWhatWasTakenOff() throws {
    #expect(
      try forms("دولة", in: "وبدولهم والدولتين فلدولتنا") == [
        [
          WordForm(
            proclitics: [.waw, .ba], hasArticle: false, inflection: [.plural, .broken],
            pronoun: .their)
        ],
        [WordForm(proclitics: .waw, hasArticle: true, inflection: .dual, pronoun: nil)],
        [WordForm(proclitics: [.fa, .lam], hasArticle: false, inflection: [], pronoun: .our)],
      ])
    #expect(
      try forms("وزير الخارجية", in: "ووزيري خارجيتها") == [
        [
          WordForm(
            proclitics: .waw, hasArticle: false, inflection: [.dual, .construct], pronoun: nil),
          WordForm(proclitics: [], hasArticle: false, inflection: [], pronoun: .her),
        ]
      ])
  }

  /// Any text at all: ranges lie in it and on letters.
  @Test func rangesLieInTheText() throws {
    var generator = Generator(seed: 11)
    let matcher = try PhraseMatcher(
      .arabic,
      ["قال", "رئيس", "و", "G20", "د", "مسؤول كبير", "لا"].enumerated().map {
        .init($1, id: Int32($0), inflections: [.number, .feminine])
      })
    for _ in 0..<300 {
      let document = Document(name: "t", text: generator.text(length: 30))
      let segmented = try SegmentedText(document, language: .arabic)
      for tokens in try segmented.tokens() {
        for match in matcher.allMatches(in: tokens, of: document.bytes.span) {
          let first = tokens[match.tokens.lowerBound].range
          let last = tokens[match.tokens.upperBound - 1].range
          #expect(first.lowerBound <= match.range.lowerBound)
          #expect(match.range.upperBound <= last.upperBound)
          #expect(!match.words.isEmpty)
        }
      }
    }
  }
}
