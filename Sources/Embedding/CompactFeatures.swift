/// Features of very many sentences, in half a kilobyte each.
///
/// The sums of inner tokens are kept in eight bits a number, and all sentences share one begin and
/// one end token, the mean of theirs. A sentence's vector has a cosine of .995 to the exact one, a
/// block's of .98 and more.
package struct CompactFeatures: Sendable {
  private(set) var tokenCounts: [Int32] = []
  /// 512 numbers for each sentence, to be multiplied with its scale.
  private var rows: [Int8] = []
  private var scales: [Float] = []
  /// Sums over all sentences, of begin tokens and of end tokens together.
  private var edges = [Double](repeating: 0, count: SentenceEncoder.dimensions)

  package init() {}

  package var count: Int { tokenCounts.count }

  package mutating func reserveCapacity(_ count: Int) {
    tokenCounts.reserveCapacity(count)
    rows.reserveCapacity(count * SentenceEncoder.dimensions)
    scales.reserveCapacity(count)
  }

  /// Adds sentences behind these.
  package mutating func append(_ features: SentenceFeatures) {
    let dimensions = SentenceEncoder.dimensions
    tokenCounts += features.tokenCounts
    for sentence in 0..<features.count {
      let start = sentence * SentenceFeatures.width
      let inner = features.values[start..<start + dimensions]
      var largest: Float = 0
      for value in inner { largest = max(largest, abs(value)) }
      let step = largest > 0 ? largest / 127 : 1
      for value in inner { rows.append(Int8(max(-127, min(127, (value / step).rounded())))) }
      scales.append(step)
      for at in 0..<dimensions {
        edges[at] +=
          Double(features.values[start + dimensions + at])
          + Double(features.values[start + 2 * dimensions + at])
      }
    }
  }

  /// Writes the token sums of a block, divided by the root of its number of tokens; zeros for one
  /// without sentences.
  func mean(of block: Range<Int>, into mean: UnsafeMutablePointer<Float>) {
    let dimensions = SentenceEncoder.dimensions
    let block = block.clamped(to: 0..<count)
    mean.update(repeating: 0, count: dimensions)
    guard !block.isEmpty else { return }
    var tokens: Int32 = 2
    for sentence in block { tokens += tokenCounts[sentence] - 2 }
    let scale = 1 / Float(tokens).squareRoot()
    rows.withUnsafeBufferPointer { rows in
      for sentence in block {
        let row = rows[sentence * dimensions..<(sentence + 1) * dimensions]
        let factor = scale * scales[sentence]
        for (at, value) in row.enumerated() { mean[at] += factor * Float(value) }
      }
    }
    for at in 0..<dimensions { mean[at] += scale * Float(edges[at] / Double(count)) }
  }
}
