import TestSupport
import Testing
import Text

@Suite struct BidiRewriteTests {
  // In these tables ⟨ and ⟩ stand for FSI and PDI.
  static let fields: [(text: String, expected: String)] = [
    ("التقى Obama بوتين", "التقى ⟨Obama⟩ بوتين"),
    ("قال الرئيس Barack Obama أمس.", "قال الرئيس ⟨Barack Obama⟩ أمس."),
    ("لغة C++ سهلة", "لغة ⟨C++⟩ سهلة"),
    (
      "وكتب الموقع @bbc عن COVID-19 (WHO)، ثم مضى",
      "وكتب الموقع ⟨@bbc⟩ عن ⟨COVID-19 (WHO)⟩، ثم مضى"
    ),
    ("قال المدير (WHO) ومضى", "قال المدير (⟨WHO⟩) ومضى"),
    ("قال مديرها (WHO) COVID ومضى في سبيله", "قال مديرها ⟨(WHO) COVID⟩ ومضى في سبيله"),
    // A number after a Latin word is shown as part of it (W7), and stays so.
    ("نظام Windows 10 جديد", "نظام ⟨Windows 10⟩ جديد"),
    ("قالت CNN. ثم", "قالت ⟨CNN⟩. ثم"),
    ("He met بوتين and أوباما today.", "He met ⟨بوتين⟩ and ⟨أوباما⟩ today."),
    ("He said \"بوتين مقتنع\" twice.", "He said \"⟨بوتين مقتنع⟩\" twice."),
    // In English a number after an Arabic name is the sentence's.
    ("The man called بوتين 2016 said so", "The man called ⟨بوتين⟩ 2016 said so"),
    // Marks stay with their letters; a mark of direction alone is no field.
    ("They say داعشْ so", "They say ⟨داعشْ⟩ so"),
    ("No \u{200F} field in here", "No \u{200F} field in here"),
    // What is isolated or embedded already.
    ("التقى ⟨Obama⟩ بوتين", "التقى ⟨Obama⟩ بوتين"),
    ("قال الرئيس \u{202A}Obama\u{202C} نعم CNN", "قال الرئيس \u{202A}Obama\u{202C} نعم ⟨CNN⟩"),
    ("قال \u{202A}Obama نعم", "قال \u{202A}Obama نعم"),
    ("لا شيء هنا 15-8", "لا شيء هنا 15-8"),
    ("", ""),
  ]

  @Test(arguments: fields)
  func fieldsAreIsolated(_ text: String, _ expected: String) {
    #expect(isolate(text) == expected)
    #expect(isolate(expected) == expected)
  }

  static let cells: [(text: String, separator: Character, expected: String)] = [
    ("بوتين\t2016\tأوباما", "\t", "⟨بوتين⟩\t⟨2016⟩\t⟨أوباما⟩"),
    ("arabic,preferred\nداعش,Islamic State\n", ",", "arabic,preferred\n⟨داعش⟩,⟨Islamic State⟩\n"),
    ("\"نعم, لا\",,\"قال \"\"نعم\"\"\"", ",", "\"⟨نعم, لا⟩\",,\"⟨قال \"\"نعم\"\"⟩\""),
    // A comma behind doubled quotes, and a cell of two lines, which no isolate can span.
    ("\"قال \"\"نعم\"\", ثم مضى\",لا", ",", "\"⟨قال \"\"نعم\"\", ثم مضى⟩\",⟨لا⟩"),
    ("نعم,\"قال\nومضى, ثم\",لا\nعاد,a", ",", "⟨نعم⟩,\"قال\nومضى, ثم\",⟨لا⟩\n⟨عاد⟩,⟨a⟩"),
    (" بوتين | Putin ", "|", " ⟨بوتين⟩ | ⟨Putin⟩ "),
    // A cell whose controls would close the isolate or outlive it.
    ("بوتين\ta\u{2069}b\t\u{2067}c", "\t", "⟨بوتين⟩\ta\u{2069}b\t\u{2067}c"),
  ]

  @Test(arguments: cells)
  func cellsAreIsolated(_ text: String, _ separator: Character, _ expected: String) throws {
    let isolate = IsolateCells(separator: try #require(separator.asciiValue))
    for input in [text, controls(expected)] {
      let (bytes, _) = isolate.isolate(Document(name: "t", text: input))
      #expect(String(decoding: bytes, as: UTF8.self) == controls(expected))
    }
  }

  @Test func stripTakesControlsOnly() {
    let text = "\u{FEFF}a\u{200E}\u{202B}ب\u{200C}ت\u{200D}\u{202C}\u{2068}c\u{2069}\u{61C}\r\n"
    let document = Document(name: "t", text: text)
    let all = StripControls().strip(document)
    #expect(String(decoding: all.text, as: UTF8.self) == "\u{FEFF}aب\u{200C}ت\u{200D}c\r\n")
    #expect(all.removed == 6)
    let some = StripControls(keepsMarks: true).strip(document)
    #expect(
      String(decoding: some.text, as: UTF8.self)
        == "\u{FEFF}a\u{200E}ب\u{200C}ت\u{200D}c\u{61C}\r\n")
  }

  @Test func aSecondTimeChangesNothing() {
    var generator = Generator(seed: 22)
    for _ in 0..<1_000 {
      let document = Document(name: "t", text: generator.bidiText(length: 30))
      let stripped = StripControls().strip(document).text
      let strippedAgain = StripControls().strip(Document(name: "t", stripped))
      #expect(strippedAgain.removed == 0 && strippedAgain.text == stripped)

      let isolated = IsolateFields().isolate(document).text
      #expect(IsolateFields().isolate(Document(name: "t", isolated)).text == isolated)
      #expect(without(isolated) == without(document.bytes))

      let cells = IsolateCells(separator: 0x09)
      let once = cells.isolate(document).text
      #expect(cells.isolate(Document(name: "t", once)).text == once)
      #expect(without(once) == without(document.bytes))
    }
  }

  /// Isolated fields do not change what is in a line, and show each of them whole.
  @Test func visualLosesNothingButControls() throws {
    var generator = Generator(seed: 23)
    var visual = try VisualText(isShaped: false, width: nil)
    for _ in 0..<500 {
      let document = Document(name: "t", text: generator.bidiText(length: 30))
      let shown = try visual.visual(document)
      let kept = StripControls().strip(document).text
      // Brackets may be mirrored; everything else is the same, in another order.
      #expect(shown.count == kept.count)
    }
  }

  @Test func shapingJoinsLettersAndKeepsMarks() throws {
    var visual = try VisualText(isShaped: true, width: nil)
    let shown = try visual.visual(Document(name: "t", text: "السلام قَالَ لَا"))
    #expect(
      String(decoding: shown, as: UTF8.self)
        == "\u{FEFB}\u{64E} \u{FEDD}\u{64E}\u{FE8E}\u{FED7}\u{64E} "
        + "\u{FEE1}\u{FEFC}\u{FEB4}\u{FEDF}\u{FE8D}")
  }

  /// Found by fuzzing: UAX #9 begins a new paragraph there, and ICU takes no line across it.
  @Test func linesAreWrappedAcrossInformationSeparators() throws {
    var visual = try VisualText(rule: .given(.leftToRight), isShaped: true, width: 12)
    let text = try visual.visual(Document(name: "t", text: "abc \u{1C} def ghi\u{1D}\u{1E} jkl"))
    #expect(String(decoding: text, as: UTF8.self) == "abc \u{1C} def ghi\u{1D}\u{1E}\njkl")
  }

  @Test func linesAreWrappedBeforeTheyAreTurned() throws {
    var visual = try VisualText(isShaped: false, width: 12)
    let shown = try visual.visual(Document(name: "t", text: "قالت موسكو 15-8 إن الهدنة\n"))
    // The number stays an Arabic one though no Arabic letter is before it in its line.
    #expect(String(decoding: shown, as: UTF8.self) == "وكسوم تلاق\nنإ 8-15\nةندهلا\n")
  }

  private func isolate(_ text: String) -> String {
    let (bytes, _) = IsolateFields().isolate(Document(name: "t", text: controls(text)))
    return String(decoding: bytes, as: UTF8.self)
      .replacing("\u{2068}", with: "⟨").replacing("\u{2069}", with: "⟩")
  }

  private func controls(_ text: String) -> String {
    text.replacing("⟨", with: "\u{2068}").replacing("⟩", with: "\u{2069}")
  }

  private func without(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
  }
}

extension Document {
  /// A document of bytes known to be text.
  init(name: String, _ bytes: [UInt8]) {
    self.init(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension Generator {
  /// Text of up to `length` pieces that bidi has trouble with.
  mutating func bidiText(length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text += Self.bidiPieces.randomElement(using: &self) ?? ""
    }
    return text
  }

  private static let bidiPieces = [
    "قال", "بوتين", " ", " ", " ", "\n", "\t", "Obama", "C++", "(", ")", "«", "»", "15-8", "10%",
    "٣٫٥", "\u{200E}", "\u{200F}", "\u{61C}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}",
    "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200C}", "\u{200D}", "ﻻ", "ﺔﻴﺑ",
    "ﷲ", "ﹼ", "ً", "ّ", "\u{301}", "😀", "שלום", "中", ",", "\"", "|", "\u{FEFF}", "\u{2029}", "𞤀",
  ]
}
