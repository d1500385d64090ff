import TestSupport
import Testing

@testable import Text

@Suite struct BrokenPluralsTests {
  private let rows: [(singular: String, plurals: [String])]

  init() throws {
    rows = try Repository.text("Sources/CResources/broken-plurals.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return (
          String(fields[0]),
          fields.dropFirst().flatMap { $0.split(separator: "|", omittingEmptySubsequences: false) }
            .map(String.init)
        )
      }
  }

  @Test func everyRowIsASingularAndItsPlurals() {
    #expect(rows.count >= 1500)
    for row in rows {
      #expect(!row.plurals.isEmpty, "\(row.singular)")
      #expect(Set(row.plurals).count == row.plurals.count, "\(row.singular)")
      for word in [row.singular] + row.plurals {
        // Letters alone: no vowel marks, tatweel or invisible characters.
        #expect(
          word.count >= 2
            && word.unicodeScalars.allSatisfy {
              (0x0621...0x063A).contains($0.value) || (0x0641...0x064A).contains($0.value)
            }, "\(row.singular): \(word)")
      }
    }
  }

  @Test func singularsAreListedOnceAndInOrder() {
    let singulars = rows.map(\.singular)
    #expect(Set(singulars).count == singulars.count)
    #expect(
      zip(singulars, singulars.dropFirst()).allSatisfy {
        $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
      })
  }

  @Test func noPluralIsSound() {
    for row in rows {
      for plural in row.plurals {
        #expect(
          !["ات", "ون", "ين"].contains { plural == row.singular + $0 } && plural != row.singular,
          "\(row.singular): \(plural)")
      }
    }
  }

  @Test func theProgramReadsTheTable() {
    for row in rows {
      let read = BrokenPlurals.table.plurals(of: row.singular.unicodeScalars.map(\.value))
      #expect(read == row.plurals.map { $0.unicodeScalars.map(\.value) }, "\(row.singular)")
    }
  }
}
