import Text

/// Why a file of beads could not be read.
package struct BeadsError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A line of links that is not `[0, 1]:[2]`, with a number behind it or none.
    case notALink
    /// A line of JSON Lines that is no JSON, or not an object of `align`; the parser's words.
    case notABead(String)
    /// A TSV cell that does not hold what its column should.
    case badCell(column: String)
    /// The header of a TSV file lacks a column.
    case missingColumn(String)
    /// A TSV line with fewer cells than the header.
    case cellCount(Int, expected: Int)
    /// An index below 0, or the same one twice in a bead.
    case badIndex
    /// A confidence outside 0 to 1.
    case badConfidence
  }

  package let file: String
  /// From 1.
  package let line: Int
  package let kind: Kind

  package init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}

/// Reads the beads of a file `align` wrote as links, JSON Lines or TSV, or that a person or another
/// aligner wrote as links.
///
/// The first thing in the file tells the format: `{` of JSON Lines, `source_indexes` of TSV.
package func readBeads(_ document: Document) throws(BeadsError) -> [RecordedBead] {
  let rest = document.bytes.dropFirst(document.contentStart).drop { $0 <= 0x20 }
  if rest.first == UInt8(ascii: "{") { return try readBeadLines(document) }
  if rest.starts(with: "source_indexes".utf8) { return try readBeadTable(document) }
  return try readLinkLines(document)
}

/// Reads a gold alignment: a link a line, `[source indexes]:[target indexes]`, from 0.
package func readLinks(_ document: Document) throws(BeadsError) -> [Link] {
  try readLinkLines(document).map(\.link)
}

/// - Throws: where an index is below 0 or stands twice on a side.
func check(_ link: Link, _ file: String, _ line: Int) throws(BeadsError) {
  for side in [link.source, link.target]
  where side.contains(where: { $0 < 0 }) || Set(side).count < side.count {
    throw BeadsError(file: file, line: line, kind: .badIndex)
  }
}
