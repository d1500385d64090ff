import ICU
import Testing
import Text

@testable import Alignment

@Suite struct EvidenceTableTests {
  private func table(_ source: String, _ target: String) throws -> EvidenceTable {
    try EvidenceTable(
      SegmentedText(Document(name: "s", text: source), isSegmented: true),
      SegmentedText(Document(name: "t", text: target), isSegmented: true),
      sources: [QuantityEvidence()])
  }

  @Test func aKeyOfBothTextsWeighsByItsRarity() throws {
    let table = try table("عام 2016\nعام 2016\nعدد 77", "in 2016\n77 of them\nin 2016\n55")
    #expect(table.weights.count == 2)
    #expect((table.weights.min() ?? 0) < (table.weights.max() ?? 0))
    #expect(table.landmarks().map { [$0.source, $0.target] } == [[2, 1]])
  }

  /// In a part only what both parts have is a key: what stands far off is not missed here.
  @Test func aPartKnowsOnlyWhatIsNear() throws {
    let table = try table("عام 2016\nعدد 77\nعدد 88", "77 of them\n88 of them\nin 2016")
    #expect(table.weights.count == 3)
    let part = table.part(source: 0..<2, target: 0..<2)
    #expect(part.weights.count == 1)
    #expect(part.sourceTotal(0..<1)[EvidenceGroup.number.rawValue] == 0)
    #expect(part.sourceTotal(1..<2)[EvidenceGroup.number.rawValue] > 0)
    #expect(part.landmarks().map { [$0.source, $0.target] } == [[1, 0]])
    let whole = table.part(source: 0..<3, target: 0..<3)
    #expect(whole.weights.sorted() == table.weights.sorted())
    #expect(table.part(source: 3..<3, target: 0..<0).weights.isEmpty)
  }
}
