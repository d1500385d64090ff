import Text

/// Reads the TSV of `align` by the names in its header.
///
/// Needed are `source_indexes` and `target_indexes`; `confidence`, `source` and `target` may be
/// there. Other columns are passed over.
func readBeadTable(_ document: Document) throws(BeadsError) -> [RecordedBead] {
  var lines = RecordLines(from: document.contentStart)
  let bytes = document.bytes.span
  guard let first = lines.next(in: bytes) else { return [] }
  let header = cells(document.string(first))
  func column(_ name: String) -> Int? { header.firstIndex { $0 == name } }
  guard let source = column("source_indexes") else { return [] }
  guard let target = column("target_indexes") else {
    throw BeadsError(
      file: document.name, line: lines.number, kind: .missingColumn("target_indexes"))
  }
  var beads: [RecordedBead] = []
  while let range = lines.next(in: bytes) {
    let cells = cells(document.string(range))
    guard cells.count == header.count else {
      throw BeadsError(
        file: document.name, line: lines.number,
        kind: .cellCount(cells.count, expected: header.count))
    }
    func bad(_ column: String) -> BeadsError {
      BeadsError(file: document.name, line: lines.number, kind: .badCell(column: column))
    }
    guard let from = indexes(cells[source]) else { throw bad("source_indexes") }
    guard let to = indexes(cells[target]) else { throw bad("target_indexes") }
    var confidence: Double?
    if let at = column("confidence"), !cells[at].isEmpty {
      confidence = Double(cells[at])
      guard let confidence, (0...1).contains(confidence) else { throw bad("confidence") }
    }
    let link = Link(source: from, target: to)
    try check(link, document.name, lines.number)
    func text(_ name: String, _ indexes: [Int]) -> [String] {
      indexes.isEmpty ? [] : column(name).map { [unescaped(cells[$0])] } ?? []
    }
    beads.append(
      RecordedBead(
        line: lines.number, link: link, confidence: confidence, source: text("source", from),
        target: text("target", to)))
  }
  return beads
}

private func cells(_ line: String) -> [String] {
  line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
}

/// Indexes joined by commas, perhaps none; nil for anything else.
private func indexes(_ cell: String) -> [Int]? {
  if cell.isEmpty { return [] }
  let parts = cell.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  let numbers = parts.compactMap { Int(Substring($0)) }
  return numbers.count == parts.count ? numbers : nil
}
