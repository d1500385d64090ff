import ICU
import Testing

@Suite("Collation")
struct CollatorTests {
  static let cases: [(locale: String, Collator.Strength, a: String, b: String, Order)] = [
    ("ar", .primary, "كَتَبَ", "كتب", .same),
    ("ar", .tertiary, "كَتَبَ", "كتب", .descending),
    ("ar", .primary, "باب", "تاب", .ascending),
    ("en", .primary, "resume", "Résumé", .same),
    ("en", .tertiary, "resume", "Resume", .ascending),
    ("sv", .primary, "z", "ö", .ascending),
    ("de", .primary, "z", "ö", .descending),
    ("en", .tertiary, "é", "e\u{301}", .same),
    ("en", .identical, "", "", .same),
    ("en", .tertiary, "", "a", .ascending),
    ("xx", .tertiary, "a", "b", .ascending),
  ]

  @Test("Texts compare as the locale's dictionaries have them", arguments: cases)
  func compares(
    _ locale: String, _ strength: Collator.Strength, _ a: String, _ b: String, _ order: Order
  ) throws {
    let collator = try Collator(locale: locale, strength: strength)
    #expect(try collator.compare(a, b) == order)
  }

  @Test("Sort keys order texts as comparing does", arguments: Collator.Strength.allCases)
  func keys(_ strength: Collator.Strength) throws {
    let collator = try Collator(locale: "ar", strength: strength)
    var generator = SeededGenerator(seed: 5)
    for round in 0..<1_000 {
      let a = randomString(0...12, using: &generator)
      // Neighbours that share a beginning come closer to a mistake than strangers.
      let b = (round % 2 == 0 ? a : "") + randomString(0...3, using: &generator)
      let first = try collator.sortKey(a)
      let second = try collator.sortKey(b)
      let order = try collator.compare(a, b)
      #expect(!first.contains(0))
      #expect(first.lexicographicallyPrecedes(second) == (order == .ascending))
      #expect((first == second) == (order == .same))
    }
  }

  @Test("A key longer than its first store is whole")
  func longKeys() throws {
    let collator = try Collator(locale: "en", strength: .identical)
    let text = String(repeating: "\u{fdfa}", count: 5_000)
    let key = try collator.sortKey(text)
    let next = try collator.sortKey(text + "a")
    #expect(key.count > 40_000)
    #expect(key.lexicographicallyPrecedes(next))
  }

  /// What tasks share, for a closure cannot own a noncopyable value.
  final class Shared: Sendable {
    let collator: Collator

    init() throws {
      collator = try Collator(locale: "ar", strength: .tertiary)
    }
  }

  @Test("One collator serves many tasks at once")
  func concurrent() async throws {
    let shared = try Shared()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { round in
            let text = String(repeating: "كتاب", count: round % 9 + 1)
            let key = try? shared.collator.sortKey(text)
            let order = try? shared.collator.compare(text, text + "ة")
            return key?.isEmpty == false && order == .ascending
          }
        }
      }
      for await right in group { #expect(right) }
    }
  }

  @Test("A locale that is none gives an order or an error, never a crash", arguments: nonsense)
  func nonsenseLocale(_ nonsense: Nonsense) {
    let locale = nonsense.name
    do throws(ICUError) {
      let collator = try Collator(locale: locale, strength: .tertiary)
      #expect(try collator.compare("a", "b") == .ascending)
    } catch {
      #expect(error.code > 0)
    }
  }
}
