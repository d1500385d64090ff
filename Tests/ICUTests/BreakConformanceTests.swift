import ICU
import Testing

/// A break test file, and the lines of it in which ICU's rules depart from Unicode's on purpose.
struct BreakConformance: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: BreakIterator.Kind
  let file: ConformanceFile
  let cases: Int
  let departures: Set<Int>

  var testDescription: String { name }
}

@Suite("UAX #29 and UAX #14 conformance")
struct BreakConformanceTests {
  /// CLDR's words end at a colon, which Unicode's rules have inside words for the sake of Swedish.
  private static let wordDepartures: Set<Int> = [
    1253, 1254, 1267, 1268, 1283, 1284, 1285, 1286, 1287, 1288, 1289, 1290, 1291, 1292, 1712,
  ]

  /// CLDR's lines break otherwise between a hyphen and a letter or sign at the start of a text, and
  /// between a comma or stop and a digit.
  private static let lineDepartures: Set<Int> = [
    2265, 2267, 2421, 2423, 2425, 2427, 2429, 2431, 2873, 2875, 7477, 7576, 7577, 7578, 7579, 7580,
    7581, 7583, 7584, 7585, 7586, 7587,
  ]

  static let files = [
    BreakConformance(
      name: "GraphemeBreakTest.txt", kind: .grapheme, file: .graphemes, cases: 602, departures: []),
    BreakConformance(
      name: "WordBreakTest.txt", kind: .word, file: .words, cases: 1823,
      departures: wordDepartures),
    BreakConformance(
      name: "SentenceBreakTest.txt", kind: .sentence, file: .sentences, cases: 502, departures: []),
    BreakConformance(
      name: "LineBreakTest.txt", kind: .line, file: .lineBreaks, cases: 7654,
      departures: lineDepartures),
  ].filter { $0.file.obstacle == nil }

  static let obstacle = [
    ConformanceFile.graphemes, .words, .sentences, .lineBreaks,
  ].compactMap(\.obstacle).first

  @Test(
    "Text is cut where Unicode has it",
    .enabled(if: obstacle == nil, "\(obstacle ?? "")"), arguments: files)
  func breaks(_ test: BreakConformance) throws {
    var breaks = try BreakIterator(test.kind, locale: "root")
    var failures: Set<Int> = []
    for line in test.file.lines {
      var text = ""
      var expected: [Int] = []
      for token in line.text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        switch token {
        case "÷": if !text.isEmpty { expected.append(text.utf8.count) }
        case "×": continue
        default:
          let scalar = try #require(UInt32(token, radix: 16).flatMap(Unicode.Scalar.init))
          text.unicodeScalars.append(scalar)
        }
      }
      try breaks.setText(text.utf8.span)
      var found: [Int] = []
      while let boundary = breaks.next() { found.append(boundary.offset) }
      if found != expected { failures.insert(line.number) }
    }
    #expect(test.file.lines.count == test.cases)
    #expect(failures.subtracting(test.departures).sorted() == [], "wrong and not listed")
    #expect(test.departures.subtracting(failures).sorted() == [], "listed and not wrong")
  }
}
