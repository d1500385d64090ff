import TestSupport
import Testing

@testable import Text

@Suite struct DocumentTests {
  @Test(arguments: [
    ("one\ntwo\n", ["one", "two"]),
    ("one\r\ntwo", ["one", "two"]),
    ("one\rtwo\r\r\nthree", ["one", "two", "three"]),
    ("\u{FEFF}one\n\n\n  \t\ntwo", ["one", "two"]),
    (
      "one\u{2028}two\u{2029}three\u{85}four\u{0B}five\u{0C}six",
      ["one", "two", "three", "four", "five", "six"]
    ),
    ("\u{A0}\n\u{3000}", []),
    ("", []),
    ("  one  ", ["  one  "]),
  ])
  func linesThatAreNotBlankAreParagraphs(text: String, paragraphs: [String]) {
    let document = Document(name: "t", text: text)
    #expect(document.paragraphs.map(document.string) == paragraphs)
    #expect(document.bytes == Array(text.utf8))
  }

  @Test func utf16WithAByteOrderMarkIsRead() throws {
    for (mark, isLittle) in [([0xFF, 0xFE] as [UInt8], true), ([0xFE, 0xFF], false)] {
      var bytes = mark
      for unit in "قال بوتين 😀".utf16 {
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        bytes += isLittle ? pair : pair.reversed()
      }
      #expect(try Document(name: "t", bytes: bytes).bytes == Array("قال بوتين 😀".utf8))
    }
  }

  @Test func legacyEncodingsAreReadWhenNamed() throws {
    let windows: [UInt8] = [0xC8, 0xE6, 0xCA, 0xED, 0xE4]
    let document = try Document(name: "t", bytes: windows, encoding: "windows-1256")
    #expect(document.string(document.paragraphs[0]) == "بوتين")
    let iso: [UInt8] = [0xC8, 0xE8, 0xCA, 0xEA, 0xE6]
    #expect(
      try Document(name: "t", bytes: iso, encoding: "iso-8859-6").bytes == Array("بوتين".utf8))
  }

  /// A charset is named for a command with two texts, of which one is often UTF-8.
  @Test func aNamedEncodingLeavesUnicodeAlone() throws {
    for text in ["قال نعم", "\u{FEFF}قال", "“yes” in Café"] {
      let document = try Document(name: "t", bytes: Array(text.utf8), encoding: "windows-1256")
      #expect(document.bytes == Array(text.utf8))
    }
    let utf16: [UInt8] = [0xFF, 0xFE, 0x42, 0x06]
    #expect(
      try Document(name: "t", bytes: utf16, encoding: "windows-1256").bytes == Array("ق".utf8))
    #expect(
      try Document(name: "t", bytes: [0x42, 0x06, 0x20, 0x00], encoding: "utf-16le").bytes
        == Array("ق ".utf8))
    #expect(
      throws: DocumentError.malformed(name: "t", charset: "iso-8859-6", offset: 1, bytes: [0xDE])
    ) {
      try Document(name: "t", bytes: [0xC8, 0xDE], encoding: "iso-8859-6")
    }
  }

  @Test func whatIsNotTextIsRefusedWithItsPlace() {
    #expect(
      throws: DocumentError.malformedUTF8(
        name: "t", offset: 6, byte: 0xC8, position: Position(line: 2, column: 3))
    ) {
      try Document(name: "t", bytes: Array("abc\nde".utf8) + [0xC8, 0x20])
    }
    #expect(throws: DocumentError.binary(name: "t", offset: 2)) {
      try Document(name: "t", bytes: [0x61, 0x62, 0, 0x63])
    }
    #expect(throws: DocumentError.unknownCharset(name: "klingon")) {
      try Document(name: "t", bytes: [0x61], encoding: "klingon")
    }
    // Half a surrogate pair.
    #expect(throws: DocumentError.self) {
      try Document(name: "t", bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00])
    }
  }

  @Test(arguments: [
    (0, "1:1"), (2, "1:2"), (6, "1:4"), (7, "2:1"), (9, "3:1"), (10, "3:2"), (14, "3:4"),
  ])
  func placesAreLinesAndColumnsOfScalars(offset: Int, place: String) {
    // A line separator ends a paragraph, but editors count no line.
    let document = Document(name: "t", text: "قال\n\r\nab\u{2028}c")
    let position = LineIndex(document).position(of: offset, in: document.bytes.span)
    #expect(position.description == place)
  }

  @Test func columnsStartAfterAByteOrderMark() {
    let document = Document(name: "t", text: "\u{FEFF}abc")
    #expect(
      LineIndex(document).position(of: 3, in: document.bytes.span) == Position(line: 1, column: 1))
  }

  @Test func anyBytesAreTextOrAnError() {
    var generator = Generator(seed: 1)
    for _ in 0..<500 {
      let bytes = generator.bytes(length: 40)
      do {
        let document = try Document(name: "t", bytes: bytes)
        #expect(
          document.bytes == bytes || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF]))
      } catch {
        #expect(error.name == "t")
      }
    }
  }
}

extension DocumentError {
  fileprivate var name: String {
    switch self {
    case .malformedUTF8(let name, _, _, _), .binary(let name, _), .malformed(let name, _, _, _),
      .unknownCharset(let name):
      name
    }
  }
}
