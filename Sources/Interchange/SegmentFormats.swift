import Text

/// The forms the pieces of a text can be written in.
package enum SegmentFormat: String, Sendable, CaseIterable {
  case text, jsonl
}

/// Writes pieces of documents as they come.
///
/// As text, a piece a line with an empty line where a new group or document begins; as JSON Lines,
/// each with its document, its group, its UTF-8 byte range and its text.
package struct SegmentWriter {
  private let format: SegmentFormat
  private let json = JSONText()
  private var document = Document(name: "", text: "")
  private var lastGroup: Int?
  private var hasWritten = false

  package init(_ format: SegmentFormat) { self.format = format }

  /// Goes on to the pieces of another document.
  package mutating func begin(_ document: Document) {
    self.document = document
    lastGroup = nil
  }

  /// Writes the piece at `range`; `group` is the paragraph or sentence it belongs to.
  package mutating func write(
    _ range: Range<Int>, group: Int, to output: inout some TextOutputStream
  ) throws {
    switch format {
    case .text:
      if hasWritten, lastGroup != group { output.write("\n") }
      output.write(document.string(range))
      output.write("\n")
    case .jsonl:
      output.write(
        try json.line(
          PieceRecord(
            file: document.name, group: group, start: range.lowerBound, end: range.upperBound,
            text: document.string(range))))
    }
    lastGroup = group
    hasWritten = true
  }
}

private struct PieceRecord: Encodable {
  let file: String
  let group: Int
  let start: Int
  let end: Int
  let text: String
}
