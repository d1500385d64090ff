import Names
import TestSupport
import Testing

@Suite struct ArabicRunsTests {
  @Test(arguments: [
    ("", []), ("Putin", []), ("محمد", ["محمد"]), ("محمد علي", ["محمد علي"]),
    ("  محمد  علي ", ["محمد", "علي"]), ("قال محمد، ثم علي.", ["قال محمد", "ثم علي"]),
    ("(سعد) said عمر 5", ["سعد", "عمر"]), ("مُحَمَّدٌ ", ["مُحَمَّدٌ"]), ("می‌روم", ["می‌روم"]),
    ("محـــمد", ["محـــمد"]), ("٥ ٦", []), ("ﻣﺤﻤﺪ x", ["ﻣﺤﻤﺪ"]),
  ])
  func runsOfArabicWords(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let found = ArabicRuns.find(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == expected)
  }

  @Test func rangesAreInOrderAndOnScalars() {
    var generator = Generator(seed: 14)
    for _ in 0..<200 {
      let text = generator.text(length: 60)
      let bytes = Array(text.utf8)
      var last = 0
      for range in ArabicRuns.find(in: bytes.span) {
        #expect(range.lowerBound >= last && !range.isEmpty && range.upperBound <= bytes.count)
        #expect(String(validating: bytes[range], as: UTF8.self) != nil)
        last = range.upperBound
      }
    }
  }
}
