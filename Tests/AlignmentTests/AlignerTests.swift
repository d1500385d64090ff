import TestSupport
import Testing
import Text
import Workbench

@testable import Alignment

@Suite struct AlignerTests {
  private func links(_ source: String, _ target: String) throws -> [Link] {
    try AlignTexts().align(
      Document(name: "s", text: source), Document(name: "t", text: target), isSegmented: true
    ).beads.map { Link($0) }
  }

  @Test func numbersMonthsCountriesAndNamesDecide() throws {
    let source = """
      وقع الاتفاق في آذار/ مارس ٢٠١٥
      زار لافروف فرنسا
      بلغ العدد 1,250 جنديا
      قال ظريف نعم
      """
    // The same four in order, with a sentence of the translator's own between them.
    let target = """
      The agreement was signed in March 2015
      Lavrov visited France
      Nobody had expected any of this to happen so soon after the war
      The number reached 1,250 soldiers
      Zarif said yes
      """
    #expect(
      try links(source, target) == [
        Link(source: [0], target: [0]), Link(source: [1], target: [1]),
        Link(source: [], target: [2]), Link(source: [2], target: [3]),
        Link(source: [3], target: [4]),
      ])
  }

  @Test(arguments: [
    ("", "", []),
    ("جملة", "", [Link(source: [0], target: [])]),
    ("", "A sentence", [Link(source: [], target: [0])]),
  ])
  func emptySidesAreFine(source: String, target: String, expected: [Link]) throws {
    #expect(try links(source, target) == expected)
  }

  @Test func twoEnglishTextsAreBothEnglish() throws {
    let text = Document(name: "t", text: "He said yes")
    let digits = Document(name: "d", text: "1 2 3")
    let both = try AlignTexts().align(text, text)
    #expect(both.source.language == .english)
    #expect(both.target.language == .english)
    let none = try AlignTexts().align(digits, digits)
    #expect(none.source.language != none.target.language)
  }

  @Test func englishMayComeFirst() throws {
    #expect(
      try links("Putin met Obama in 2016\nHe left", "التقى بوتين أوباما في ٢٠١٦\nثم غادر")
        == [Link(source: [0], target: [0]), Link(source: [1], target: [1])])
  }

  /// Whatever the texts, each sentence is in one bead, beads are in order, confidences are
  /// probabilities.
  @Test func beadsCoverBothTextsInOrder() throws {
    var generator = Generator(seed: 6)
    let aligner = try AlignTexts()
    for _ in 0..<60 {
      let source = Document(name: "s", text: generator.text(length: 200))
      let target = Document(name: "t", text: generator.text(length: 200))
      let bitext = try aligner.align(source, target)
      check(bitext)
    }
  }

  /// Past the size searched whole, the band follows landmarks and still covers everything.
  @Test func longTextsAreSearchedInABand() throws {
    var generator = Generator(seed: 7)
    let names = (0..<2_500).map { "كلمة \($0 * 7 + 1000) أخرى" }
    var kept = (0..<2_500).map { "word \($0 * 7 + 1000) other" }
    for _ in 0..<100 { kept.remove(at: Int.random(in: 0..<kept.count, using: &generator)) }
    let bitext = try AlignTexts().align(
      Document(name: "s", text: names.joined(separator: "\n")),
      Document(name: "t", text: kept.joined(separator: "\n")), isSegmented: true)
    check(bitext)
    let right = bitext.beads.count {
      $0.source.count == 1 && $0.target.count == 1
        && bitext.source.string($0.source).filter(\.isNumber)
          == bitext.target.string($0.target).filter(\.isNumber)
    }
    #expect(right >= 2_380)
  }

  private func check(_ bitext: Bitext) {
    var source = 0
    var target = 0
    for bead in bitext.beads {
      #expect(bead.source.lowerBound == source)
      #expect(bead.target.lowerBound == target)
      #expect(bead.source.count + bead.target.count > 0)
      #expect((0...1).contains(bead.confidence))
      source = bead.source.upperBound
      target = bead.target.upperBound
    }
    #expect(source == bitext.source.sentences.count)
    #expect(target == bitext.target.sentences.count)
  }

  @Test func aSurePairIsMoreConfidentThanADoubtfulOne() throws {
    let sure = try AlignTexts().align(
      Document(name: "s", text: "قال بوتين في 2016\nنعم"),
      Document(name: "t", text: "Putin said in 2016\nYes"), isSegmented: true)
    let doubtful = try AlignTexts().align(
      Document(name: "s", text: "كلام كثير لا رقم فيه ولا اسم\nنعم"),
      Document(name: "t", text: "Yes\nSomething quite different, and short"), isSegmented: true)
    #expect((sure.beads.first?.confidence ?? 0) > (doubtful.beads.first?.confidence ?? 1))
  }
}
