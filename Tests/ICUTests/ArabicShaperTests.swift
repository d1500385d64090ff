import ICU
import Testing

@Suite("Arabic shaping")
struct ArabicShaperTests {
  static let words: [(text: String, shaped: String)] = [
    ("", ""),
    ("abc 123 😀", "abc 123 😀"),
    ("سلام", "\u{feb3}\u{fefc}\u{fee1}"),
    ("لا", "\u{fefb}"),
    ("بيت", "\u{fe91}\u{fef4}\u{fe96}"),
    // Marks stay combining and do not keep lam from its alef.
    ("لَا قَالَ", "\u{fefb}\u{64e} \u{fed7}\u{64e}\u{fe8e}\u{fedd}\u{64e}"),
    // A joiner joins, a non-joiner does not.
    ("ه\u{200d}", "\u{feeb}\u{200d}"),
    ("ب\u{200c}ت", "\u{fe8f}\u{200c}\u{fe95}"),
    // Letters of Persian.
    ("پیک", "\u{fb58}\u{fbff}\u{fb8f}"),
    // ICU takes a form of lam for a lam; what follows the ligature is not lost.
    ("\u{fedf}آ😀", "\u{fef5}😀"),
  ]

  @Test("Letters take the forms of their contexts", arguments: words)
  func shape(_ text: String, _ shaped: String) throws {
    let result = try ArabicShaper.shape(text.utf8.span)
    #expect(
      String(decoding: result, as: UTF8.self).unicodeScalars.elementsEqual(shaped.unicodeScalars))
  }

  @Test("Any text is shaped, and only letters change")
  func anyText() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<5_000 {
      let text = randomString(0...20, using: &generator)
      let shaped = try ArabicShaper.shape(text.utf8.span)
      let result = try #require(String(validating: shaped, as: UTF8.self))
      let marks = { (text: String) in
        text.unicodeScalars.filter { Properties.generalCategory(of: $0) == .nonspacingMark }
      }
      #expect(marks(result).elementsEqual(marks(text)))
      #expect(result.unicodeScalars.count <= text.unicodeScalars.count)
    }
  }

  @Test("Malformed UTF-8 is refused", arguments: malformed)
  func refusesMalformed(_ bytes: [UInt8]) {
    #expect(throws: ICUError.self) { try ArabicShaper.shape(bytes.span) }
  }
}
