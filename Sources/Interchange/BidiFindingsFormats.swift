import Text

/// Writes the findings of `dragoman bidi check`, document by document.
package struct BidiFindingsWriter {
  private let format: FindingsFormat
  private let hasIsolates: Bool
  private var records: [BidiFindingRecord] = []
  /// Findings of each rule, for a summary.
  package private(set) var counts: [BidiFinding.Rule: Int] = [:]

  /// - Parameter hasIsolates: whether a person reads it on a terminal.
  package init(_ format: FindingsFormat, hasIsolates: Bool) {
    self.format = format
    self.hasIsolates = hasIsolates
  }

  package mutating func write(
    _ findings: [BidiFinding], of document: Document, to output: inout some TextOutputStream
  ) {
    var places = PlaceWalk(document)
    let name = visibleField(document.name, isIsolated: hasIsolates)
    for finding in findings {
      counts[finding.rule, default: 0] += 1
      let place = places.position(of: finding.range.lowerBound)
      switch format {
      case .text:
        output.write("\(name):\(place): \(finding.rule.rawValue): \(finding.what); ")
        output.write("\(finding.advice)\n")
      case .json: records.append(BidiFindingRecord(finding, document.name, place))
      }
    }
  }

  /// Writes what is only known when all documents are through.
  package func finish(to output: inout some TextOutputStream) throws {
    guard format == .json else { return }
    let errors = records.count { $0.severity == BidiFinding.Severity.error.rawValue }
    output.write(
      try JSONText(isPretty: true).line(
        BidiReportRecord(
          findings: records, errors: errors, warnings: records.count - errors)))
  }
}

/// Lines and columns of places asked for in order, so that a line of a million findings is not
/// counted through for each.
private struct PlaceWalk {
  private let document: Document
  private let lines: LineIndex
  private var last: (offset: Int, position: Position)?

  init(_ document: Document) {
    self.document = document
    lines = LineIndex(document)
  }

  mutating func position(of offset: Int) -> Position {
    let found = next(offset) ?? lines.position(of: offset, in: document.bytes.span)
    last = (offset, found)
    return found
  }

  /// The position in the line of the last one; nil beyond it.
  private func next(_ offset: Int) -> Position? {
    guard let last, last.offset <= offset else { return nil }
    var column = last.position.column
    for byte in document.bytes[last.offset..<offset] {
      if byte == 0x0A || byte == 0x0D { return nil }
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    return Position(line: last.position.line, column: column)
  }
}

private struct BidiReportRecord: Encodable {
  let findings: [BidiFindingRecord]
  let errors: Int
  let warnings: Int
}

private struct BidiFindingRecord: Encodable {
  let file: String
  let line: Int
  let column: Int
  let start: Int
  let end: Int
  let rule: String
  let severity: String
  let what: String
  let advice: String

  init(_ finding: BidiFinding, _ file: String, _ place: Position) {
    self.file = file
    line = place.line
    column = place.column
    start = finding.range.lowerBound
    end = finding.range.upperBound
    rule = finding.rule.rawValue
    severity = finding.severity.rawValue
    what = finding.what
    advice = finding.advice
  }
}
