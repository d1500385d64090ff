import TestSupport
import Testing
import Text

@testable import Interchange

@Suite struct SRXReaderTests {
  /// A file of two sets of rules, as tools write it.
  private static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" xmlns:x="urn:extension" version="2.0">
      <header segmentsubflows="yes" cascade="yes">
        <formathandle type="start" include="no"/>
        <formathandle type="end" include="yes"/>
        <x:options trim="yes"><x:deep>text</x:deep></x:options>
      </header>
      <body>
        <languagerules>
          <languagerule languagerulename="Arabic">
            <!-- doctor -->
            <rule break="no"><beforebreak>\\bد\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
            <rule><beforebreak>[.؟!]+</beforebreak><afterbreak> </afterbreak></rule>
          </languagerule>
          <languagerule languagerulename="Default">
            <rule break="yes">
              <beforebreak>&lt;<![CDATA[(?:&nbsp;)]]>&#x3e;</beforebreak>
            </rule>
            <rule break="yes"><beforebreak/><afterbreak>\\n</afterbreak></rule>
          </languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="AR.*" languagerulename="Arabic"/>
          <languagemap languagepattern=".*" languagerulename="Default"/>
        </maprules>
      </body>
    </srx>

    """

  private func read(_ text: String) throws(SRXError) -> SRXFile {
    try SRXReader.read(Array(text.utf8), name: "r.srx")
  }

  private func error(_ text: String) -> SRXError? {
    #expect(throws: SRXError.self) { try read(text) }
  }

  /// The rules as `before | after`, exceptions behind `no `.
  private func shown(_ rules: SRXRules) -> [String] {
    rules.rules.map { rule in
      (rule.isBreak ? "" : "no ") + (rule.before?.pattern ?? "") + " | "
        + (rule.after?.pattern ?? "")
    }
  }

  private let arabic = ["no \\bد\\. | \\s", "[.؟!]+ |  "]
  private let other = ["<(?:&nbsp;)> | ", " | \\n"]

  @Test func rulesComeInTheirOrderByLanguage() throws {
    let file = try read(Self.sample)
    #expect(file.cascades)
    #expect(shown(try file.rules(for: "ar")) == arabic + other)
    #expect(shown(try file.rules(for: "ar-EG")) == arabic + other)
    #expect(shown(try file.rules(for: "en")) == other)
    // The whole code must match.
    #expect(shown(try file.rules(for: "xar")) == other)
    let first = try file.rules(for: "ar").rules[0]
    #expect(first.before?.position == Position(line: 12, column: 26))
    #expect(first.after?.position == Position(line: 12, column: 58))
  }

  @Test func withoutCascadeTheFirstMapAlone() throws {
    for text in [
      Self.sample.replacing("cascade=\"yes\"", with: "cascade=\"no\""),
      Self.sample.replacing(" cascade=\"yes\"", with: ""),
    ] {
      let file = try read(text)
      #expect(shown(try file.rules(for: "ar")) == arabic)
      #expect(shown(try file.rules(for: "en")) == other)
    }
  }

  @Test func theFileCutsText() throws {
    var segmenter = try SRXSegmenter(try read(Self.sample).rules(for: "ar"))
    let document = Document(name: "t", text: "قال د. أحمد نعم. ثم مضى؟ لا")
    var sentences: [Range<Int>] = []
    try segmenter.segment(document.paragraphs[0], of: document.bytes.span, into: &sentences)
    #expect(sentences.map(document.string) == ["قال د. أحمد نعم.", "ثم مضى؟", "لا"])
  }

  @Test func namespaceAndEncodingMayVary() throws {
    let expected = try read(Self.sample)
    let bare = Self.sample.replacing(" xmlns=\"http://www.lisa.org/srx20\"", with: "")
    #expect(shown(try read(bare).rules(for: "ar")) == arabic + other)
    let prefixed = Self.sample.replacing("xmlns=", with: "xmlns:s=")
      .replacing("<", with: "<s:").replacing("<s:/", with: "</s:").replacing("<s:?", with: "<?")
      .replacing("<s:!", with: "<!").replacing("s:x:", with: "x:")
    #expect(shown(try read(prefixed).rules(for: "ar")) == arabic + other)
    #expect(try read("\u{FEFF}" + Self.sample) == expected)
    #expect(try read(Self.sample.replacing("\n", with: "\r\n")).maps == expected.maps)
    let utf16 = ("\u{FEFF}" + Self.sample.replacing("UTF-8", with: "UTF-16")).utf16
      .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try SRXReader.read(utf16, name: "r.srx") == expected)
  }

  @Test func version1HasNamedMaps() throws {
    let old = """
      <!DOCTYPE srx PUBLIC "-//SRX//DTD SRX//EN" "srx.dtd">
      <srx version="1.0"><header segmentsubflows="yes"/><body><languagerules>
      <languagerule languagerulename="A"><rule><beforebreak>x</beforebreak></rule></languagerule>
      <languagerule languagerulename="B"/>
      </languagerules><maprules><maprule maprulename="M">
      <languagemap languagepattern="B" languagerulename="B"/>
      <languagemap languagepattern=".*" languagerulename="A"/>
      </maprule></maprules></body></srx>
      """
    #expect(shown(try read(old).rules(for: "ar")) == ["x | "])
    #expect(shown(try read(old).rules(for: "b")) == [])
    let two = old.replacing("</maprules>", with: "<maprule maprulename=\"N\"/></maprules>")
    #expect(error(two)?.kind == .severalMaps)
  }

  @Test(
    arguments: [
      ("version=\"2.0\"", "version=\"3.0\"", SRXError.Kind.unknownVersion("3.0"), 2, 1),
      ("cascade=\"yes\"", "cascade=\"true\"", .notYesOrNo("true", attribute: "cascade"), 3, 3),
      ("break=\"no\"", "break=\"never\"", .notYesOrNo("never", attribute: "break"), 12, 9),
      ("beforebreak>\\b", "beforbreak>\\b", .unexpectedElement("beforbreak", in: "rule"), 12, 26),
      (
        "<afterbreak> </afterbreak>", "<beforebreak>x</beforebreak>",
        .unexpectedElement("beforebreak", in: "rule"), 13, 48
      ),
      ("<beforebreak/><afterbreak>\\n</afterbreak>", "<beforebreak/>", .emptyRule, 19, 9),
      (
        "languagerulename=\"Default\">", "languagerulename=\"Arabic\">", .duplicateRules("Arabic"),
        15, 7
      ),
      (
        "languagerulename=\"Default\"/>", "languagerulename=\"Standard\"/>",
        .unknownRules("Standard"), 24, 7
      ),
      (
        "languagepattern=\".*\" ", "", .missingAttribute("languagepattern", in: "languagemap"), 24,
        7
      ),
      (
        "<languagerule languagerulename=\"Default\">", "<languagerule>",
        .missingAttribute("languagerulename", in: "languagerule"), 15, 7
      ),
      ("<maprules>", "<maps>", .unexpectedElement("maps", in: "body"), 22, 5),
      (
        "<header segmentsubflows=\"yes\" cascade=\"yes\">", "<header><option/>",
        .unexpectedElement("option", in: "header"), 3, 11
      ),
    ] as [(String, String, SRXError.Kind, Int, Int)])
  func whatIsWrongIsNamedWithItsPlace(
    part: String, replacement: String, kind: SRXError.Kind, line: Int, column: Int
  ) {
    let found = error(Self.sample.replacing(part, with: replacement, maxReplacements: 1))
    #expect(found?.kind == kind)
    #expect(found?.position == Position(line: line, column: column))
    #expect(found?.file == "r.srx")
  }

  @Test func missingPartsAreNamed() {
    #expect(
      error("<srx version=\"2.0\"><body/></srx>")?.kind
        == .missingElement("languagerules", in: "body"))
    #expect(
      error("<srx version=\"2.0\"><body><languagerules/></body></srx>")?.kind
        == .missingElement("maprules", in: "body"))
    #expect(
      error("<srx version=\"2.0\"><body><languagerules/><maprules/></body></srx>")?.kind
        == .missingElement("header", in: "srx"))
    #expect(
      error("<srx version=\"2.0\"><header/></srx>")?.kind == .missingElement("body", in: "srx"))
  }

  @Test func whatIsNoSRXIsRefused() {
    #expect(error("<tmx version=\"1.4\"/>")?.kind == .notSRX(root: "tmx"))
    #expect(error("<srx xmlns=\"urn:other\"/>")?.kind == .notSRX(root: "srx"))
    #expect(error("")?.kind == .notXML("the document ends too early"))
    #expect(error("no break")?.position == Position(line: 1, column: 1))
    let cut = error(String(Self.sample.prefix(900)))
    #expect(cut?.kind == .notXML("the document ends too early"))
    let after = error(Self.sample + "<more/>")
    #expect(after?.position == Position(line: 28, column: 1))
    let bomb = Self.sample.replacing(
      "<srx ", with: "<!DOCTYPE srx [<!ENTITY a \"b\">]><srx ", maxReplacements: 1)
    #expect(error(bomb)?.kind == .notXML("an entity is declared"))
    let entity = Self.sample.replacing("\\bد", with: "&doctor;")
    #expect(error(entity)?.kind == .notXML("Entity 'doctor' not defined"))
    let deep = Self.sample.replacing(
      "</header>", with: String(repeating: "<x:d>", count: 1_000) + "</header>")
    #expect(error(deep)?.kind == .notXML("elements nest too deep"))
  }

  @Test func aLanguageWithoutRulesIsAnError() throws {
    let file = try read(
      Self.sample.replacing("languagepattern=\".*\"", with: "languagepattern=\"[a-\""))
    let wrong = #expect(throws: SRXError.self) { try file.rules(for: "en") }
    #expect(wrong?.position == Position(line: 24, column: 7))
    let none = try read(
      Self.sample.replacing("languagepattern=\".*\"", with: "languagepattern=\"fr\""))
    let missing = #expect(throws: SRXError.self) { try none.rules(for: "en") }
    #expect(missing?.kind == .noRules(language: "en"))
    let empty = try read(
      Self.sample.replacing("languagepattern=\".*\"", with: "languagepattern=\"\""))
    #expect(throws: SRXError.self) { try empty.rules(for: "en") }
  }

  @Test func anyBytesAreRulesOrAnError() {
    var generator = Generator(seed: 8)
    let whole = Array(Self.sample.utf8)
    for round in 0..<3_000 {
      var bytes = whole
      if round % 10 == 0 {
        bytes = generator.bytes(length: 200)
      } else {
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      do {
        let rules = try SRXReader.read(bytes, name: "r.srx").rules(for: "ar")
        var segmenter = try SRXSegmenter(rules)
        let text = generator.text(length: 20)
        var sentences: [Range<Int>] = []
        let document = Document(name: "t", text: text)
        for paragraph in document.paragraphs {
          try segmenter.segment(paragraph, of: document.bytes.span, into: &sentences)
        }
      } catch {
        #expect(error.file == "r.srx")
      }
    }
  }
}
