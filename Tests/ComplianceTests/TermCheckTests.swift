import Terminology
import Testing
import Text

@testable import Compliance

@Suite struct TermCheckTests {
  private static let concepts = [
    Concept(
      id: "isis", domain: "d", arabic: "داعش",
      renderings: [
        Rendering("Islamic State", .preferred), Rendering("Islamic State group", .admitted),
        Rendering("ISIS", .admitted), Rendering("Daesh", .admitted),
        Rendering("IS", .admitted, isAcronym: true), Rendering("Isis goddess", .forbidden),
      ]),
    Concept(
      id: "minister", domain: "d", arabic: "وزير", forms: ["وزراء"],
      renderings: [Rendering("minister", .preferred)], isConsistent: false),
    Concept(
      id: "foreign-minister", domain: "d", arabic: "وزير الخارجية",
      renderings: [
        Rendering("foreign minister", .preferred), Rendering("secretary of state", .admitted),
        Rendering("minister of the exterior", .forbidden),
      ], isConsistent: false),
    Concept(
      id: "truce", domain: "d", arabic: "هدنة",
      renderings: [Rendering("truce", .preferred), Rendering("ceasefire", .admitted)]),
    Concept(
      id: "ceasefire", domain: "d", arabic: "وقف إطلاق النار",
      renderings: [Rendering("ceasefire", .preferred), Rendering("truce", .admitted)]),
    Concept(
      id: "moscow", domain: "d", arabic: "موسكو",
      renderings: [
        Rendering("Moscow", .preferred), Rendering("Russia", .admitted),
        Rendering("Russian", .admitted),
      ]),
    Concept(
      id: "russian", domain: "d", arabic: "روسي", renderings: [Rendering("Russian", .preferred)]),
    Concept(
      id: "king", domain: "d", arabic: "محمد السادس",
      renderings: [Rendering("Mohammed VI", .preferred), Rendering("King Mohammed", .admitted)]),
    Concept(
      id: "zelensky", domain: "d", arabic: "زيلينسكي",
      renderings: [Rendering("Zelensky", .preferred), Rendering("Zelenskyy", .admitted)]),
    Concept(
      id: "ministry", domain: "d", arabic: "وزارة",
      renderings: [Rendering("ministry", .preferred), Rendering("office", .forbidden)]),
    Concept(
      id: "office", domain: "d", arabic: "مكتب", renderings: [Rendering("office", .preferred)]),
    Concept(
      id: "putin", domain: "d", arabic: "بوتين",
      renderings: [Rendering("Vladimir Putin", .preferred), Rendering("Putin", .admitted)]),
  ]

  /// Findings of texts of one sentence a line, the lines aligned one to one.
  private func findings(_ source: String, _ target: String) throws -> [String] {
    let source = try SegmentedText(
      Document(name: "s", text: source), language: .arabic, isSegmented: true)
    let target = try SegmentedText(
      Document(name: "t", text: target), language: .english, isSegmented: true)
    let count = min(source.sentences.count, target.sentences.count)
    var beads = (0..<count).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, confidence: 1) }
    for extra in count..<source.sentences.count {
      beads.append(Bead(source: extra..<extra + 1, target: count..<count, confidence: 1))
    }
    let bitext = Bitext(source: source, target: target, beads: beads)
    return try TermCheck(Termbase(Self.concepts)).check(bitext).findings.map {
      "\($0.rule.rawValue) \($0.concept.id) \(source.document.string($0.source)) \($0.found ?? "-")"
    }
  }

  @Test(arguments: [
    // Any accepted rendering will do, and the longest term is the one checked.
    ("قال وزير الخارجية", "The secretary of state said", []),
    ("قال وزير الخارجية", "The minister said", ["term-missing foreign-minister وزير الخارجية -"]),
    ("قال الوزير", "The foreign minister said", []),
    ("قال وزراء", "Ministers said", []),
    // A forbidden rendering is one finding, not two.
    (
      "قال وزير الخارجية", "The minister of the exterior said",
      ["term-forbidden foreign-minister وزير الخارجية minister of the exterior"]
    ),
    // Forbidden for another term, but that term is not here.
    ("قال", "The minister of the exterior said", []),
    // Two ways, and the one used less is named.
    (
      "داعش\nداعش\nداعش", "ISIS\nDaesh\nISIS",
      ["term-inconsistent isis داعش Daesh"]
    ),
    // Used equally often: the glossary's order decides.
    ("داعش\nداعش", "Daesh\nISIS", ["term-inconsistent isis داعش Daesh"]),
    // An acronym goes with any full form, and a part with its whole.
    ("داعش\nداعش\nداعش", "Islamic State\nIS\nthe Islamic State group", []),
    ("بوتين\nبوتين", "Vladimir Putin\nPutin", []),
    // Brackets explain what stands before them.
    ("داعش\nداعش", "the Islamic State group (ISIS)\nIslamic State", []),
    // Each of two terms has its own rendering, though it would take the other's.
    ("هدنة ووقف إطلاق النار\nهدنة", "a truce and a ceasefire\na truce", []),
    // An acronym the text introduces is one; a word another term accounts for is that term's.
    ("داعش\nداعش", "Islamic State (ISIS) said\nISIS said", []),
    ("الروسي في موسكو", "The Russian is in Moscow", []),
    ("محمد السادس\nمحمد السادس", "King Mohammed VI\nMohammed VI", []),
    (
      "زيلينسكي\nزيلينسكي", "Zelensky\nZelenskyy", ["term-inconsistent zelensky زيلينسكي Zelenskyy"]
    ),
    ("مكتب الوزارة مغلق", "The office of the ministry is closed", []),
    ("الوزارة مغلقة", "The ministry left office", []),
    ("الوزارة مغلقة", "The office is closed", ["term-forbidden ministry الوزارة office"]),
    // Said twice, rendered once, and left out altogether.
    ("داعش وداعش", "ISIS", []),
    ("داعش\nداعش", "ISIS", []),
    ("", "", []),
  ])
  func rules(source: String, target: String, expected: [String]) throws {
    #expect(try findings(source, target) == expected)
  }

  @Test func theReportSaysHowMuchItLookedAt() throws {
    let source = try SegmentedText(
      Document(name: "s", text: "داعش ووزير\nبوتين"), language: .arabic, isSegmented: true)
    let target = try SegmentedText(
      Document(name: "t", text: "ISIS and a minister"), language: .english, isSegmented: true)
    let bitext = Bitext(
      source: source, target: target,
      beads: [
        Bead(source: 0..<1, target: 0..<1, confidence: 1),
        Bead(source: 1..<2, target: 1..<1, confidence: 1),
      ])
    let report = try TermCheck(Termbase(Self.concepts)).check(bitext)
    #expect(report == Report(findings: [], terms: 2, untranslated: 1, doubtful: 0))
  }

  @Test func aDoubtfulBeadMissesNothing() throws {
    let source = try SegmentedText(
      Document(name: "s", text: "داعش ووزير"), language: .arabic, isSegmented: true)
    let target = try SegmentedText(
      Document(name: "t", text: "Nothing of the kind"), language: .english, isSegmented: true)
    for (confidence, findings, doubtful) in [(0.49, 0, 1), (0.5, 2, 0)] {
      let bitext = Bitext(
        source: source, target: target,
        beads: [Bead(source: 0..<1, target: 0..<1, confidence: confidence)])
      let report = try TermCheck(Termbase(Self.concepts)).check(bitext)
      #expect(report.findings.count == findings)
      #expect(report.doubtful == doubtful)
    }
  }
}
