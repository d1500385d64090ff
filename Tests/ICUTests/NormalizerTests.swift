import ICU
import Testing

@Suite("Normal forms")
struct NormalizerTests {
  static let cases: [(form: Normalizer.Form, input: String, expected: String)] = [
    (.nfkc, "ﻛﺘﺎﺏ ﻻ ﷲ", "كتاب لا الله"),
    (.nfkc, "ﻵ", "لآ"),
    (.nfc, "ﻛﺘﺎﺏ ﻻ ﷲ", "ﻛﺘﺎﺏ ﻻ ﷲ"),
    (.nfc, "\u{627}\u{653}", "\u{622}"),
    (.nfc, "e\u{301}", "\u{e9}"),
    (.nfc, "\u{651}\u{64e}", "\u{64e}\u{651}"),
    (.nfd, "\u{622}", "\u{627}\u{653}"),
    (.nfd, "한", "\u{1112}\u{1161}\u{11ab}"),
    (.nfkd, "ﬁ１", "fi1"),
    (.nfkc, "\u{fdfa}", "صلى الله عليه وسلم"),
    (.nfc, "😀", "😀"),
    (.nfkc, "", ""),
  ]

  @Test("A text comes out in the form asked for", arguments: cases)
  func normalizes(_ form: Normalizer.Form, _ input: String, _ expected: String) throws {
    let normalizer = try Normalizer(form)
    #expect(Array(try normalizer.normalize(input).utf8) == Array(expected.utf8))
    #expect(try normalizer.normalize(input.utf8.span) == Array(expected.utf8))
    let unchanged = Array(input.utf8) == Array(expected.utf8)
    #expect(try normalizer.isNormalized(input.utf8.span) == unchanged)
  }

  @Test(
    "What is normal stays as it is, and mixing forms loses nothing",
    arguments: Normalizer.Form.allCases)
  func idempotent(_ form: Normalizer.Form) throws {
    let normalizer = try Normalizer(form)
    let canonical = try Normalizer(form == .nfc || form == .nfkc ? .nfd : .nfc)
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1_000 {
      let text = randomString(0...40, using: &generator)
      let once = try normalizer.normalize(text)
      #expect(try normalizer.isNormalized(once.utf8.span))
      #expect(Array(try normalizer.normalize(once).utf8) == Array(once.utf8))
      let detour = try normalizer.normalize(try canonical.normalize(text))
      #expect(Array(detour.utf8) == Array(once.utf8))
    }
  }

  @Test("A text that grows eighteenfold has room")
  func growth() throws {
    let grown = try Normalizer(.nfkd).normalize(String(repeating: "\u{fdfa}", count: 10_000))
    #expect(grown.unicodeScalars.count == 180_000)
  }

  @Test("Malformed UTF-8 is refused", arguments: malformed)
  func refusesMalformed(_ bytes: [UInt8]) throws {
    let normalizer = try Normalizer(.nfc)
    let error = #expect(throws: ICUError.self) { try normalizer.normalize(bytes.span) }
    #expect(error?.name == "U_INVALID_CHAR_FOUND")
    #expect(throws: ICUError.self) { try normalizer.isNormalized(bytes.span) }
  }

  @Test("One normalizer serves many tasks at once")
  func concurrent() async throws {
    let normalizer = try Normalizer(.nfkc)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask { try normalizer.normalize("ﻛﺘﺎﺏ") }
      }
      for try await text in group { #expect(text == "كتاب") }
    }
  }
}
