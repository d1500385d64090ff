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
    let sources = bitext.beads.flatMap(\.source)
    let targets = bitext.beads.flatMap(\.target)
    #expect(sources == Array(bitext.source.sentences.indices))
    #expect(targets.sorted() == Array(bitext.target.sentences.indices))
    for bead in bitext.beads {
      #expect(bead.source.count + bead.target.count > 0)
      #expect((0...1).contains(bead.confidence))
    }
  }

  @Test func aSwappedPairIsTwoBeadsThatCross() throws {
    let source = """
      وصل الوفد إلى دمشق في 12 مارس 2016 صباحا
      بلغ عدد القتلى 250 شخصا في حلب
      وقع لافروف الاتفاق في جنيف عام 1999
      زار أوباما برلين مع 40 صحفيا
      """
    let target = """
      The delegation arrived in Damascus on the morning of 12 March 2016
      Lavrov signed the agreement in Geneva in 1999
      The number of dead reached 250 people in Aleppo
      Obama visited Berlin with 40 journalists
      """
    #expect(
      try links(source, target) == [
        Link(source: [0], target: [0]), Link(source: [1], target: [2]),
        Link(source: [2], target: [1]), Link(source: [3], target: [3]),
      ])
  }

  /// Sentences that have nothing to do with the text stay alone, all of them.
  @Test func aBlockTheTranslatorAddedStaysAlone() throws {
    let source = (0..<6).map { "بلغ العدد \($0 * 37 + 100) جنديا في المدينة" }
    var target = (0..<6).map { "The number reached \($0 * 37 + 100) soldiers in the city" }
    let added = [
      "Preheat the oven and grease a baking tin with butter", "Sift the flour with the salt",
      "Beat the eggs until they are pale and fluffy", "Fold in the chocolate",
      "Bake until a skewer comes out clean", "Leave the cake to cool on a rack",
    ]
    target.insert(contentsOf: added, at: 3)
    let expected =
      (0..<3).map { Link(source: [$0], target: [$0]) }
      + (3..<9).map { Link(source: [], target: [$0]) }
      + (3..<6).map { Link(source: [$0], target: [$0 + 6]) }
    #expect(
      try links(source.joined(separator: "\n"), target.joined(separator: "\n")) == expected)
  }

  @Test func textsWithNothingInCommonAreNotConfidentlyAligned() throws {
    let source = [
      "كان الطقس جميلا", "ذهب الولد إلى المدرسة صباحا مع أخته الصغيرة", "اشترت أمي خبزا",
      "نام القط تحت الشجرة الكبيرة بعد الظهر", "لعب الأطفال بالكرة حتى المساء",
    ]
    let target = [
      "Parliament adopted the amended budget after a long debate on Tuesday evening",
      "Shares fell", "The central bank left its main interest rate unchanged at 5.25 percent",
      "Police arrested nine", "Investigators have asked the court to extend their detention again",
    ]
    let bitext = try AlignTexts().align(
      Document(name: "s", text: source.joined(separator: "\n")),
      Document(name: "t", text: target.joined(separator: "\n")), isSegmented: true)
    #expect(
      bitext.beads.allSatisfy { $0.source.isEmpty || $0.target.isEmpty || $0.confidence < 0.9 })
  }

  @Test func oneSentenceThousandsOfTimesOver() throws {
    let line = "وقف إطلاق النار مستمر"
    let bitext = try AlignTexts().align(
      Document(name: "s", text: Array(repeating: line, count: 1_200).joined(separator: "\n")),
      Document(
        name: "t",
        text: Array(repeating: "The ceasefire is holding", count: 1_190).joined(separator: "\n")),
      isSegmented: true)
    check(bitext)
    #expect(bitext.beads.count { $0.type == "1-1" } > 1_150)
  }

  @Test func identicalTexts() throws {
    let text = Document(name: "s", text: "He said yes\nShe said no\nNobody came to the meeting")
    let bitext = try AlignTexts().align(text, text, isSegmented: true)
    #expect(bitext.beads.map { Link($0) } == (0..<3).map { Link(source: [$0], target: [$0]) })
  }

  @Test func noBeadIsLargerThanAsked() throws {
    let source = "اجتمع الوزراء في القاهرة وناقشوا الأزمة السورية ثم غادروا"
    let target = "The ministers met in Cairo.\nThey discussed the Syrian crisis.\nThen they left."
    for maximum in [2, 3, 10] {
      let bitext = try AlignTexts(options: AlignerOptions(maximumBead: maximum)).align(
        Document(name: "s", text: source), Document(name: "t", text: target), isSegmented: true)
      check(bitext)
      #expect(bitext.beads.allSatisfy { $0.source.count + $0.target.count <= maximum })
    }
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
