import TestSupport
import Testing

@testable import Text

@Suite struct WordTests {
  private func words(_ text: String, _ language: Language) throws -> [String] {
    let text = try SegmentedText(Document(name: "t", text: text), language: language)
    return try text.tokens().flatMap { $0 }.map { text.document.string($0.range) }
  }

  @Test(arguments: [
    ("قال بوتين: «نعم».", Language.arabic, ["قال", "بوتين", ":", "«", "نعم", "»", "."]),
    ("بلغت و1,234.5 طنا", .arabic, ["بلغت", "و", "1,234.5", "طنا"]),
    ("الـ34 دولة", .arabic, ["الـ", "34", "دولة"]),
    ("و\"جبهة النصرة\"", .arabic, ["و", "\"", "جبهة", "النصرة", "\""]),
    ("مُؤتَمَرٍ ٢٠١٦", .arabic, ["مُؤتَمَرٍ", "٢٠١٦"]),
    ("the G20's cease-fire", .english, ["the", "G20", "'", "s", "cease", "-", "fire"]),
    ("the U.S. on the 20th", .english, ["the", "U.S", ".", "on", "the", "20", "th"]),
    ("لغة C++ سهلة", .arabic, ["لغة", "C", "+", "+", "سهلة"]),
  ])
  func wordsNumbersAndMarks(text: String, language: Language, expected: [String]) throws {
    #expect(try words(text, language) == expected)
  }

  @Test func tokensPointAtTheTextAndLeaveOnlySpace() throws {
    var generator = Generator(seed: 3)
    for _ in 0..<300 {
      let text = generator.text(length: 50)
      let segmented = try SegmentedText(Document(name: "t", text: text))
      for (sentence, tokens) in zip(segmented.sentences, try segmented.tokens()) {
        var end = sentence.lowerBound
        for token in tokens {
          #expect(token.range.lowerBound >= end)
          let gap = segmented.document.string(end..<token.range.lowerBound)
          #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
          end = token.range.upperBound
        }
        let rest = segmented.document.string(end..<sentence.upperBound)
        #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
      }
    }
  }

  /// What is cut without ICU is cut as ICU would.
  @Test func plainWordsAreCutAsICUCutsThem() throws {
    var generator = Generator(seed: 5)
    var texts = (0..<500).map { _ in generator.text(length: 30) }
    texts.append(try Repository.text("seeds/syria-truce.ar.txt"))
    texts.append(try Repository.text("seeds/syria-truce.en.txt"))
    texts += [
      "-5 ,5 5, 5. (5) .5 a.b a. .a a:b a: it's", "ـ ـا اـ ًا ا\u{200D} ا\u{300} 1\u{300}",
      "قال:نعم ؟؟!..",
      "«» “ا” ‹a›", "ا.ب 3:4 3،4 ٣،٤",
    ]
    var segmenter = try WordSegmenter(.arabic)
    for text in texts {
      let bytes = Array(text.utf8)
      var fast: [Token] = []
      var whole: [Token] = []
      try segmenter.segment(0..<bytes.count, of: bytes.span, into: &fast)
      try segmenter.segmentByICU(0..<bytes.count, of: bytes.span, into: &whole)
      #expect(fast == whole, "\(text)")
    }
  }
}
