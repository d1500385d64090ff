import TestSupport
import Testing
import Text

@Suite struct BidiRepairTests {
  static let lines: [(text: String, expected: String)] = [
    // In the order of reading, and without forms: not a byte changes.
    ("قالت موسكو إن الهدنة قريبة.", "قالت موسكو إن الهدنة قريبة."),
    ("The truce is near.", "The truce is near."),
    ("لا إله إلا الله", "لا إله إلا الله"),
    ("نايف", "نايف"),
    ("", ""),
    // Forms in the order of reading become letters, and nothing is turned round.
    ("ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ", "السلام عليكم"),
    ("ﻭﻗﺎﻝ ½ ﬁn ①", "وقال ½ ﬁn ①"),
    ("قال محمد ﷺ", "قال محمد ﷺ"),
    // In the order of display.
    ("ﻢﻜﻴﻠﻋ ﻡﻼﺴﻟﺍ", "السلام عليكم"),
    (".ةبيرق ةندهلا نإ وكسوم تلاق", "قالت موسكو إن الهدنة قريبة."),
    ("ىلع رصم يف ةيموكحلا Obama ةرايز", "زيارة Obama الحكومية في مصر على"),
    ("(ب فا) 8-15 وكسوم يف ةيجراخلا ةرازو تلاق", "قالت وزارة الخارجية في موسكو 15-8 (اف ب)"),
    ("ةموكحلا نم %10.5 ةبسنب 5/11/2015 يف ةرازولا", "الوزارة في 5/11/2015 بنسبة 10.5% من الحكومة"),
    ("[ةظحالم] ةيبرعلا «ةغللا»", "«اللغة» العربية [ملاحظة]"),
    // Some programs mirror brackets and some do not.
    (")ةظحالم( ةيبرعلا ةغللا", "اللغة العربية (ملاحظة)"),
    ("COVID-19 سوريف ةموكحلا تنلعأ", "أعلنت الحكومة فيروس COVID-19"),
    // A mark after its letter, and one before it where every character was turned round.
    ("ادًج ةيبرعلا ةغللا", "اللغة العربية جدًا"),
    ("اًدج ةيبرعلا ُةغللا", "اللغةُ العربية جدًا"),
    ("\u{FEFB}\u{64E} ﻡﻼﺴﻟﺍ", "السلام لَا"),
    // An English line with an Arabic name turned round in it.
    (
      "The ministry (ةيجراخلا ةرازو) said on Monday", "The ministry (وزارة الخارجية) said on Monday"
    ),
    // Other languages of the script have other words.
    ("این دختر در تهران ناپدید شد", "این دختر در تهران ناپدید شد"),
  ]

  @Test(arguments: lines)
  func lineIsRepaired(_ text: String, _ expected: String) throws {
    #expect(try repair(text).text == expected)
  }

  @Test func aLineThatSaysNothingGoesWithTheOthers() throws {
    let visual = "ةيبرعلا ةغللا\nهللا دبع\nةموكحلا تنلعأ\nةيجراخلا ةرازو\n"
    #expect(
      try repair(visual).text == "اللغة العربية\nعبد الله\nأعلنت الحكومة\nوزارة الخارجية\n")
    let logical =
      "اللغة العربية\nزيد خلف نايف نايف\nأعلنت الحكومة\nوزارة الخارجية\nفي موسكو أمس قالت الوزارة\nإن الحكومة\nإلى القاهرة\n"
    #expect(try repair(logical).text == logical)
  }

  @Test func whatWasDoneIsSaid() throws {
    let text = "\u{FEFF}قال نعم\r\nﻡﻼﺴﻟﺍ\r\nﻛﺘﺎﺏ"
    let document = Document(name: "t", text: text)
    let (bytes, repairs) = try RepairText().repair(document)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}قال نعم\r\nالسلام\r\nكتاب")
    #expect(repairs.map(\.isReversed) == [true, false])
    #expect(repairs.map(\.forms) == [5, 4])
    #expect(repairs.map(\.text) == ["السلام", "كتاب"])
    #expect(repairs.map { document.string($0.range) } == ["ﻡﻼﺴﻟﺍ", "ﻛﺘﺎﺏ"])
  }

  @Test func theOrderCanBeSaid() throws {
    let name = Document(name: "t", text: "دمحم")
    #expect(try RepairText().repair(name).repairs == [])
    #expect(try RepairText(order: .visual).repair(name).repairs.map(\.text) == ["محمد"])
    let forms = Document(name: "t", text: "ﻡﻼﺴﻟﺍ")
    #expect(try RepairText(order: .logical).repair(forms).repairs.map(\.text) == ["ملاسلا"])
  }

  /// Every line of the article, shown and repaired, is the line again.
  @Test func theArticleComesBack() throws {
    let article = try Document(name: "a", bytes: Repository.bytes("seeds/syria-truce.ar.txt"))
    for isShaped in [false, true] {
      var visual = try VisualText(isShaped: isShaped, width: nil)
      let shown = Document(name: "a", try visual.visual(article))
      #expect(shown.bytes != article.bytes)
      #expect(try RepairText().repair(shown).text == article.bytes)
    }
    #expect(try RepairText().repair(article).text == article.bytes)
  }

  @Test func anyTextIsTakenAndNothingIsRepairedTwice() throws {
    var generator = Generator(seed: 24)
    for order in RepairText.Order.allCases {
      let repair = try RepairText(order: order)
      for _ in 0..<300 {
        let document = Document(name: "t", text: generator.bidiText(length: 30))
        let (bytes, repairs) = try repair.repair(document)
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        var end = 0
        for line in repairs {
          #expect(line.range.lowerBound >= end && line.range.upperBound <= document.bytes.count)
          end = line.range.upperBound
        }
        if order == .logical {
          #expect(try repair.repair(Document(name: "t", bytes)).repairs == [])
        }
      }
    }
  }

  private func repair(_ text: String) throws -> (text: String, count: Int) {
    let (bytes, repairs) = try RepairText().repair(Document(name: "t", text: text))
    return (String(decoding: bytes, as: UTF8.self), repairs.count)
  }
}
