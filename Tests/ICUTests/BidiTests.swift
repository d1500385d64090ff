import ICU
import Testing

@Suite("Bidirectional text")
struct BidiTests {
  struct Display: Sendable, CustomTestStringConvertible {
    let id: String
    let base: BaseDirection
    let input: String
    let expected: String

    init(_ id: String, _ base: BaseDirection, _ input: String, _ expected: String) {
      self.id = id
      self.base = base
      self.input = input
      self.expected = expected
    }

    var testDescription: String { id }
  }

  // Each shows one rule of UAX #9 at work in a newsroom's text.
  static let displays = [
    // L2: a left-to-right run keeps its order inside a right-to-left line.
    Display("v01", .rightToLeft, "التقى Obama بوتين", "نيتوب Obama ىقتلا"),
    // W2, W4: digits after an Arabic letter are Arabic numbers, one slash between them too.
    Display("v02", .rightToLeft, "في 5/11/2015 قال", "لاق 5/11/2015 يف"),
    // W2, W4, W6: a hyphen joins European numbers only, so a score turns round.
    Display("v03", .rightToLeft, "موسكو 15-8 (اف ب)", "(ب فا) 8-15 وكسوم"),
    // W5: so does the percent sign, which moves left of its number.
    Display("v04", .rightToLeft, "بنسبة 10% فقط", "طقف %10 ةبسنب"),
    // N1, N2: signs between the two directions take the paragraph's.
    Display("v05", .rightToLeft, "لغة C++ سهلة", "ةلهس ++C ةغل"),
    // A left-to-right mark repairs that.
    Display("v06", .rightToLeft, "لغة C++\u{200e} سهلة", "ةلهس C++ ةغل"),
    // L3, L4: brackets are mirrored and marks stay after their letters.
    Display("v07", .rightToLeft, "قال (جدًا) ثم", "مث (ادًج) لاق"),
    Display("v08", .rightToLeft, "«الصمت» ١٨٩٤-١٩٦٢", "١٩٦٢-١٨٩٤ «تمصلا»"),
    // P2, P3: the first strong letter is Latin, wrongly for an Arabic article ...
    Display(
      "v09", .firstStrong(fallback: .rightToLeft), "CNN: قالت موسكو", "CNN: وكسوم تلاق"),
    // ... whose direction is better given.
    Display("v10", .rightToLeft, "CNN: قالت موسكو", "وكسوم تلاق :CNN"),
    // A number between two Arabic fields makes one run of them, and the fields change places ...
    Display(
      "v11", .leftToRight, "1. بوتين 2016 أوباما | Putin", "1. امابوأ 2016 نيتوب | Putin"),
    // ... unless they are isolated.
    Display(
      "v12", .leftToRight, "1. \u{2068}بوتين\u{2069} 2016 \u{2068}أوباما\u{2069} | Putin",
      "1. نيتوب 2016 امابوأ | Putin"),
    // N1: quotes at the border of an Arabic quote take the line's direction.
    Display(
      "v13", .leftToRight, "\"بوتين مقتنع\" — Putin is convinced.",
      "\"عنتقم نيتوب\" — Putin is convinced."),
    // L4: quotes typed in the order of display are mirrored all the same.
    Display("v14", .rightToLeft, "»داعش«", "»شعاد«"),
    // W2: groups of digits after an Arabic letter run right to left ...
    Display("v15", .rightToLeft, "هاتف +963 11 445 الآن", "نآلا 445 11 963+ فتاه"),
    // ... unless the number is isolated.
    Display(
      "v16", .rightToLeft, "هاتف \u{2066}+963 11 445\u{2069} الآن", "نآلا +963 11 445 فتاه"),
  ]

  @Test("A line is displayed as UAX #9 has it", arguments: displays)
  func display(_ example: Display) throws {
    var bidi = try Bidi()
    try bidi.setParagraph(example.input.utf8.span, base: example.base)
    let shown = try bidi.visual(mirrored: true, removingControls: true)
    #expect(Array(shown.unicodeScalars) == Array(example.expected.unicodeScalars))
  }

  @Test("A line is displayed with the levels of its paragraph")
  func displayOfALine() throws {
    var bidi = try Bidi()
    try bidi.setParagraph("نص 15-8 😀 ab".utf8.span, base: .rightToLeft)
    func line(_ range: Range<Int>) throws -> String {
      var text: [UInt8] = []
      try bidi.appendVisual(line: range, mirrored: true, removingControls: true, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
    // After an Arabic letter, though that is in the line before.
    #expect(try line(5..<9) == "8-15")
    #expect(try line(0..<4) == "صن")
    #expect(try line(10..<17) == "ab 😀")
    #expect(try line(4..<4) == "")
    #expect(try line(0..<17) == bidi.visual(mirrored: true, removingControls: true))
    for wrong in [0..<1, 3..<3, 11..<14, 12..<14, 0..<18, 16..<30] {
      #expect(throws: ICUError.self) { try line(wrong) }
    }
  }

  @Test("Without mirroring brackets stay, without removal controls stay")
  func options() throws {
    var bidi = try Bidi()
    try bidi.setParagraph("(ب\u{200f})".utf8.span, base: .rightToLeft)
    let plain = try bidi.visual(mirrored: false, removingControls: false)
    let mirrored = try bidi.visual(mirrored: true, removingControls: true)
    #expect(plain.unicodeScalars.elementsEqual(")\u{200f}ب(".unicodeScalars))
    #expect(mirrored.unicodeScalars.elementsEqual("(ب)".unicodeScalars))
  }

  @Test("Removing controls loses no mark after one and no joiner")
  func marksAfterControls() throws {
    var bidi = try Bidi()
    try bidi.setParagraph("ب\u{202e}\u{651}\u{200c}ت😀".utf8.span, base: .rightToLeft)
    let shown = try bidi.visual(mirrored: true, removingControls: true)
    #expect(shown.unicodeScalars.sorted() == "ب\u{651}\u{200c}ت😀".unicodeScalars.sorted())
  }

  @Test("Levels are given by scalar and runs by byte")
  func levelsAndRuns() throws {
    var bidi = try Bidi()
    try bidi.setParagraph("aب😀𞤀1".utf8.span, base: .leftToRight)
    #expect(bidi.paragraphLevel == 0)
    #expect(try bidi.levels() == [0, 1, 1, 1, 2])
    let runs = try bidi.visualRuns()
    #expect(
      runs == [
        Bidi.Run(range: 0..<1, level: 0), Bidi.Run(range: 11..<12, level: 2),
        Bidi.Run(range: 1..<11, level: 1),
      ])
    #expect(runs.map(\.direction) == [.leftToRight, .leftToRight, .rightToLeft])
  }

  @Test("An empty paragraph has a level and nothing else")
  func empty() throws {
    var bidi = try Bidi()
    #expect(bidi.paragraphLevel == 0)
    try bidi.setParagraph("".utf8.span, base: .rightToLeft)
    #expect(bidi.paragraphLevel == 1)
    #expect(try bidi.levels() == [])
    #expect(try bidi.visualRuns() == [])
    #expect(try bidi.visual(mirrored: true, removingControls: true) == "")
  }

  static let bases: [(text: String, base: BaseDirection, level: UInt8)] = [
    ("abc", .firstStrong(fallback: .rightToLeft), 0),
    ("12 عربي", .firstStrong(fallback: .leftToRight), 1),
    ("123", .firstStrong(fallback: .leftToRight), 0),
    ("123", .firstStrong(fallback: .rightToLeft), 1),
    ("abc", .rightToLeft, 1),
    ("عربي", .leftToRight, 0),
  ]

  @Test("The base is the one given, or the first strong letter's", arguments: bases)
  func base(_ text: String, _ base: BaseDirection, _ level: UInt8) throws {
    var bidi = try Bidi()
    try bidi.setParagraph(text.utf8.span, base: base)
    #expect(bidi.paragraphLevel == level)
  }

  static let strong: [(text: String, direction: TextDirection?)] = [
    ("", nil),
    ("123 ،!", nil),
    ("123 عربي abc", .rightToLeft),
    ("שלום", .rightToLeft),
    ("  abc عربي", .leftToRight),
    ("\u{200f}abc", .rightToLeft),
    ("\u{2067}عربي\u{2069} abc", .leftToRight),
    ("\u{2068}abc", nil),
    ("\u{2069}abc", .leftToRight),
    ("1\u{2029}abc", nil),
    ("𞤀a", .rightToLeft),
  ]

  @Test("The first strong character outside isolates decides", arguments: strong)
  func firstStrong(_ text: String, _ direction: TextDirection?) throws {
    #expect(try Bidi.firstStrongDirection(text.utf8.span) == direction)
  }

  @Test("Runs cover the text, each scalar once, and agree with the levels")
  func runsCover() throws {
    var generator = SeededGenerator(seed: 3)
    var bidi = try Bidi()
    for _ in 0..<2_000 {
      let text = randomString(0...40, using: &generator)
      try bidi.setParagraph(text.utf8.span, base: .firstStrong(fallback: .leftToRight))
      let levels = try bidi.levels()
      let runs = try bidi.visualRuns().sorted { $0.range.lowerBound < $1.range.lowerBound }
      #expect(levels.count == text.unicodeScalars.count)
      var byRuns: [UInt8] = []
      var offset = 0
      var remaining = runs[...]
      for scalar in text.unicodeScalars {
        if let run = remaining.first, offset == run.range.upperBound { remaining.removeFirst() }
        guard let run = remaining.first, run.range.contains(offset) else { break }
        byRuns.append(run.level)
        offset += UTF8.width(scalar)
      }
      #expect(byRuns == levels, "\(text.debugDescription)")
      #expect(offset == text.utf8.count)
      #expect((runs.last?.range.upperBound ?? 0) == offset)

      let shown = try bidi.visual(mirrored: false, removingControls: false)
      #expect(shown.unicodeScalars.sorted() == text.unicodeScalars.sorted())
    }
  }

  @Test("Malformed UTF-8 is refused and leaves an empty paragraph", arguments: malformed)
  func refusesMalformed(_ bytes: [UInt8]) throws {
    var bidi = try Bidi()
    try bidi.setParagraph("نص".utf8.span, base: .rightToLeft)
    do throws(ICUError) {
      try bidi.setParagraph(bytes.span, base: .rightToLeft)
      Issue.record("\(bytes) was taken for UTF-8")
    } catch {
      #expect(error.name == "U_INVALID_CHAR_FOUND")
    }
    #expect(try bidi.levels() == [])
    let afterDigit = [UInt8(ascii: "1")] + bytes
    if bytes != [0x61, 0xd8] {
      #expect(throws: ICUError.self) { try Bidi.firstStrongDirection(afterDigit.span) }
    }
  }
}
