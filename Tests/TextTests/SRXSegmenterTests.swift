import ICU
import TestSupport
import Testing

@testable import Text

@Suite struct SRXSegmenterTests {
  /// A rule written `before | after`, which breaks unless it begins with `no `.
  private func rule(_ text: String, line: Int = 1) -> SRXRules.Rule {
    let isBreak = !text.hasPrefix("no ")
    let halves = (isBreak ? text[...] : text.dropFirst(3))
      .split(separator: " | ", omittingEmptySubsequences: false)
    func half(_ index: Int, _ column: Int) -> SRXRules.Expression? {
      guard index < halves.count, !halves[index].isEmpty else { return nil }
      return SRXRules.Expression(
        pattern: String(halves[index]), position: Position(line: line, column: column))
    }
    return SRXRules.Rule(isBreak: isBreak, before: half(0, 1), after: half(1, 2))
  }

  private func rules(_ lines: [String]) -> SRXRules {
    SRXRules(
      file: "r.srx", rules: lines.enumerated().map { rule($0.element, line: $0.offset + 1) })
  }

  private func sentences(
    _ text: String, _ lines: [String], milliseconds: Int = 2_000
  ) throws -> [String] {
    var segmenter = try SRXSegmenter(rules(lines), milliseconds: milliseconds)
    let document = Document(name: "t", text: text)
    var sentences: [Range<Int>] = []
    for paragraph in document.paragraphs {
      try segmenter.segment(paragraph, of: document.bytes.span, into: &sentences)
    }
    return sentences.map(document.string)
  }

  private static let arabic = [
    #"no \b[أدم]\. | \s"#, #"no \b\p{L}\.\p{L}\. | \s"#, #"[.؟!]+["»)]? | \s"#,
  ]
  private static let english = [
    #"no \b(Mr|Mrs|Dr|Gen)\. | \s"#, #"no U\.S\. | \s+[a-z]"#, #"no \s[A-Z]\. | \s+[A-Z]"#,
    #"[.?!]+["”)]? | \s"#,
  ]

  @Test(arguments: [
    ("قال د. أحمد نعم. ثم مضى؟ لا!", ["قال د. أحمد نعم.", "ثم مضى؟", "لا!"]),
    ("قالت د.ب. أمس. وأضافت.", ["قالت د.ب. أمس.", "وأضافت."]),
    ("قال: «نعم.» ومضى", ["قال: «نعم.»", "ومضى"]),
    ("  سطر بلا نقطة \n\n سطر. \u{A0} آخر\t", ["سطر بلا نقطة", "سطر.", "آخر"]),
    ("ماذا... ثم ماذا؟!", ["ماذا...", "ثم ماذا؟!"]),
    ("", []), (" \n ", []), (".", ["."]), (". .", [".", "."]),
  ])
  func arabicText(text: String, expected: [String]) throws {
    #expect(try sentences(text, Self.arabic) == expected)
  }

  @Test(arguments: [
    (
      "Mr. Obama left the U.S. early. He said so.",
      ["Mr. Obama left the U.S. early.", "He said so."]
    ),
    ("He left the U.S. They did not.", ["He left the U.S.", "They did not."]),
    ("Gen. J. F. Dunford spoke.  “Yes.” Then.", ["Gen. J. F. Dunford spoke.", "“Yes.”", "Then."]),
    ("3.5 percent! Why? No", ["3.5 percent!", "Why?", "No"]),
  ])
  func englishText(text: String, expected: [String]) throws {
    #expect(try sentences(text, Self.english) == expected)
  }

  @Test(arguments: [
    // The first rule that speaks of a place decides, an exception or not.
    (["no a\\. | ", "\\. | "], ["a.b.", "c.", "d"]),
    (["\\. | ", "no a\\. | "], ["a.", "b.", "c.", "d"]),
    (["no  | b", "\\. | "], ["a.b.", "c.", "d"]),
    ([" | [bd]"], ["a.", "b.c.", "d"]),
    (["no \\. | ", "\\. | "], ["a.b.c.d"]),
    ([], ["a.b.c.d"]),
    (["no x | y"], ["a.b.c.d"]),
    // The first half tries another way where the second does not follow.
    ([".* | c"], ["a.b.", "c.d"]),
    // A half sees the text beyond the other's.
    (["(?<=a)\\. | (?<=\\.)b"], ["a.", "b.c.d"]),
    (["^a | ", "d | $"], ["a", ".b.c.d"]),
  ])
  func theFirstRuleDecides(lines: [String], expected: [String]) throws {
    #expect(try sentences("a.b.c.d", lines) == expected)
  }

  /// ` A. B. C. `: each exception's context is part of the next one's.
  @Test func exceptionsMayOverlap() throws {
    let lines = [#"no \s[A-Z]\.\s | "#, #"\.\s | "#]
    #expect(
      try sentences("By A. B. C. Smith. He wrote.", lines) == [
        "By A. B. C. Smith.", "He wrote.",
      ])
  }

  /// An exception is asked at the places in question if what it looks for has a longest length, and
  /// searched for if not; both find the same.
  @Test(arguments: [
    (#"no \b\d{1,9}\. | \s"#, #"no \b\d+\. | \s"#), (#"no (?i)\bmr\. | "#, #"no (?i)\bmr+\. | "#),
    (#"no  | \s\p{Ll}"#, #"no x* | \s\p{Ll}"#),
    (#"no \.{1,3} | \s"#, #"no \.+ | \s"#), (#"no [^.😀]{1,99}\. | "#, #"no [^.😀]+\. | "#),
  ])
  func exceptionsAreTheSameAskedOrSearchedFor(bounded: String, unbounded: String) throws {
    var generator = Generator(seed: 9)
    for _ in 0..<200 {
      let text = generator.text(length: 40)
      let stop = #"[.؟!]+ | \s"#
      let asked = try sentences(text, [bounded, stop])
      #expect(try sentences(text, [unbounded, stop]) == asked, "\(text)")
    }
  }

  @Test func halvesKeepTheirFlagsAndAlternatives() throws {
    #expect(
      try sentences("Mr. a MR. b mr. c. d", ["no (?i)mr\\. | \\s", "\\. | \\s"]) == [
        "Mr. a MR. b mr. c.", "d",
      ])
    #expect(try sentences("a! b? c", ["!|\\? | x|\\s"]) == ["a!", "b?", "c"])
    #expect(try sentences("aa.bb aa.cc", [#"(a)\1\. | (?<n>b)\k<n>"#]) == ["aa.", "bb aa.cc"])
  }

  @Test func wrongRulesAreNamedWithTheirPlace() throws {
    func error(_ lines: [String]) -> SRXError? {
      #expect(throws: SRXError.self) {
        let segmenter = try SRXSegmenter(rules(lines))
        _ = consume segmenter
      }
    }
    let open = error(["\\. | \\s", "a | [b"])
    #expect(open?.position == Position(line: 2, column: 2))
    guard case .badExpression("[b", let cause) = open?.kind else {
      Issue.record("\(String(describing: open))")
      return
    }
    #expect(cause.cause.name == "U_REGEX_MISSING_CLOSE_BRACKET")
    #expect(cause.offset == 2)
    // Rules that can never matter are checked all the same, and each half for itself.
    #expect(error(["\\. | \\s", "no (a | b"])?.position == Position(line: 2, column: 1))
    #expect(error(["a)(?:b | c"])?.position == Position(line: 1, column: 1))
    #expect(error(["(?x)a#c | b"])?.position == Position(line: 1, column: 1))
    #expect(error(["\\Qa | b"])?.position == Position(line: 1, column: 1))
    #expect(error([#"(a) | (b)\1"#])?.kind == .backReference(pattern: #"(b)\1"#))
  }

  @Test func aHostileRuleIsGivenUp() throws {
    let text = String(repeating: "a", count: 20_000)
    for pattern in ["(a+)+b | ", "(?>[^x]*)x(?>[^x]*) | ", " | (a*)*b"] {
      do {
        #expect(try sentences(text, [pattern], milliseconds: 50) == [text])
      } catch let error as SRXError {
        #expect(error.position?.line == 1)
        let shown = pattern.split(separator: " | ").joined()
        #expect(error.kind == .tooCostly(pattern: shown.isEmpty ? pattern : shown))
      }
    }
  }

  @Test func aLongParagraphIsCutInOnePass() throws {
    let unit = "Mr. Obama met Gen. J. F. Dunford. They spoke about the U.S. role. "
    let text = String(repeating: unit, count: 15_000)
    #expect(try sentences(text, Self.english).count == 30_000)
    let stops = String(repeating: ".", count: 3_000)
    #expect(try sentences(stops, Self.english) == [stops])
  }

  /// Whatever the rules, sentences and what lies between them are the text, and what lies between
  /// is white space.
  @Test func nothingIsLost() throws {
    var generator = Generator(seed: 7)
    let sets = [
      Self.arabic, Self.english, [" | ."], ["\\s* | "], ["\\p{L} | \\p{M}"], [".  | "], ["$ | "],
    ]
    for _ in 0..<600 {
      let text = generator.text(length: 60)
      var segmenter = try SRXSegmenter(rules(sets.randomElement(using: &generator) ?? []))
      let document = Document(name: "t", text: text)
      var sentences: [Range<Int>] = []
      for paragraph in document.paragraphs {
        try segmenter.segment(paragraph, of: document.bytes.span, into: &sentences)
      }
      var end = 0
      for gap in sentences + [document.bytes.count..<document.bytes.count] {
        #expect(gap.lowerBound >= end)
        let between = document.string(end..<gap.lowerBound)
        #expect(
          between.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" })
        end = gap.upperBound
      }
      #expect(sentences.allSatisfy { !$0.isEmpty && trimmed($0, in: document.bytes.span) == $0 })
    }
  }
}
