/// One of the two texts of a bitext.
package enum Side: Sendable {
  case source, target
}

/// Vectors of the sentences of two texts, and of blocks of neighbouring sentences, whose cosine
/// says how near their meanings are.
package protocol BlockVectors: Sendable {
  /// How many numbers a vector has.
  var dimensions: Int { get }

  /// Writes the unit vectors of blocks of neighbouring sentences, one after the other.
  ///
  /// - Parameters:
  ///   - blocks: ranges of 0-based sentence indexes, none empty.
  ///   - rows: gets `dimensions` numbers for each block; what it held is removed.
  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float])
}

/// The vectors of neighbouring sentences of two texts.
struct PartVectors: BlockVectors {
  let whole: any BlockVectors
  /// The sentences that count from 0 here.
  let source: Range<Int>
  let target: Range<Int>

  var dimensions: Int { whole.dimensions }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    let first = side == .source ? source.lowerBound : target.lowerBound
    whole.write(
      blocks.map { $0.lowerBound + first..<$0.upperBound + first }, of: side, into: &rows)
  }
}
