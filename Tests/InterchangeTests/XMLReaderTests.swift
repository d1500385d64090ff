import TestSupport
import Testing
import Text

@testable import Interchange

@Suite struct XMLReaderTests {
  /// The events as a person would write them down, adjacent texts joined.
  private func events(_ bytes: [UInt8]) throws(XMLError) -> [String] {
    var reader = try XMLReader(bytes)
    var lines: [String] = []
    var text = ""
    while let event = try reader.next() {
      if case .text(let piece) = event {
        text += piece
        continue
      }
      if !text.isEmpty { lines.append(text) }
      text = ""
      switch event {
      case .start(let element):
        let attributes = element.attributes.map { " \(shown($0.name))=\($0.value)" }.joined()
        lines.append("<\(shown(element.name))\(attributes)> \(element.position)")
      case .end(let name): lines.append("</\(shown(name))>")
      case .text: break
      }
    }
    return lines
  }

  private func events(_ text: String) throws(XMLError) -> [String] {
    try events(Array(text.utf8))
  }

  private func shown(_ name: XMLName) -> String {
    name.namespace.map { "{\($0)}\(name.local)" } ?? name.local
  }

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  @Test func elementsAttributesAndTextComeInOrder() throws {
    let document = """
      <?xml version="1.0"?>
      <!-- a comment -->
      <a x="1" y='&lt;&amp;&quot;&#65;'>قال <b/>&lt;نعم&gt;<![CDATA[<&]]>&#x645;<?pi?></a>

      """
    #expect(
      try events(document) == [
        "<a x=1 y=<&\"A> 3:1", "قال ", "<b> 3:39", "</b>", "<نعم><&م", "</a>",
      ])
  }

  @Test func namespacesAreResolved() throws {
    let document = """
      <a xmlns="urn:a" xmlns:p="urn:p" xml:lang="ar" p:k="1" k="2"><p:b/><c xmlns=""/></a>
      """
    #expect(
      try events(document) == [
        "<{urn:a}a {\(XMLName.xml)}lang=ar {urn:p}k=1 k=2> 1:1", "<{urn:p}b> 1:62", "</{urn:p}b>",
        "<c> 1:68", "</c>", "</{urn:a}a>",
      ])
    var reader = try XMLReader(Array(document.utf8))
    guard case .start(let element) = try reader.next() else {
      Issue.record("no element")
      return
    }
    #expect(element["lang", in: XMLName.xml] == "ar")
    #expect(element["lang"] == nil)
    #expect(element["k"] == "2")
    #expect(element["k", in: "urn:p"] == "1")
  }

  /// Columns are characters, not bytes, also after Arabic, CDATA and a byte order mark.
  @Test func placesAreThoseOfAnEditor() throws {
    let document =
      "\u{FEFF}<a>قال<b/>\n  <![CDATA[نعم]]><c\n d='1'/><!-- \n\n --><d/>\r\n\t<e/></a>"
    #expect(
      try events(document).filter { $0.hasPrefix("<") && !$0.hasPrefix("</") } == [
        "<a> 1:1", "<b> 1:7", "<c d=1> 2:18", "<d> 5:5", "<e> 6:2",
      ])
  }

  @Test func everyPieceBorderIsSeamless() throws {
    // Longer than several pieces, with borders inside names, characters and references.
    let unit = "<كلمة صفة=\"قيمة &amp; قيمة\">نص &lt;طويل&gt; 😀</كلمة>\n"
    let count = 3_000
    let lines = try events("<a>" + String(repeating: unit, count: count) + "</a>")
    #expect(lines.count { $0.contains("كلمة صفة=قيمة & قيمة>") } == count)
    #expect(lines.count { $0 == "نص <طويل> 😀" } == count)
    #expect(lines.count { $0 == "</كلمة>" } == count)
    #expect(lines.contains("<كلمة صفة=قيمة & قيمة> \(count):1"))
  }

  @Test func encodingsAreReadAsDeclared() throws {
    let expected = ["<a> 1:1", "قال 😀", "</a>"]
    let plain = "<a>قال 😀</a>"
    #expect(try events(utf16(plain, littleEndian: true)) == expected)
    #expect(try events(utf16(plain, littleEndian: false)) == expected)
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a>قال 😀</a>"
    #expect(try events(utf16(declared, littleEndian: true)).contains("قال 😀"))
    #expect(try events("\u{FEFF}" + plain) == expected)
    let windows = Array("<?xml version=\"1.0\" encoding=\"windows-1256\"?><a>".utf8)
    #expect(try events(windows + [0xC8, 0xE6] + Array("</a>".utf8)).contains("بو"))
  }

  @Test(arguments: [
    ("", XMLError.Kind.truncated, "the document ends too early"),
    ("<a>", .truncated, "the document ends too early"),
    ("<a", .truncated, "the document ends too early"),
    ("<a><b></b>\n", .truncated, "the document ends too early"),
    ("hello", .malformed, "1:1: no XML: '<' was expected"),
    ("<a>\n  <b></c></a>", .malformed, "2:10: Opening and ending tag mismatch: b line 2 and c"),
    ("<a/><b/>", .malformed, "1:5: Extra content at the end of the document"),
    ("<a x=\"1\" x=\"2\"/>", .malformed, "Attribute x redefined"),
    ("<p:a/>", .malformed, "Namespace prefix p on a is not defined"),
    ("<a>\u{1}</a>", .malformed, "PCDATA invalid Char value 1"),
    ("<a>&none;</a>", .entity, "Entity 'none' not defined"),
    ("<a x=\"&none;\"/>", .entity, "Entity 'none' not defined"),
    ("<!DOCTYPE a SYSTEM \"a.dtd\"><a x=\"&none;\"/>", .entity, "Entity 'none' not defined"),
    ("<!DOCTYPE a SYSTEM \"a.dtd\"><a>&none;</a>", .entity, "Entity 'none' not defined"),
  ])
  func whatIsWrongIsSaid(text: String, kind: XMLError.Kind, description: String) {
    let error = #expect(throws: XMLError.self) { try events(text) }
    #expect(error?.kind == kind)
    #expect(error?.description.contains(description) == true, "\(error?.description ?? "")")
  }

  @Test func whatComesBeforeAMistakeIsGivenFirst() throws {
    var reader = try XMLReader(Array("<a>text<b></a>".utf8))
    var count = 0
    #expect(throws: XMLError.self) {
      while try reader.next() != nil { count += 1 }
    }
    #expect(count == 3)
    // And again when asked again.
    #expect(throws: XMLError.self) { try reader.next() }
  }

  @Test func aDTDIsPassedOver() throws {
    #expect(
      try events("<!DOCTYPE a PUBLIC \"-//A\" \"http://example.org/a.dtd\">\n<a/>") == [
        "<a> 2:1", "</a>",
      ])
    let defaulted = "<!DOCTYPE a [<!ELEMENT a ANY> <!ATTLIST a k CDATA 'd' x CDATA 'e'>]>"
    #expect(try events(defaulted + "<a x='1'/>") == ["<a x=1> 1:69", "</a>"])
  }

  @Test func entitiesAreNeverExpanded() {
    var bomb = "<!DOCTYPE a [<!ENTITY e0 \"ha\">"
    for level in 1...40 { bomb += "<!ENTITY e\(level) \"&e\(level - 1);&e\(level - 1);\">" }
    for document in [
      bomb + "]><a>&e40;</a>", bomb + "]><a x=\"&e40;\"/>", bomb + "]><a/>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]><a/>",
      "<!DOCTYPE a [<!ENTITY e \"<b>x</b>\">]><a>&e;</a>",
    ] {
      let error = #expect(throws: XMLError.self) { try events(document) }
      #expect(error?.kind == .entity)
    }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try events(nested(200)).count == 400)
    for depth in [201, 257, 100_000] {
      let error = #expect(throws: XMLError.self) { try events(nested(depth)) }
      #expect(error?.kind == .tooDeep)
      #expect(error?.position == Position(line: 1, column: 603))
    }
  }

  /// Also on documents broken in every place, which come nearer to the parser's inside.
  @Test func anyBytesAreADocumentOrAnError() {
    var generator = Generator(seed: 5)
    let whole = Array(
      "\u{FEFF}<?xml version=\"1.0\"?><!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a b=\"&lt;&amp;\"><![CDATA[x]]>م&#65;</a>"
        .utf8)
    var documents = (0..<2_000).map { _ in generator.bytes(length: 60) }
    documents += (0..<whole.count).map { Array(whole[..<$0]) }
    for _ in 0..<2_000 {
      var broken = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<broken.count, using: &generator)
        broken[place] = UInt8.random(in: 0...255, using: &generator)
      }
      documents.append(broken)
    }
    documents += documents.prefix(500).map { [0xFF, 0xFE] + $0 }
    for document in documents {
      do {
        _ = try events(document)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
