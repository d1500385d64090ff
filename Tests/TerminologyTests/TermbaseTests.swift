import Testing
import Text

@testable import Terminology

@Suite struct TermbaseTests {
  private let termbase: Termbase

  init() throws {
    termbase = try Termbase([
      Concept(
        id: "president", domain: "d", arabic: "رئيس", forms: ["رؤساء"],
        renderings: [Rendering("president", .preferred), Rendering("head", .admitted)]),
      Concept(
        id: "prime-minister", domain: "d", arabic: "رئيس الوزراء", variants: ["رئيس الحكومة"],
        renderings: [
          Rendering("prime minister", .preferred), Rendering("PM", .admitted, isAcronym: true),
          Rendering("president of ministers", .forbidden),
        ]),
      Concept(
        id: "base", domain: "d", arabic: "قاعدة", renderings: [Rendering("base", .preferred)],
        notIn: ["قاعدة بيانات"]),
    ])
  }

  private func terms(_ text: String) throws -> [String] {
    let text = try SegmentedText(Document(name: "t", text: text), language: .arabic)
    return try text.tokens().flatMap { termbase.terms(in: $0, of: text.document.bytes.span) }
      .map { "\(termbase.concepts[$0.concept].id):\(text.document.string($0.range))" }
  }

  private func renderings(_ text: String) throws -> Set<String> {
    let text = try SegmentedText(Document(name: "t", text: text), language: .english)
    return Set(
      try text.tokens().flatMap { termbase.renderings(in: $0, of: text.document.bytes.span) }
        .map { "\(termbase.concepts[$0.concept].id):\($0.rendering.text)" })
  }

  @Test func theLongestTermWinsAndVariantsAndFormsCount() throws {
    #expect(try terms("قال رئيس الوزراء") == ["prime-minister:رئيس الوزراء"])
    #expect(try terms("ولرئيس الحكومة") == ["prime-minister:رئيس الحكومة"])
    #expect(try terms("والرؤساء مع الرئيس") == ["president:الرؤساء", "president:الرئيس"])
  }

  @Test func termsAreInflectedAsTheirKindIs() throws {
    #expect(
      try terms("رؤساء الوزراء ورئيسا حكومة وقواعد") == [
        "prime-minister:رؤساء الوزراء", "prime-minister:رئيسا حكومة", "base:قواعد",
      ])
    let name = try Termbase([
      Concept(
        id: "fatah", domain: "d", arabic: "فتح", renderings: [Rendering("Fatah", .preferred)],
        inflections: [])
    ])
    let text = try SegmentedText(Document(name: "t", text: "فتح وفتحان"), language: .arabic)
    #expect(
      try text.tokens().flatMap { name.terms(in: $0, of: text.document.bytes.span) }.count == 1)
  }

  @Test func onlyAVerbIsRenderedByVerbs() throws {
    for (inflections, found) in [(Inflection.number, false), (.verbal, true)] {
      let termbase = try Termbase([
        Concept(
          id: "c", domain: "d", arabic: "تفاوض", renderings: [Rendering("negotiate", .preferred)],
          inflections: inflections)
      ])
      let text = try SegmentedText(Document(name: "t", text: "They negotiated"), language: .english)
      let renderings = try text.tokens().flatMap {
        termbase.renderings(in: $0, of: text.document.bytes.span)
      }
      #expect(!renderings.isEmpty == found)
    }
  }

  @Test func aGuardKeepsAnotherSenseOut() throws {
    #expect(try terms("قاعدة بيانات وقاعدة جوية") == ["base:قاعدة"])
  }

  @Test func renderingsMayOverlap() throws {
    #expect(
      try renderings("The PM, head of state") == ["prime-minister:PM", "president:head"])
    #expect(
      try renderings("the president of ministers") == [
        "prime-minister:president of ministers", "president:president",
      ])
  }

  @Test func conceptsAreEvidenceInBothLanguages() throws {
    let evidence = ConceptEvidence(termbase)
    func keys(_ text: String, _ language: Language) throws -> Set<EvidenceKey> {
      let text = try SegmentedText(Document(name: "t", text: text), language: language)
      var keys: [EvidenceKey] = []
      for tokens in try text.tokens() {
        evidence.collect(tokens, of: text.document.bytes.span, language: language, into: &keys)
      }
      return Set(keys)
    }
    #expect(
      try keys("رئيس الوزراء", .arabic) == keys("the prime ministers", .english))
    // A forbidden rendering is no evidence.
    #expect(try keys("president of ministers", .english) == keys("رئيس", .arabic))
  }
}
