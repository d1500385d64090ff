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
