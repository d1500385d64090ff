/// What a text was cut into, in order; kept in a few arrays so that millions of words cost no
/// allocation each.
package struct Pieces: Sendable {
  package struct Piece: Sendable {
    /// UTF-8 bytes of the document.
    package let range: Range<Int>
    /// The paragraph or sentence it belongs to, a number that no other group has.
    package let group: Int
    /// Indexes into `parts`; empty where a piece has none.
    package let parts: Range<Int>
    /// An index into `readings`; nil where a piece is only what it is.
    package let reading: Int?
  }

  /// What a piece says, for a program.
  package struct Reading: Sendable {
    /// The value in one word, such as `2016-08-15` or `3000000`.
    package let value: String
    /// What else is known, by name, in order.
    package let details: [(name: String, value: String)]
  }

  package private(set) var pieces: [Piece] = []
  /// UTF-8 ranges of the parts of pieces, such as the clitics of a word.
  package private(set) var parts: [Range<Int>] = []
  package private(set) var readings: [Reading] = []

  package init() {}

  package mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }

  package mutating func append(_ range: Range<Int>, group: Int) {
    pieces.append(
      Piece(range: range, group: group, parts: parts.count..<parts.count, reading: nil))
  }

  package mutating func append(_ range: Range<Int>, group: Int, reading: Reading) {
    pieces.append(
      Piece(
        range: range, group: group, parts: parts.count..<parts.count, reading: readings.count))
    readings.append(reading)
  }

  /// Appends a piece with what `ranges` gives of each of `elements` as its parts.
  package mutating func append<Element>(
    _ range: Range<Int>, group: Int, parts elements: [Element], _ ranges: (Element) -> Range<Int>
  ) {
    let first = parts.count
    for element in elements { parts.append(ranges(element)) }
    pieces.append(Piece(range: range, group: group, parts: first..<parts.count, reading: nil))
  }
}
