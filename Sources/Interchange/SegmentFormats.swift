import Text

/// The forms the pieces of a text can be written in.
package enum SegmentFormat: String, Sendable, CaseIterable {
  case text, tsv, jsonl
}

/// Writes pieces of documents as they come.
///
/// As text, a piece a line with an empty line where a new group begins; as TSV, a piece a line with
/// what it is read as; as JSON Lines, each with its document, its group, its UTF-8 byte range and
/// its text. A line break within a piece is a space but in JSON, which has the bytes as they are.
package struct SegmentWriter {
  private let format: SegmentFormat
  private let folding: FoldingLevel?
  private let json = JSONText()
  private var lastGroup: Int?
  private var folded = FoldedText()
  private var pending: [UInt8] = []

  /// - Parameter folding: the level to fold what is written to; nil to write it as it is.
  package init(_ format: SegmentFormat, folding: FoldingLevel? = nil) {
    self.format = format
    self.folding = folding
  }

  /// Writes pieces of a document.
  ///
  /// - Parameter offset: bytes of the text before the document, where it is a part of one.
  package mutating func write(
    _ pieces: Pieces, of document: Document, offset: Int,
    to output: inout some ByteOutputStream
  ) throws {
    let bytes = document.bytes.span
    for piece in pieces.pieces {
      switch format {
      case .text:
        if let lastGroup, lastGroup != piece.group { pending.append(0x0A) }
        appendOneLine(piece.range, of: document, bytes)
      case .tsv:
        pending.append(
          contentsOf: "\(offset + piece.range.lowerBound)\t\(offset + piece.range.upperBound)\t"
            .utf8)
        appendOneLine(piece.range, of: document, bytes)
      case .jsonl:
        let line = try json.line(
          PieceRecord(
            file: document.name, group: piece.group, start: offset + piece.range.lowerBound,
            end: offset + piece.range.upperBound, text: document.string(piece.range),
            folded: folding.map { fold(piece.range, bytes, $0) }))
        pending.append(contentsOf: line.utf8)
      }
      if format != .jsonl { pending.append(0x0A) }
      lastGroup = piece.group
    }
    output.write(pending.span)
    pending.removeAll(keepingCapacity: true)
  }

  /// Appends a piece, folded where that is asked for, line breaks as spaces.
  private mutating func appendOneLine(
    _ range: Range<Int>, of document: Document, _ bytes: Span<UInt8>
  ) {
    if !document.isWrapped { return append(range, bytes) }
    var isFirst = true
    document.forEachLine(of: range) { part in
      if !isFirst { pending.append(0x20) }
      isFirst = false
      append(part, bytes)
    }
  }

  private mutating func append(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    if let folding {
      Folding.fold(range, of: bytes, level: folding, into: &folded)
      folded.appendUTF8(to: &pending)
    } else {
      bytes.extracting(range).withUnsafeBufferPointer { pending.append(contentsOf: $0) }
    }
  }

  private mutating func fold(
    _ range: Range<Int>, _ bytes: Span<UInt8>, _ level: FoldingLevel
  ) -> String {
    var line: [UInt8] = []
    Folding.fold(range, of: bytes, level: level, into: &folded)
    folded.appendUTF8(to: &line)
    return line.span.string(0..<line.count)
  }
}

private struct PieceRecord: Encodable {
  let file: String
  let group: Int
  let start: Int
  let end: Int
  let text: String
  let folded: String?
}
