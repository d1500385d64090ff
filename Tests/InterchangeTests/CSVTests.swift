import TestSupport
import Testing

@testable import Interchange

@Suite struct CSVTests {
  private func rows(_ text: String) throws -> [[String]] {
    var reader = CSVRows(Array(text.utf8))
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("a,,\n", [["a", "", ""]]),
    ("\"a,b\",\"c\"\"d\",\"e\nf\"\n", [["a,b", "c\"d", "e\nf"]]),
    ("\n\na\n\n", [["a"]]),
    ("\"\",x", [["", "x"]]),
    ("هدنة,truce", [["هدنة", "truce"]]),
    ("a,", [["a", ""]]),
    ("", []),
  ])
  func recordsAreRFC4180s(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func badQuotesAreErrorsWithAPlaceAndTheRestIsRead() throws {
    var reader = CSVRows(Array("a\n\"b\"c,d\ne\n\"f\ng".utf8))
    #expect(try reader.next()?.fields == ["a"])
    #expect(throws: CSVRows.Problem.textAfterQuote(line: 2, column: 4)) { try reader.next() }
    #expect(try reader.next() == CSVRows.Row(line: 3, fields: ["e"]))
    #expect(throws: CSVRows.Problem.openQuote(line: 4)) { try reader.next() }
    #expect(try reader.next() == CSVRows.Row(line: 5, fields: ["g"]))
    #expect(try reader.next() == nil)
  }

  /// Whatever is written as RFC 4180 says is read back as it was.
  @Test func writingAndReadingIsIdentity() throws {
    var generator = Generator(seed: 8)
    for _ in 0..<300 {
      let table = (0..<3).map { _ in
        ["x"] + (0..<3).map { _ in generator.text(length: 6).replacing("\u{FEFF}", with: "") }
      }
      let text = table.map { row in
        row.map(quoted).joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(try rows(text) == table)
    }
  }

  /// Scalar by scalar: a quote with a mark after it is another `Character`.
  private func quoted(_ field: String) -> String {
    "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  @Test func anyBytesEndWithoutACrash() {
    var generator = Generator(seed: 9)
    for _ in 0..<500 {
      var reader = CSVRows(generator.bytes(length: 60))
      var steps = 0
      while steps < 200 {
        steps += 1
        do { if try reader.next() == nil { break } } catch { continue }
      }
      #expect(steps < 200)
    }
  }
}
