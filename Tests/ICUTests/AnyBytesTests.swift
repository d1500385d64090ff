import ICU
import Testing

@Suite("Any bytes at all")
struct AnyBytesTests {
  @Test("Every interface takes any bytes, or refuses them exactly where they are not UTF-8")
  func anyBytes() throws {
    var generator = SeededGenerator(seed: 7)
    var breaks = try BreakIterator(.word, locale: "ar")
    var bidi = try Bidi()
    let normalizer = try Normalizer(.nfkc)
    for round in 0..<20_000 {
      // Half of them UTF-8 with a byte or two spoilt.
      var bytes =
        round % 2 == 0
        ? randomBytes(0...40, using: &generator)
        : Array(randomString(0...20, using: &generator).utf8)
      if round % 4 == 1, let index = bytes.indices.randomElement(using: &generator) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(validating: bytes, as: UTF8.self)

      do throws(ICUError) {
        try breaks.setText(bytes.span)
        #expect(text != nil)
        var last = 0
        while let boundary = breaks.next() { last = boundary.offset }
        #expect(last == bytes.count)
      } catch {
        #expect(text == nil)
      }
      do throws(ICUError) {
        try bidi.setParagraph(bytes.span, base: .firstStrong(fallback: .rightToLeft))
        #expect(text != nil)
        #expect(try bidi.visualRuns().reduce(0) { $0 + $1.range.count } == bytes.count)
        _ = try bidi.visual(mirrored: true, removingControls: true)
      } catch {
        #expect(text == nil)
      }
      do throws(ICUError) {
        _ = try normalizer.normalize(bytes.span)
        #expect(text != nil)
      } catch {
        #expect(text == nil)
      }
      _ = try? normalizer.isNormalized(bytes.span)
      _ = try? Bidi.firstStrongDirection(bytes.span)
    }
  }

  @Test("Every interface takes any string")
  func anyString() throws {
    var generator = SeededGenerator(seed: 8)
    let transliterator = try Transliterator(id: "Any-Latin; Latin-ASCII")
    let collator = try Collator(locale: "ar", strength: .identical)
    for _ in 0..<2_000 {
      let text = randomString(0...20, using: &generator)
      _ = try transliterator.transliterate(text)
      _ = try collator.sortKey(text)
    }
    for _ in 0..<500 {
      let name = randomString(0...8, using: &generator)
      if let made = try? Transliterator(id: name) { _ = try? made.transliterate("ab") }
      if let made = try? Collator(locale: name, strength: .primary) {
        _ = try? made.compare("", "")
      }
      if var made = try? BreakIterator(.line, locale: name) { _ = made.next() }
      if let made = try? Converter(charset: name) { _ = made.canonicalName }
      _ = try? LocaleData.countryName(name, in: name)
      _ = try? LocaleData.monthNames(
        locale: name, calendar: name, width: .wide, standalone: false)
    }
  }
}
