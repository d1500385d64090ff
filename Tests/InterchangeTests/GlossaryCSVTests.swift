import Terminology
import TestSupport
import Testing
import Text

@testable import Interchange

@Suite struct GlossaryCSVTests {
  private func read(_ text: String) -> GlossaryCSV {
    var glossary = GlossaryCSV()
    glossary.read(Document(name: "g.csv", text: text), domain: "g")
    return glossary
  }

  @Test func aRowIsAConcept() throws {
    let glossary = read(
      """
      id,pos,arabic,variants,forms,preferred,admitted,forbidden,acronym,match,not_in,consistent,note,source
      un,proper,الأمم المتحدة,هيئة الأمم|الأمم,أمم ,United Nations, world body | UN body ,Nations United,UN,definite,الأمم المتحدة للكرة,no,"A note, with a comma",UN

      """)
    #expect(glossary.problems == [])
    #expect(
      glossary.concepts == [
        Concept(
          id: "un", domain: "g", arabic: "الأمم المتحدة", variants: ["هيئة الأمم", "الأمم"],
          forms: ["أمم"],
          renderings: [
            Rendering("United Nations", .preferred), Rendering("world body", .admitted),
            Rendering("UN body", .admitted), Rendering("UN", .admitted, isAcronym: true),
            Rendering("Nations United", .forbidden),
          ], strictness: .articlesAsWritten, inflections: [], notIn: ["الأمم المتحدة للكرة"],
          isConsistent: false, note: "A note, with a comma")
      ])
  }

  @Test(
    arguments: [
      ("noun", .number), ("proper", []), ("adjective", [.number, .feminine]), ("verb", .verbal),
      ("", .number),
    ] as [(String, Inflection)])
  func thePartOfSpeechSaysHowATermIsInflected(pos: String, inflections: Inflection) throws {
    let glossary = read("arabic,pos,preferred\nهدنة,\(pos),truce\n")
    #expect(glossary.concepts.map(\.inflections) == [inflections])
  }

  @Test func emptyColumnsAndRowsOfASpreadsheetAreNone() {
    let glossary = read("arabic,preferred,,\nهدنة,truce,,\n,,,\n  \n")
    #expect(glossary.problems == [])
    #expect(glossary.concepts.count == 1)
  }

  @Test func twoColumnsAreEnough() {
    let glossary = read("arabic,preferred\r\nهدنة,truce\r\n")
    #expect(glossary.problems == [])
    #expect(glossary.concepts.map(\.id) == ["هدنة"])
    #expect(glossary.concepts.first?.isConsistent == true)
  }

  @Test(arguments: [
    ("arabic,english\n", 1, GlossaryProblem.Kind.unknownColumn("english")),
    ("arabic,note\n", 1, .missingColumn("preferred")),
    ("arabic,preferred,arabic\n", 1, .repeatedColumn("arabic")),
    ("arabic,preferred\nهدنة\n", 2, .fieldCount(1, expected: 2)),
    ("arabic,preferred\nهدنة,\n", 2, .emptyCell("preferred")),
    ("arabic,preferred\n\ntruce,هدنة\n", 3, .notArabic("truce")),
    ("arabic,preferred,match\nهدنة,truce,fuzzy\n", 2, .unknownValue("fuzzy", column: "match")),
    ("arabic,preferred,consistent\nهدنة,truce,1\n", 2, .unknownValue("1", column: "consistent")),
    ("arabic,preferred\n\"هدنة,truce\n", 2, .openQuote),
    (
      "id,arabic,preferred\na,هدنة,truce\na,سلام,peace\n", 3,
      .duplicateID("a", first: GlossaryPlace(file: "g.csv", line: 2))
    ),
    ("", 1, .noHeader),
    ("هدنة,truce\n", 1, .noHeader),
    ("arabic;preferred\nهدنة;truce\n", 1, .notCommas("semicolons")),
    ("arabic\tpreferred\nهدنة\ttruce\n", 1, .notCommas("tabs")),
    ("arabic,preferred\nهدنة,|\n", 2, .notEnglish("|")),
    ("arabic,preferred\nهدنة,...\n", 2, .notEnglish("...")),
    ("arabic,preferred,forbidden\nهدنة,truce,truce\n", 2, .contradiction("truce")),
  ])
  func whatIsWrongIsNamed(text: String, line: Int, kind: GlossaryProblem.Kind) {
    #expect(
      read(text).problems
        == [GlossaryProblem(place: GlossaryPlace(file: "g.csv", line: line), kind: kind)])
  }

  @Test func aBadRowDoesNotTakeTheRestWithIt() {
    let glossary = read(
      "arabic,preferred\nهدنة,truce\nبلا\nسلام,peace\n\"x\"y,z\nحرب,war\n\"open,x\nجيش,army\n")
    #expect(glossary.concepts.map(\.arabic) == ["هدنة", "سلام", "حرب", "جيش"])
    #expect(glossary.problems.map(\.place.line) == [3, 5, 7])
  }

  @Test func anIdIsUniqueOverAllFiles() {
    var glossary = read("id,arabic,preferred\na,هدنة,truce\n")
    glossary.read(Document(name: "h.csv", text: "id,arabic,preferred\na,سلام,peace\n"), domain: "h")
    #expect(glossary.concepts.count == 1)
    #expect(
      glossary.problems.map(\.kind)
        == [.duplicateID("a", first: GlossaryPlace(file: "g.csv", line: 2))])
  }

  /// The glossary that comes with Dragoman has no bad row and covers what it says.
  @Test func ourOwnGlossaryIsSound() throws {
    var glossary = GlossaryCSV()
    let names = Self.files
    for name in names {
      glossary.read(
        try Document(name: name, bytes: Repository.bytes("Glossaries/\(name).csv")), domain: name)
    }
    #expect(glossary.problems == [])
    #expect(glossary.concepts.count >= 200)
    #expect(Set(glossary.concepts.map(\.domain)) == Set(names))
  }

  /// Every term of it is found in running text, in quotes and under a particle.
  ///
  /// Under one of two: وجدة is Oujda as much as "and Jeddah".
  @Test func everyTermOfItIsFound() throws {
    var glossary = GlossaryCSV()
    for name in Self.files {
      glossary.read(
        try Document(name: name, bytes: Repository.bytes("Glossaries/\(name).csv")), domain: name)
    }
    let termbase = try Termbase(glossary.concepts)
    func found(_ sentence: String, _ concept: Concept) throws -> Bool {
      let text = try SegmentedText(Document(name: "t", text: sentence), language: .arabic)
      return try text.tokens().contains { tokens in
        termbase.terms(in: tokens, of: text.document.bytes.span).contains {
          termbase.concepts[$0.concept].id == concept.id
        }
      }
    }
    for concept in glossary.concepts {
      for term in [concept.arabic] + concept.variants + concept.forms {
        let isFound = try found("ثم \"\(term)\" كذلك", concept)
        #expect(isFound, "\(concept.id): \(term)")
        if concept.strictness == .exact { continue }
        let isFoundUnderParticle =
          try found("ثم و\(term) كذلك", concept) || found("ثم ب\(term) كذلك", concept)
        #expect(isFoundUnderParticle, "\(concept.id): و\(term), ب\(term)")
      }
    }
  }

  private static let files = [
    "conflict", "diplomacy", "government", "organisations", "people", "people-arab", "people-world",
    "places",
  ]
}
