import ICU
import Testing

@Suite("Regular expressions")
struct RegularExpressionTests {
  private func matches(
    _ pattern: String, _ text: String, overlapping: Bool = false, ignoringCase: Bool = false
  ) throws -> [String] {
    var expression = try RegularExpression(pattern, ignoringCase: ignoringCase)
    var search = try SearchText()
    try search.set(text.utf8.span)
    let bytes = Array(text.utf8)
    var found: [String] = []
    try expression.forEachMatch(in: search, overlapping: overlapping) { match in
      found.append(String(decoding: bytes[match.range], as: UTF8.self))
    }
    return found
  }

  @Test(
    "Matches are found as a reader of the pattern expects",
    arguments: [
      ("[.؟!]+", "قال؟! نعم. لا", ["؟!", "."]),
      (#"\bد\."#, "قال د. أحمد", ["د."]),
      (#"(?<=\s)\p{L}+"#, "a بوتين 😀 قال", ["بوتين", "قال"]),
      (#"^\w+"#, "one two", ["one"]),
      (#"\w+$"#, "one two", ["two"]),
      ("", "ab", ["", "", ""]),
      ("x*", "", [""]),
      ("😀", "a😀😀b", ["😀", "😀"]),
      (#"(.)\1"#, "aabb", ["aa", "bb"]),
      ("none", "text", []),
    ] as [(String, String, [String])])
  func finds(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test("Offsets are bytes of the text, the last group's too")
  func offsets() throws {
    var expression = try RegularExpression("(?:قال )(😀)(x)?")
    #expect(expression.groupCount == 2)
    var text = try SearchText()
    try text.set("é قال 😀".utf8.span)
    #expect(text.count == 14)
    var found: [RegularExpression.Match] = []
    try expression.forEachMatch(in: text) { found.append($0) }
    #expect(found.map(\.range) == [3..<14])
    #expect(found.map(\.lastGroup) == [nil])
    var second = try RegularExpression("قال (😀)")
    try second.forEachMatch(in: text) { found.append($0) }
    #expect(found.last?.lastGroup == 10..<14)
  }

  @Test("Overlapping matches begin at every character, but long runs are not gone over again")
  func overlapping() throws {
    #expect(try matches("aa", "aaaa") == ["aa", "aa"])
    #expect(try matches("aa", "aaaa", overlapping: true) == ["aa", "aa", "aa"])
    #expect(try matches(" [A-Z]\\. ", " A. B. C. ", overlapping: true).count == 3)
    #expect(try matches("😀.", "😀😀😀", overlapping: true) == ["😀😀", "😀😀"])
    #expect(try matches("a+", String(repeating: "a", count: 33), overlapping: true).count == 1)
    #expect(try matches("a+", String(repeating: "a", count: 32), overlapping: true).count == 32)
    let run = String(repeating: ".", count: 1_000_000)
    #expect(try matches("[.!]+", run, overlapping: true) == [run])
  }

  @Test("Case is ignored when asked")
  func ignoringCase() throws {
    #expect(try matches("ar.*", "AR-EG", ignoringCase: true) == ["AR-EG"])
    #expect(try matches("ar.*", "AR-EG") == [])
  }

  @Test("Places are looked about from, before them and behind")
  func lookingAbout() throws {
    let string = "😀م.م. é. a."
    var text = try SearchText()
    try text.set(string.utf8.span)
    let places = scalarBoundaries(string).sorted()
    var found: [Int] = []
    var expression = try RegularExpression(#"(?<=\p{L}\.)(?=\s|م)"#)
    try expression.forEachMatch(in: text, at: places) { found.append($0) }
    #expect(found == [7, 10, 14])
    found = []
    try expression.forEachMatch(in: text, at: [10, 7, -3, 9_999]) { found.append($0) }
    #expect(found == [10, 7])
    found = []
    var end = try RegularExpression("$")
    try end.forEachMatch(in: text, at: places) { found.append($0) }
    #expect(found == [string.utf8.count])
  }

  @Test("A text is matched from its beginning to its end")
  func wholly() throws {
    var expression = try RegularExpression("ar(-.*)?")
    var text = try SearchText()
    for (language, expected) in [("ar", true), ("ar-EG", true), ("arc", false), ("x-ar", false)] {
      try text.set(language.utf8.span)
      #expect(try expression.matchesAll(of: text) == expected)
    }
  }

  @Test(
    "A wrong pattern is refused with its place",
    arguments: [
      ("(abc", "U_REGEX_MISMATCHED_PAREN", 4), ("قال)", "U_REGEX_MISMATCHED_PAREN", 7),
      ("a\n[abc", "U_REGEX_MISSING_CLOSE_BRACKET", 6), ("*a", "U_REGEX_RULE_SYNTAX", 1),
      (#"\p{Nonsense}"#, "U_REGEX_PROPERTY_SYNTAX", 12), ("a{3,1}", "U_REGEX_MAX_LT_MIN", 6),
      ("(?<=a+)b", "U_REGEX_LOOK_BEHIND_LIMIT", 7), (#"\2(a)"#, "U_REGEX_INVALID_BACK_REF", 5),
      ("(?Q)", "U_REGEX_RULE_SYNTAX", 3), ("[z-a]", "U_REGEX_INVALID_RANGE", 4),
    ])
  func refuses(pattern: String, name: String, offset: Int) {
    let error = #expect(throws: RegularExpressionError.self) {
      let expression = try RegularExpression(pattern)
      _ = consume expression
    }
    #expect(error?.cause.name == name)
    #expect(error?.offset == offset)
  }

  @Test("Huge and deep patterns are refused, not compiled for ever")
  func hugePatterns() {
    for pattern in [
      String(repeating: "(", count: 50_000), String(repeating: "[", count: 50_000),
      String(repeating: "a", count: 70_000), String(repeating: "(?=", count: 20_000),
      String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000),
    ] {
      #expect(throws: RegularExpressionError.self) {
        let expression = try RegularExpression(pattern)
        _ = consume expression
      }
    }
  }

  @Test(
    "A search that would take for ever is given up",
    arguments: ["(a+)+b", "(a|aa)+b", "(.*)*x", ".*.*.*.*x", "(?>[^x]*)x", "(?:a?){30}b"])
  func hostile(pattern: String) throws {
    var expression = try RegularExpression(pattern)
    var text = try SearchText()
    try text.set(String(repeating: "a", count: 2_000_000).utf8.span)
    do throws(ICUError) {
      try expression.forEachMatch(in: text, milliseconds: 50) { _ in }
    } catch {
      #expect(error.isTooCostly)
    }
    // And is as good as new on a text it can search.
    try text.set("aax aab".utf8.span)
    var count = 0
    try expression.forEachMatch(in: text) { _ in count += 1 }
    #expect(count > 0)
  }

  @Test("Any pattern compiles or is refused, and any text is searched or given up")
  func anything() throws {
    var generator = SeededGenerator(seed: 6)
    let pieces = [
      "a", "(", ")", "[", "]", "*", "+", "?", "{2,}", "{1,3}", "|", "\\", "^", "$", ".", "(?:",
      "(?=", "(?<=", "(?!", "(?<n>", "\\k<n>", "\\1", "\\p{L}", "\\b", "\\Q", "\\E", "(?i)", "(?x)",
      "#", "-", "&&", "😀", "م", "\\x{", "\u{0}", "\\X", "\\R", "(?#", "(?>", "*+", "??",
    ]
    var text = try SearchText()
    for _ in 0..<4_000 {
      let pattern = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let string = randomString(0...40, using: &generator)
      let boundaries = scalarBoundaries(string)
      try text.set(string.utf8.span)
      do {
        var expression = try RegularExpression(pattern)
        var last = -1
        try expression.forEachMatch(in: text, overlapping: true, milliseconds: 100) { match in
          #expect(boundaries.contains(match.range.lowerBound))
          #expect(boundaries.contains(match.range.upperBound))
          #expect(match.range.lowerBound > last)
          last = match.range.lowerBound
        }
      } catch let error as RegularExpressionError {
        #expect((error.offset ?? 0) <= pattern.utf8.count)
      } catch let error as ICUError {
        #expect(error.isTooCostly)
      }
    }
  }

  @Test("Malformed UTF-8 is refused and leaves an empty text", arguments: malformed)
  func refusesMalformed(_ bytes: [UInt8]) throws {
    var text = try SearchText()
    try text.set("نص".utf8.span)
    #expect(throws: ICUError.self) { try text.set(bytes.span) }
    #expect(text.count == 0)
    var expression = try RegularExpression("")
    #expect(try expression.matchesAll(of: text))
  }
}
