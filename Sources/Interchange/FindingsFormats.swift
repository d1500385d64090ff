import Compliance
import Text

/// The forms findings can be written in.
package enum FindingsFormat: String, Sendable, CaseIterable {
  case text, json

  /// Writes the findings of a check of `bitext`.
  ///
  /// - Parameter hasIsolates: whether a person reads them on a terminal, where Arabic within a line
  ///   must keep to itself (UAX #9, FSI…PDI).
  package func write(
    _ report: Report, of bitext: Bitext, hasIsolates: Bool,
    to output: inout some TextOutputStream
  ) throws {
    let places = Places(bitext)
    switch self {
    case .text:
      for finding in report.findings { writeText(finding, places, hasIsolates, to: &output) }
    case .json:
      let record = ReportRecord(
        findings: report.findings.map { FindingRecord($0, bitext, places) },
        beads: bitext.beads.count, terms: report.terms,
        untranslatedSentences: report.untranslated, doubtfulBeads: report.doubtful)
      output.write(try JSONText(isPretty: true).line(record))
    }
  }

  private func writeText(
    _ finding: Finding, _ places: Places, _ hasIsolates: Bool,
    to output: inout some TextOutputStream
  ) {
    let target = places.target(finding.target)
    let source = places.source(finding.source)
    func field(_ text: String) -> String { visibleField(text, isIsolated: hasIsolates) }
    let arabic = field(source.text)
    let english = "“\(field(target.text))”"
    let claim =
      switch finding.rule {
      case .termMissing: "\(arabic) is not rendered"
      case .termForbidden: "\(english) must not render \(arabic)"
      case .termInconsistent: "\(english) for \(arabic)"
      }
    output.write("\(field(target.name)):\(target.position): \(finding.rule.rawValue): \(claim)\n")
    output.write("    source    \(field(source.name)):\(source.position)  \(arabic)\n")
    if finding.found == nil {
      output.write("    target    “\(field(shortened(target.text)))”\n")
    }
    output.write("    expected  \(alternatives(finding.expected.map(field)))\n")
    output.write("    because   \(finding.reason)\n")
    // A note says which rendering to choose; where there is none at all it does not help.
    if finding.found != nil, !finding.concept.note.isEmpty {
      output.write("    note      \(field(finding.concept.note))\n")
    }
  }

  private func alternatives(_ expected: [String]) -> String {
    let shown = expected.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
    return expected.count > 4 ? shown + " or \(expected.count - 4) more" : shown
  }

  private func shortened(_ text: String) -> String {
    let line = visibleText(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count > 100 ? line.prefix(100) + "…" : line
  }
}

/// Names, lines and columns of ranges of a bitext's two documents.
private struct Places {
  private let bitext: Bitext
  private let sourceLines: LineIndex
  private let targetLines: LineIndex

  struct Place {
    let name: String
    let position: Position
    let text: String
  }

  init(_ bitext: Bitext) {
    self.bitext = bitext
    sourceLines = LineIndex(bitext.source.document)
    targetLines = LineIndex(bitext.target.document)
  }

  func source(_ range: Range<Int>) -> Place {
    place(range, bitext.source.document, sourceLines)
  }

  func target(_ range: Range<Int>) -> Place {
    place(range, bitext.target.document, targetLines)
  }

  private func place(_ range: Range<Int>, _ document: Document, _ lines: LineIndex) -> Place {
    Place(
      name: document.name,
      position: lines.position(of: range.lowerBound, in: document.bytes.span),
      text: document.string(range))
  }
}

private struct ReportRecord: Encodable {
  let findings: [FindingRecord]
  let beads: Int
  let terms: Int
  let untranslatedSentences: Int
  let doubtfulBeads: Int

  enum CodingKeys: String, CodingKey {
    case findings, beads, terms
    case untranslatedSentences = "untranslated_sentences"
    case doubtfulBeads = "doubtful_beads"
  }
}

private struct FindingRecord: Encodable {
  let rule: String
  let concept: String
  let domain: String
  let expected: [String]
  let found: String?
  let reason: String
  let note: String
  let confidence: Double
  let source: PlaceRecord
  let target: PlaceRecord

  init(_ finding: Finding, _ bitext: Bitext, _ places: Places) {
    rule = finding.rule.rawValue
    concept = finding.concept.id
    domain = finding.concept.domain
    expected = finding.expected
    found = finding.found
    reason = finding.reason
    note = finding.concept.note
    confidence = (bitext.beads[finding.bead].confidence * 10_000).rounded() / 10_000
    source = PlaceRecord(places.source(finding.source), finding.source)
    target = PlaceRecord(places.target(finding.target), finding.target)
  }

  /// A place in a file: line and column for people, UTF-8 bytes for programs.
  struct PlaceRecord: Encodable {
    let file: String
    let line: Int
    let column: Int
    let start: Int
    let end: Int
    let text: String

    init(_ place: Places.Place, _ range: Range<Int>) {
      file = place.name
      line = place.position.line
      column = place.position.column
      start = range.lowerBound
      end = range.upperBound
      text = place.text
    }
  }
}
