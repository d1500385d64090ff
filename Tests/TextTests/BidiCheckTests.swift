import TestSupport
import Testing
import Text

@Suite struct BidiCheckTests {
  /// A line, and the findings in it as `rule@column`.
  static let lines: [(text: String, findings: String)] = [
    ("قالت موسكو إن الهدنة قريبة.", ""),
    ("The truce is near.", ""),
    // An application that goes by the first letter would show it left to right.
    ("CNN: قالت موسكو إن الهدنة قريبة", "base-direction@1"),
    ("\u{200F}CNN: قالت موسكو إن الهدنة قريبة", ""),
    ("داعش is what some call the Islamic State.", "base-direction@1"),
    // The only word has no order to lose.
    ("123 بوتين", ""),
    // Marks: one at work, two of which one is enough, one that does nothing.
    ("لغة C++\u{200E} سهلة", ""),
    ("لغة C++\u{200E}\u{200E} سهلة", "stray-mark@8"),
    ("قال\u{200F} بوتين", "stray-mark@4"),
    ("قال\u{61C} بوتين", "stray-mark@4"),
    // Isolates that keep a field together are what they are for.
    ("1. \u{2068}بوتين\u{2069} 2016 \u{2068}أوباما\u{2069} | Putin and Obama", ""),
    ("هاتف \u{2066}+963 11 445\u{2069} الآن", ""),
    // Balanced, and yet it reads otherwise than it is written.
    ("if (x) \u{2067}} \u{2066}return\u{2069} \u{2066}// done\u{2069}\u{2069}", "order-changed@8"),
    ("a \u{202B}b, c.\u{202C} d", "order-changed@3"),
    ("a \u{202A}b c\u{202C} d", ""),
    ("pay \u{202E}100\u{202C} now", "override@5"),
    ("pay \u{202D}100 now", "override@5 unclosed@5"),
    ("one \u{2067}two", "unclosed@5"),
    ("one\u{202C} two", "unmatched@4"),
    // A PDI closes what was opened inside its isolate, too.
    ("a \u{2066}b \u{202A}c\u{2069} d", "unclosed@6"),
    // A PDF reaches out of no isolate.
    ("a \u{202A}b \u{2066}c\u{202C}d\u{2069}\u{202C} e", "unmatched@8"),
    ("ﻛﺘﺎﺏ ﻻ", "presentation-form@1"),
    // Signs that people type.
    ("محمد ﷺ", ""),
    ("وز\u{200B}ير", "zero-width@3"),
    ("وز\u{FEFF}\u{2060}ير", "zero-width@3"),
    ("وز\u{AD}ير قال", "zero-width@3"),
    ("مي\u{200C}رود", "zero-width@3"),
    // Persian writes it so.
    ("می\u{200C}رود", ""),
    ("كتاب‌ها\u{200C}ی", ""),
    // Between a letter and a space it parts nothing.
    ("وزير\u{200B} قال", ""),
    ("سنة ١٤٣٧ ه\u{200D}", ""),
    ("ـــ تطويل ـــ", ""),
  ]

  @Test(arguments: lines)
  func findings(_ text: String, _ expected: String) throws {
    var check = try BidiCheck()
    #expect(try describe(check.check(Document(name: "t", text: text)), text) == expected)
  }

  @Test func strictReportsEveryControlThatChangesTheOrder() throws {
    var check = try BidiCheck(isStrict: true)
    for (text, expected) in [
      ("لغة C++\u{200E} سهلة", "order-changed@8"),
      (
        "1. \u{2068}بوتين\u{2069} 2016 \u{2068}أوباما\u{2069} | Putin and Obama",
        "order-changed@4 order-changed@17"
      ),
      ("قال\u{200F} بوتين", "stray-mark@4"),
    ] {
      #expect(try describe(check.check(Document(name: "t", text: text)), text) == expected)
    }
  }

  @Test func theLanguageGivenDecidesTheBase() throws {
    let text = "Putin بوتين 3 Obama أوباما"
    var arabic = try BidiCheck(rule: .language(.arabic))
    var english = try BidiCheck(rule: .language(.english))
    let document = Document(name: "t", text: text)
    #expect(try arabic.check(document).map(\.rule) == [.baseDirection])
    #expect(try english.check(document) == [])
  }

  /// Thousands of controls in a line are not laid out one by one.
  @Test func aLineOfControlsEnds() throws {
    var check = try BidiCheck()
    func rules(_ text: String) throws -> [BidiFinding.Rule: Int] {
      try check.check(Document(name: "t", text: text)).reduce(into: [:]) {
        $0[$1.rule, default: 0] += 1
      }
    }
    let overrides = String(repeating: "\u{202E}a\u{202C}ب\u{200F}", count: 30_000)
    #expect(try rules(overrides) == [.override: 30_000])
    let embeddings = String(repeating: "a \u{202B}b, c.\u{202C} d", count: 30_000)
    #expect(try rules(embeddings) == [.orderChanged: 1])
    let isolates = String(repeating: "said \u{2068}نعم\u{2069} and ", count: 30_000)
    #expect(try rules(isolates) == [:])
    let nested =
      String(repeating: "\u{2068}", count: 30_000) + "a"
      + String(repeating: "\u{2069}", count: 30_000)
    #expect(try rules(nested) == [:])
    let hidden = String(repeating: "ا\u{200C}", count: 30_000)
    #expect(try rules(hidden) == [.zeroWidth: 29_999])
  }

  @Test func rangesLieInTheText() throws {
    var generator = Generator(seed: 21)
    var check = try BidiCheck(isStrict: true)
    for _ in 0..<500 {
      let document = Document(name: "t", text: generator.bidiText(length: 30))
      for finding in try check.check(document) {
        #expect(finding.range.lowerBound >= 0 && finding.range.upperBound <= document.bytes.count)
        #expect(finding.range.upperBound >= finding.range.lowerBound)
      }
    }
  }

  private func describe(_ findings: [BidiFinding], _ text: String) -> String {
    let bytes = Array(text.utf8)
    return findings.map { finding in
      let before = String(decoding: bytes[..<finding.range.lowerBound], as: UTF8.self)
      return "\(finding.rule.rawValue)@\(before.unicodeScalars.count + 1)"
    }.joined(separator: " ")
  }
}
