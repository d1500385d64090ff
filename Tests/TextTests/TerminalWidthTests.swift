import Testing
import Text

@Suite struct TerminalWidthTests {
  static let texts: [(text: String, columns: Int)] = [
    ("", 0), ("Putin", 5), ("بوتين", 5), ("جدًّا", 3), ("e\u{301}", 1),
    // A grid has a cell for each of lam and alef; the ligature is one character.
    ("سلام", 4), ("ﺳﻼﻡ", 3),
    ("\u{2068}بوتين\u{2069}\u{200F}", 5), ("می\u{200C}رود", 5),
    ("中文", 4), ("한글", 4), ("Ａ", 2),
    ("😀", 2), ("👍🏽", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("🇪🇬", 2), ("🇪", 1), ("❤\u{FE0F}", 2), ("❤", 1),
    ("1\u{FE0F}\u{20E3}", 2), ("🏴\u{E0067}\u{E0062}\u{E007F}", 2), ("a😀b", 4), ("👍🏽👍🏽", 4),
    ("😀\u{200D}", 2), ("ب\u{200D}", 1),
  ]

  @Test(arguments: texts)
  func columns(_ text: String, _ columns: Int) {
    let bytes = Array(text.utf8)
    #expect(TerminalWidth.columns(of: 0..<bytes.count, in: bytes.span) == columns)
  }

  @Test func aPrefixPartsNoCharacter() {
    let bytes = Array("a👨\u{200D}👩\u{200D}👧ب\u{651}c".utf8)
    var used = 0
    let ends = (0...5).map { TerminalWidth.prefix(of: bytes.span, columns: $0, used: &used) }
    #expect(ends == [0, 1, 1, 19, 23, 24])
    #expect(used == 5)
  }

  @Test func fieldsAreIsolatedWhereTheyWouldMoveOthers() {
    #expect(visibleField("file.txt", isIsolated: true) == "file.txt")
    #expect(visibleField("خبر.txt", isIsolated: true) == "\u{2068}خبر.txt\u{2069}")
    #expect(visibleField("خبر.txt", isIsolated: false) == "خبر.txt")
    #expect(
      visibleField("ا\u{202E}\u{2069}\u{1B}", isIsolated: true) == "\u{2068}ا\u{FFFD}\u{2069}")
    #expect(visibleText("\u{2068}ا\u{2069}", keepingFields: true) == "\u{2068}ا\u{2069}")
    #expect(visibleText("\u{2068}\u{202E}ا\u{2069}") == "ا")
  }
}

@Suite struct LineWrapperTests {
  static let lines: [(text: String, columns: Int, expected: [String])] = [
    ("", 10, []),
    ("   ", 10, []),
    ("  قال نعم  ", 10, ["قال نعم"]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 8, ["one two", "three"]),
    ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
    ("ab abcdef", 3, ["ab", "abc", "def"]),
    ("مُحَمَّد", 2, ["مُحَ", "مَّد"]),
    ("中文中文", 3, ["中", "文", "中", "文"]),
    ("中", 1, ["中"]),
    ("a👨\u{200D}👩\u{200D}👧b", 2, ["a", "👨\u{200D}👩\u{200D}👧", "b"]),
  ]

  @Test(arguments: lines)
  func linesFit(_ text: String, _ columns: Int, _ expected: [String]) throws {
    var wrapper = try LineWrapper(.arabic)
    let bytes = Array(text.utf8)
    let lines = try wrapper.wrap(bytes.span, columns: columns).map { bytes.span.string($0) }
    #expect(lines == expected)
  }

  @Test func aLongWordIsCutInOneWalk() throws {
    var wrapper = try LineWrapper(.english)
    let bytes = [UInt8](repeating: 0x61, count: 200_000)
    #expect(try wrapper.wrap(bytes.span, columns: 10).count == 20_000)
  }
}
