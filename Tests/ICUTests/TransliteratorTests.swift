import ICU
import Testing

@Suite("Transliteration")
struct TransliteratorTests {
  static let system: [(id: String, input: String, expected: String)] = [
    ("Any-Upper", "Putin 😀", "PUTIN 😀"),
    ("Arabic-Latin", "بوتين", "bwtyn"),
    ("NFD; [:Mn:] Remove; NFC", "كَتَبَ é", "كتب e"),
    ("Latin-ASCII", "Erdoğan", "Erdogan"),
    ("Any-Null", "", ""),
  ]

  @Test("ICU's own transliterators work by name", arguments: system)
  func byID(_ id: String, _ input: String, _ expected: String) throws {
    let transliterator = try Transliterator(id: id)
    #expect(try transliterator.transliterate(input) == expected)
    #expect(try transliterator.transliterate(input) == expected)
  }

  @Test("A transliterator runs in reverse where it has one")
  func reverse() throws {
    let latin = try Transliterator(id: "Latin-Arabic", direction: .reverse)
    let forward = try Transliterator(id: "Arabic-Latin")
    #expect(try latin.transliterate("بوتين") == forward.transliterate("بوتين"))
  }

  @Test("Rules of one's own run both ways")
  func rules() throws {
    let rules = """
      ش <> sh;
      س <> s;
      ا <> a;
      """
    let forward = try Transliterator(rules: rules, name: "Mine")
    let backward = try Transliterator(rules: rules, name: "Mine", direction: .reverse)
    #expect(try forward.transliterate("شاس") == "shas")
    #expect(try backward.transliterate("shas") == "شاس")
  }

  @Test("A result many times as long as the text has room")
  func growth() throws {
    let rules = try Transliterator(rules: "a > bbbbbbbbbbbbbbbbbbbb;", name: "Long")
    let text = try rules.transliterate(String(repeating: "a", count: 5_000))
    #expect(text == String(repeating: "b", count: 100_000))
    #expect(try rules.transliterate("a") == String(repeating: "b", count: 20))
  }

  static let wrong: [(rules: String, name: String, line: Int, offset: Int, after: String)] = [
    ("ا > a;\nxx yy;\nق > q;", "U_MISSING_OPERATOR", 2, 8, "xx yy;\nق > q;"),
    ("ا > a;\nق > $missing;", "U_UNDEFINED_VARIABLE", 2, 8, "ق > $missing;"),
    ("ا (b > c;", "U_UNCLOSED_SEGMENT", 1, 4, "b > c;"),
    (
      "a > b;\n" + String(repeating: "(", count: 40) + " > x;", "U_UNSUPPORTED_ERROR", 2, 23,
      String(repeating: "(", count: 15)
    ),
  ]

  @Test("Wrong rules are refused with the place", arguments: wrong)
  func wrongRules(
    _ rules: String, _ name: String, _ line: Int, _ offset: Int, _ after: String
  ) throws {
    do throws(TransliteratorError) {
      let made = try Transliterator(rules: rules, name: "Wrong")
      _ = consume made
      Issue.record("the rules were taken")
    } catch {
      #expect(error.cause.name == name)
      #expect(error.place?.line == line)
      #expect(error.place?.offset == offset)
      #expect(error.place?.after == after)
      #expect(error.description.contains(name))
    }
  }

  @Test("An unknown ID inside rules is refused without a place")
  func unknownInside() {
    let error = #expect(throws: TransliteratorError.self) {
      let wrong = try Transliterator(rules: ":: Nonsense-Foo;", name: "Wrong")
      _ = consume wrong
    }
    #expect(error?.cause.name == "U_INVALID_ID")
    #expect(error?.place == nil)
  }

  @Test("Parentheses that are quoted, escaped or in a set do not nest")
  func literalParentheses() throws {
    let many = String(repeating: "'(' \\( [(] ", count: 20)
    let rules = "# \(String(repeating: "(", count: 20))\n\(many) > x;"
    let transliterator = try Transliterator(rules: rules, name: "Parentheses")
    #expect(try transliterator.transliterate(String(repeating: "(", count: 60)) == "x")
  }

  @Test("Any name is known or refused, never a crash", arguments: nonsense)
  func nonsenseIDs(_ nonsense: Nonsense) {
    let id = nonsense.name
    do throws(ICUError) {
      let transliterator = try Transliterator(id: id)
      _ = try transliterator.transliterate("abc بوتين")
    } catch {
      #expect(error.code > 0)
    }
  }

  @Test("Random rules make a transliterator or an error")
  func randomRules() throws {
    var generator = SeededGenerator(seed: 4)
    let parts = [
      "a", "ب", "😀", ">", "<", "<>", ";", "(", ")", "[", "]", "{", "}", "$x", "=", "&Any-Upper",
      "|",
      "@", "*", "+", "?", "'", "\\", "::", "Any-Null", "^", "-", " ", "\n", "#", "\0", "$1", "\\u0",
      "use variable range", ".", "\u{ffff}",
    ]
    for _ in 0..<5_000 {
      let rules = (0..<Int.random(in: 0...25, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      do throws(TransliteratorError) {
        let made = try Transliterator(rules: rules, name: "Random")
        _ = try? made.transliterate("a ب 😀 b")
      } catch {
        #expect(error.cause.code > 0)
        if let place = error.place {
          #expect(scalarBoundaries(rules).contains(place.offset))
          #expect(place.line >= 1)
        }
      }
    }
  }

  @Test("The list of IDs has the well-known ones")
  func identifiers() throws {
    let identifiers = try Transliterator.systemIDs()
    #expect(identifiers.contains("Arabic-Latin"))
    #expect(identifiers.contains("Any-NFC"))
    #expect(Set(identifiers).count == identifiers.count)
  }
}
