import Text

/// The forms a repaired text can be written in: itself, or what was done to it.
package enum RepairFormat: String, Sendable, CaseIterable {
  case text, json
}

/// What was done to the lines of documents, for people and for programs.
package struct RepairReport {
  private var records: [RepairRecord] = []

  package init() {}

  /// Adds a document's repairs, and gives a line for each to say to a person.
  package mutating func add(_ repairs: [RepairText.Repair], of document: Document) -> [String] {
    let lines = LineIndex(document)
    return repairs.map { repair in
      let line = lines.position(of: repair.range.lowerBound, in: document.bytes.span).line
      records.append(RepairRecord(repair, document.name, line))
      var done: [String] = []
      if repair.isReversed { done.append("was in the order of display, turned round") }
      if repair.forms > 0 {
        done.append(
          "\(repair.forms) presentation \(repair.forms == 1 ? "form" : "forms") made letters")
      }
      return
        "\(visibleField(document.name, isIsolated: true)):\(line): \(done.joined(separator: "; "))"
    }
  }

  /// Writes all of it as one JSON object.
  package func writeJSON(to output: inout some TextOutputStream) throws {
    output.write(try JSONText(isPretty: true).line(ReportRecord(repairs: records)))
  }
}

private struct ReportRecord: Encodable {
  let repairs: [RepairRecord]
}

private struct RepairRecord: Encodable {
  let file: String
  let line: Int
  let start: Int
  let end: Int
  let reversed: Bool
  let forms: Int
  let text: String

  init(_ repair: RepairText.Repair, _ file: String, _ line: Int) {
    self.file = file
    self.line = line
    start = repair.range.lowerBound
    end = repair.range.upperBound
    reversed = repair.isReversed
    forms = repair.forms
    text = repair.text
  }
}
