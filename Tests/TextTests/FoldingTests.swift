import TestSupport
import Testing

@testable import Text

@Suite struct FoldingTests {
  private func folded(_ text: String, _ level: FoldingLevel) -> String {
    var view = String.UnicodeScalarView()
    for value in Folding.fold(text, level: level) {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  @Test(arguments: [
    ("مُؤْتَمَرٌ", "مؤتمر", "مؤتمر", "موتمر"),
    ("الأمـــم", "الأمم", "الامم", "الامم"),
    ("إلى آخر ٱلله", "إلى آخر ٱلله", "الي اخر الله", "الي اخر الله"),
    ("هدنة", "هدنة", "هدنة", "هدنه"),
    ("شئون", "شئون", "شئون", "شيون"),
    ("ﻛﺘﺎﺏ ﻻ ﷲ", "كتاب لا الله", "كتاب لا الله", "كتاب لا الله"),
    ("کشوری ۱۲ ٢٠", "كشوري 12 20", "كشوري 12 20", "كشوري 12 20"),
    ("أ\u{200F}ب\u{202E}", "أب", "اب", "اب"),
    ("ا\u{654}مر ي\u{654}", "أمر ئ", "امر ئ", "امر ي"),
    ("Erdoğan ÉTAT", "erdogan etat", "erdogan etat", "erdogan etat"),
    ("گلستان پوتین", "گلستان پوتين", "گلستان پوتين", "گلستان پوتين"),
  ])
  func eachLevelFoldsMore(text: String, shapes: String, alef: String, carriers: String) {
    #expect(folded(text, .shapes) == shapes)
    #expect(folded(text, .alef) == alef)
    #expect(folded(text, .carriers) == carriers)
  }

  @Test func everyScalarKnowsItsSource() {
    let bytes = Array("ﻻ كـتـابٌ".utf8)
    var text = FoldedText()
    Folding.fold(0..<bytes.count, of: bytes.span, level: .carriers, into: &text)
    #expect(text.scalars.count == text.sources.count)
    // Both letters of the ligature come from its three bytes.
    #expect(text.sources[0] == 0..<3)
    #expect(text.sources[1] == 0..<3)
    for (scalar, source) in zip(text.scalars.dropFirst(2), text.sources.dropFirst(2)) {
      #expect(Folding.fold(bytes.span.string(source), level: .carriers) == [scalar])
    }
  }

  /// Found by fuzzing: ™, ℂ and ŉ.
  @Test(arguments: FoldingLevel.allCases)
  func foldingAnyScalarTwiceIsFoldingItOnce(level: FoldingLevel) {
    for value in (UInt32(0x20)...0xFFFF).filter({ !(0xD800...0xDFFF).contains($0) }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(String(scalar), level)
      #expect(folded(once, level) == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var generator = Generator(seed: 4)
    for _ in 0..<300 {
      let text = generator.text(length: 30)
      for level in FoldingLevel.allCases {
        let once = folded(text, level)
        #expect(folded(once, level) == once)
      }
    }
  }
}
