import Interchange
import Terminology
import TestSupport
import Testing
import Text
import Workbench

@testable import Alignment

@Suite struct ArticleTests {
  private let source: Document
  private let target: Document
  private let gold: [Link]

  init() throws {
    source = try Document(name: "ar", bytes: Repository.bytes("seeds/syria-truce.ar.txt"))
    target = try Document(name: "en", bytes: Repository.bytes("seeds/syria-truce.en.txt"))
    gold = try readLinks(Document(name: "gold", bytes: Repository.bytes("seeds/syria-truce.gold")))
  }

  private func score(_ termbase: Termbase?) throws -> AlignmentScore {
    let bitext = try AlignTexts(termbase: termbase).align(source, target)
    #expect(bitext.source.sentences.count == 26)
    #expect(bitext.target.sentences.count == 27)
    return AlignmentScore(bitext.beads.map { Link($0) }, against: gold)
  }

  @Test func theArticleIsAlignedWithTheGlossary() throws {
    var glossary = GlossaryCSV()
    for path in files(in: Repository.url("Glossaries").path, endingIn: ".csv") ?? [] {
      glossary.read(try TextInput(path: path).load(), domain: "any")
    }
    let score = try score(try Termbase(glossary.concepts))
    #expect(score.strictF1 >= 0.90)
    #expect(score.laxF1 >= 0.95)
  }

  @Test func theArticleIsAlignedWithoutAGlossary() throws {
    #expect(try score(nil).strictF1 >= 0.80)
  }

  @Test func goldCoversEverySentenceOnceOrTwice() {
    #expect(Set(gold.flatMap(\.source)) == Set(0..<26))
    #expect(Set(gold.flatMap(\.target)) == Set(0..<27))
    #expect(gold.count { $0.source.count > 1 || $0.target.count > 1 } >= 3)
  }
}
