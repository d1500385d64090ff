import Names
import TestSupport
import Testing

/// The table of frequent words and their vowels.
@Suite struct VocalizedWordsTests {
  private struct Row {
    let reading: String
    let kind: String
    let spelled: String?

    /// The letters, as news writes them.
    var bare: String {
      spelled
        ?? String(
          String.UnicodeScalarView(
            reading.unicodeScalars.filter {
              !(0x064B...0x0652).contains($0.value) && $0.value != 0x0670
            }))
    }
  }

  private static func rows() throws -> [Row] {
    try Repository.text("Sources/CResources/vocalized-words.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Row(
          reading: cells[0], kind: cells.count > 1 ? cells[1] : "",
          spelled: cells.count > 2 ? cells[2] : nil)
      }
  }

  @Test func everyRowHasAKindAndStandsOnce() throws {
    let rows = try Self.rows()
    #expect(rows.count > 1000)
    for row in rows {
      #expect(["p", "d", "v", "n", "N", "a"].contains(row.kind), "\(row.reading)")
    }
    let readings = rows.map { $0.reading + ($0.spelled ?? "") }
    #expect(Set(readings).count == readings.count)
  }

  /// Without marks a word is read as the first row of its letters.
  @Test func wordsAreReadWithTheirVowels() throws {
    var seen: Set<String> = []
    var romanizer = try Romanizer(.ijmes, capitals: Capitals.none)
    for row in try Self.rows() where seen.insert(row.bare).inserted {
      var bare = Romanized()
      try romanizer.romanize(Array(row.bare.utf8).span, into: &bare)
      var vocalized = Romanized()
      try romanizer.romanize(Array(row.reading.utf8).span, into: &vocalized)
      #expect(bare.lackingCount == 0, "\(row.reading)")
      if row.spelled == nil {
        let (a, b) = (
          String(decoding: bare.bytes, as: UTF8.self),
          String(decoding: vocalized.bytes, as: UTF8.self)
        )
        #expect(a == b)
      }
    }
  }

  /// Every consonant of a reading has a vowel or none that is written.
  @Test func readingsAreFullyVocalized() throws {
    for row in try Self.rows() {
      let scalars = Array(row.reading.unicodeScalars.map(\.value))
      for (index, scalar) in scalars.enumerated() where (0x0628...0x064A).contains(scalar) {
        // و and ي may be long vowels; ا ى ة bear none; the last letter has no case.
        guard ![0x0629, 0x0648, 0x0649, 0x064A, 0x0640].contains(scalar) else { continue }
        let next = index + 1 < scalars.count ? scalars[index + 1] : 0x20
        let isLast = !scalars[(index + 1)...].contains { (0x0621...0x064A).contains($0) }
        #expect(isLast || (0x064B...0x0652).contains(next) || next == 0x0670, "\(row.reading)")
      }
    }
  }
}
