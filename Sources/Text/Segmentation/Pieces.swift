/// What a text was cut into, in order; kept in a few arrays so that millions of words cost no
/// allocation each.
package struct Pieces: Sendable {
  package struct Piece: Sendable {
    /// UTF-8 bytes of the document.
    package let range: Range<Int>
    /// The paragraph or sentence it belongs to, a number that no other group has.
    package let group: Int
    /// Indexes into `clitics`; empty where the piece was not divided.
    package let clitics: Range<Int>
    /// An index into `readings`; nil where a piece is only what it is.
    package let reading: Int?
  }

  /// What a number or date says, for a program.
  package struct Reading: Sendable, Equatable {
    package let kind: String
    /// The value in one word, such as `2016-08-15` or `3000000`.
    package let value: String
    package let unit: String?
    package let isApproximate: Bool
    package let isDoubtful: Bool
  }

  package private(set) var pieces: [Piece] = []
  package private(set) var clitics: [Clitic] = []
  package private(set) var readings: [Reading] = []

  package init() {}

  package mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    clitics.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }

  package mutating func append(_ range: Range<Int>, group: Int) {
    pieces.append(Piece(range: range, group: group, clitics: 0..<0, reading: nil))
  }

  /// Appends a word that `segmenter` divides.
  package mutating func append(
    _ word: Range<Int>, of bytes: Span<UInt8>, group: Int, by segmenter: inout CliticSegmenter
  ) {
    let first = clitics.count
    segmenter.segment(word, of: bytes, into: &clitics)
    pieces.append(
      Piece(range: word, group: group, clitics: first..<clitics.count, reading: nil))
  }

  package mutating func append(_ quantity: Quantity, group: Int) {
    append(
      quantity.range, group,
      Reading(
        kind: quantity.kind.rawValue, value: quantity.valueText, unit: quantity.unit?.rawValue,
        isApproximate: quantity.isApproximate, isDoubtful: quantity.isDoubtful))
  }

  package mutating func append(_ date: DateMention, group: Int) {
    append(
      date.range, group,
      Reading(
        kind: date.kind.rawValue, value: date.text, unit: nil, isApproximate: false,
        isDoubtful: date.isDoubtful))
  }

  private mutating func append(_ range: Range<Int>, _ group: Int, _ reading: Reading) {
    pieces.append(Piece(range: range, group: group, clitics: 0..<0, reading: readings.count))
    readings.append(reading)
  }
}
