import ICU
import Testing

@Suite("Breaking text")
struct BreakIteratorTests {
  /// The pieces between the boundaries.
  static func pieces(
    _ kind: BreakIterator.Kind, _ text: String, locale: String = "ar"
  ) throws -> [String] {
    var iterator = try BreakIterator(kind, locale: locale)
    return try pieces(&iterator, text)
  }

  static func pieces(_ iterator: inout BreakIterator, _ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    try iterator.setText(bytes.span)
    var pieces: [String] = []
    var start = 0
    while let boundary = iterator.next() {
      pieces.append(String(decoding: bytes[start..<boundary.offset], as: UTF8.self))
      start = boundary.offset
    }
    return pieces
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let kind: BreakIterator.Kind
    let locale: String
    let pieces: [String]

    init(_ kind: BreakIterator.Kind, _ locale: String, _ pieces: [String]) {
      self.kind = kind
      self.locale = locale
      self.pieces = pieces
    }

    var testDescription: String { "\(kind) \(locale): \(pieces.joined(separator: "|"))" }
  }

  static let cases = [
    Case(.grapheme, "ar", ["ج", "دً", "ا"]),
    Case(.grapheme, "ar", ["كَّ", "لَ"]),
    Case(.grapheme, "en", ["e\u{301}", "👩‍👩‍👧", "🇪🇬", "👍🏽", "𐤀", "\r\n"]),
    Case(.word, "ar", ["قال", " ", "بوتين", "،", " ", "أمس", "."]),
    Case(.word, "ar", ["جدًا", " ", "١٨٩٤", " ", "😀"]),
    Case(.word, "en", ["can't", " ", "stop", " ", "10,000.5", "!"]),
    Case(.line, "ar", ["قال ", "بوتين، ", "أمس."]),
    Case(.line, "en", ["one-", "two ", "😀 ", "three\n", "four"]),
    Case(.sentence, "ar", ["قال بوتين. ", "هل جاء؟ ", "نعم!"]),
    Case(.sentence, "en", ["Putin spoke. ", "He left? ", "Yes 😀"]),
    Case(.sentence, "en", []),
  ]

  @Test("A text is cut where a reader would cut it", arguments: cases)
  func cuts(_ example: Case) throws {
    let pieces = try Self.pieces(
      example.kind, example.pieces.joined(), locale: example.locale)
    // By scalars: Swift holds strings equal that differ in normal form.
    #expect(pieces.map { Array($0.utf8) } == example.pieces.map { Array($0.utf8) })
  }

  @Test("Numbers, words and spaces are told apart by status")
  func statuses() throws {
    var words = try BreakIterator(.word, locale: "ar")
    try words.setText("في 2016".utf8.span)
    var boundaries: [BreakIterator.Boundary] = []
    while let boundary = words.next() { boundaries.append(boundary) }
    #expect(boundaries.map(\.offset) == [4, 5, 9])
    #expect(boundaries.map(\.status) == [200, 0, 100])
    #expect(boundaries.map(\.isWord) == [true, false, true])

    var lines = try BreakIterator(.line, locale: "en")
    try lines.setText("a b\nc".utf8.span)
    var hard: [Bool] = []
    while let boundary = lines.next() { hard.append(boundary.isHardLineEnd) }
    #expect(hard.prefix(2) == [false, true])

    var sentences = try BreakIterator(.sentence, locale: "en")
    try sentences.setText("Title\nText.".utf8.span)
    var unterminated: [Bool] = []
    while let boundary = sentences.next() { unterminated.append(boundary.isSentenceUnterminated) }
    #expect(unterminated == [true, false])
  }

  @Test(
    "Every boundary is a scalar's and the last is the end", arguments: BreakIterator.Kind.allCases)
  func boundariesAreTrue(_ kind: BreakIterator.Kind) throws {
    var generator = SeededGenerator(seed: 1)
    var iterator = try BreakIterator(kind, locale: "ar")
    for _ in 0..<1_000 {
      let text = randomString(0...60, using: &generator)
      let scalars = scalarBoundaries(text)
      try iterator.setText(text.utf8.span)
      var last = 0
      while let boundary = iterator.next() {
        #expect(boundary.offset > last)
        #expect(scalars.contains(boundary.offset))
        last = boundary.offset
      }
      #expect(last == text.utf8.count)
      #expect(iterator.next() == nil)
    }
  }

  @Test("Malformed UTF-8 is refused and leaves an empty text", arguments: malformed)
  func refusesMalformed(_ bytes: [UInt8]) throws {
    var iterator = try BreakIterator(.word, locale: "ar")
    try iterator.setText("نص سابق".utf8.span)
    do throws(ICUError) {
      try iterator.setText(bytes.span)
      Issue.record("\(bytes) was taken for UTF-8")
    } catch {
      #expect(error.name == "U_INVALID_CHAR_FOUND")
      #expect(error.code == 10)
    }
    #expect(iterator.next() == nil)
  }

  @Test("An iterator without a text has no boundary")
  func emptyFromTheStart() throws {
    var iterator = try BreakIterator(.line, locale: "en")
    #expect(iterator.next() == nil)
  }

  @Test("One iterator serves texts of all lengths, long and short by turns")
  func reuse() throws {
    var iterator = try BreakIterator(.word, locale: "ar")
    for length in [1, 5_000, 2, 100_000, 3, 0, 7] {
      let words = Array(repeating: "كلمة ", count: length).joined()
      #expect(try Self.pieces(&iterator, words).count == 2 * length)
    }
  }

  @Test("A clone starts empty and leaves its original where it was")
  func cloneIsApart() throws {
    var original = try BreakIterator(.word, locale: "en")
    try original.setText("one two".utf8.span)
    let first = original.next()
    var clone = try original.clone()
    #expect(clone.next() == nil)
    #expect(try Self.pieces(&clone, "three") == ["three"])
    let second = original.next()
    #expect(first?.offset == 3)
    #expect(second?.offset == 4)
  }

  /// What tasks share to clone, for a closure cannot own a noncopyable value.
  final class Prototype: Sendable {
    let iterator: BreakIterator

    init(_ kind: BreakIterator.Kind) throws {
      iterator = try BreakIterator(kind, locale: "ar")
    }
  }

  @Test("Clones work in many tasks at once")
  func concurrentClones() async throws {
    let prototype = try Prototype(.sentence)
    let sentences = ["قال بوتين. ", "هل جاء؟ ", "نعم! "]
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for task in 1...8 {
        group.addTask {
          var iterator = try prototype.iterator.clone()
          for round in 1...50 {
            let text = Array(repeating: sentences, count: task * round % 17 + 1).flatMap { $0 }
            guard try Self.pieces(&iterator, text.joined()) == text else { return false }
          }
          return true
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test("A locale that is none gives rules or an error, never a crash", arguments: nonsense)
  func nonsenseLocale(_ nonsense: Nonsense) {
    let locale = nonsense.name
    do throws(ICUError) {
      var iterator = try BreakIterator(.word, locale: locale)
      try iterator.setText("a b".utf8.span)
      #expect(iterator.next()?.offset == 1)
    } catch {
      #expect(error.code > 0)
      #expect(error.description.contains(error.name))
    }
  }

  @Test("A locale with a NUL inside is refused")
  func nul() {
    let error = #expect(throws: ICUError.self) {
      let iterator = try BreakIterator(.word, locale: "ar\0en")
      _ = consume iterator
    }
    #expect(error?.name == "U_ILLEGAL_ARGUMENT_ERROR")
  }
}
