import Text

/// The forms the pieces of a text can be written in.
package enum SegmentFormat: String, Sendable, CaseIterable {
  case text, jsonl
}

/// Writes pieces of a document as they come.
///
/// As text, a piece a line with an empty line where a new group begins; as JSON Lines, each with
/// its group, its UTF-8 byte range and its text.
package struct SegmentWriter {
  private let format: SegmentFormat
  private let json = JSONText()
  private var lastGroup: Int?

  package init(_ format: SegmentFormat) { self.format = format }

  /// Writes the piece at `range`; `group` is the paragraph or sentence it belongs to.
  package mutating func write(
    _ range: Range<Int>, of document: Document, group: Int,
    to output: inout some TextOutputStream
  ) throws {
    switch format {
    case .text:
      if let lastGroup, lastGroup != group { output.write("\n") }
      output.write(document.string(range))
      output.write("\n")
    case .jsonl:
      output.write(
        try json.line(
          PieceRecord(
            group: group, start: range.lowerBound, end: range.upperBound,
            text: document.string(range))))
    }
    lastGroup = group
  }
}

private struct PieceRecord: Encodable {
  let group: Int
  let start: Int
  let end: Int
  let text: String
}
