import ICU
import Testing

@Suite("UAX #15 conformance")
struct NormalizationConformanceTests {
  /// Which of a line's columns (source, NFC, NFD, NFKC, NFKD) each form makes of each column.
  private static let expectations: [(form: Normalizer.Form, columns: [Int])] = [
    (.nfc, [1, 1, 1, 3, 3]), (.nfd, [2, 2, 2, 4, 4]), (.nfkc, [3, 3, 3, 3, 3]),
    (.nfkd, [4, 4, 4, 4, 4]),
  ]

  @Test(
    "NormalizationTest.txt",
    .enabled(
      if: ConformanceFile.normalization.obstacle == nil,
      "\(ConformanceFile.normalization.obstacle ?? "")"))
  func normalizationTest() throws {
    let forms = try Self.expectations.map { (try Normalizer($0.form), $0.columns) }
    var failures: [Int] = []
    var cases = 0
    var part = ""
    var listed: Set<Unicode.Scalar> = []
    for line in ConformanceFile.normalization.lines {
      if line.text.hasPrefix("@") {
        part = String(line.text.prefix { $0 != " " })
        continue
      }
      let sources = line.text.split(separator: ";", omittingEmptySubsequences: false).prefix(5).map
      {
        scalars($0)
      }
      try #require(sources.count == 5, "line \(line.number)")
      if part == "@Part1", let scalar = sources[0].first { listed.insert(scalar) }
      let columns = sources.map { column in
        Array(String(String.UnicodeScalarView(column)).utf8)
      }
      cases += 1
      for (normalizer, targets) in forms {
        for (column, target) in zip(columns, targets) {
          let isSame = try normalizer.normalize(column.span) == columns[target]
          let isNormal = try normalizer.isNormalized(column.span) == (column == columns[target])
          if !isSame || !isNormal, failures.last != line.number { failures.append(line.number) }
        }
      }
    }
    #expect(cases == 19_074)
    #expect(failures == [])

    // What part 1 does not list is its own normal form, whatever the form. Line feeds part them,
    // which nothing combines with.
    var block: [UInt8] = []
    for value in UInt32(0)...0x10ffff {
      if let scalar = Unicode.Scalar(value), !listed.contains(scalar) {
        block += Array(String(scalar).utf8) + [0x0A]
      }
      guard value % 1024 == 1023 else { continue }
      for (normalizer, _) in forms {
        let isSame = try normalizer.normalize(block.span) == block
        #expect(isSame, "U+\(String(value, radix: 16)) or one of the 1023 before it")
      }
      block.removeAll(keepingCapacity: true)
    }
  }
}
