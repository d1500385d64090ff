import Alignment
import Text

/// Makes vectors of the sentences of two texts.
package protocol TextEncoder: Sendable {
  /// The vectors of both texts' sentences, in one space.
  func vectors(
    of source: SegmentedText, _ target: SegmentedText, progress: AlignProgress?
  ) throws -> any BlockVectors
}

/// Vectors of single sentences; a block's is the direction of the sum of its sentences'.
package struct SentenceVectors: BlockVectors, TextEncoder {
  package let dimensions: Int
  private let source: [Float]
  private let target: [Float]

  /// - Parameters:
  ///   - source: unit vectors of `dimensions` numbers, one after the other.
  ///   - target: the same of the other text.
  package init(dimensions: Int, source: [Float], target: [Float]) {
    self.dimensions = dimensions
    self.source = source
    self.target = target
  }

  package func vectors(
    of source: SegmentedText, _ target: SegmentedText, progress: AlignProgress?
  ) -> any BlockVectors { self }

  package func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    let vectors = side == .source ? source : target
    rows.removeAll(keepingCapacity: true)
    rows.reserveCapacity(blocks.count * dimensions)
    for block in blocks {
      let start = rows.count
      rows.append(contentsOf: repeatElement(0, count: dimensions))
      for sentence in block where (sentence + 1) * dimensions <= vectors.count {
        for at in 0..<dimensions { rows[start + at] += vectors[sentence * dimensions + at] }
      }
      if block.count > 1 { normalize(&rows, from: start) }
    }
  }
}

/// Scales the numbers from `start` on to a vector of length 1; false where they have no length.
@discardableResult
func normalize(_ rows: inout [Float], from start: Int) -> Bool {
  var sum = 0.0
  for at in start..<rows.count { sum += Double(rows[at]) * Double(rows[at]) }
  guard sum > 0, sum.isFinite else { return false }
  let scale = Float(1 / sum.squareRoot())
  for at in start..<rows.count { rows[at] *= scale }
  return true
}
