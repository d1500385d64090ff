/// Tokens of several sentences that go through the network together.
///
/// A sentence of more than `longestRun` tokens is cut into runs, each with the few tokens on either
/// side that its own can see, so that memory is bounded and the features are those of the whole.
/// In the padded layout two empty rows stand before, between and after the runs: what a window sees
/// beyond a sentence is zero.
struct TokenBatch {
  /// Rows of tokens at most, so that all that is worked on stays near the cache.
  static let capacity = 384
  static let longestRun = 256
  /// Every sentence has three tokens.
  static let mostRuns = capacity / 3
  static let padding = 2
  static let paddedCapacity = capacity + padding * (mostRuns + 1)

  /// Consecutive tokens of a sentence.
  struct Run {
    let sentence: Int
    /// Rows of the batch, and those of them whose features count.
    let seen: Range<Int>
    let rows: Range<Int>
    let hasBegin: Bool
    let hasEnd: Bool

    /// The rows of the tokens between the first and the last, of the first, and of the last.
    var parts: [Range<Int>] {
      let inner = (rows.lowerBound + (hasBegin ? 1 : 0))..<(rows.upperBound - (hasEnd ? 1 : 0))
      return [inner, rows.lowerBound..<inner.lowerBound, inner.upperBound..<rows.upperBound]
    }
  }

  private(set) var runs: [Run] = []
  private(set) var ids: [Int32] = []
  /// The padded row of each token.
  private(set) var paddedRows: [Int32] = []
  /// How many rows the padded layout has.
  private(set) var paddedCount = TokenBatch.padding

  var isEmpty: Bool { ids.isEmpty }

  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    paddedRows.removeAll(keepingCapacity: true)
    paddedCount = Self.padding
  }

  /// Adds tokens `range` of a sentence, and those around it that they see; false where there is no
  /// room left.
  mutating func add(_ range: Range<Int>, of tokens: [Int32], sentence: Int) -> Bool {
    let reach = NetworkWeights.reach
    let seen = max(0, range.lowerBound - reach)..<min(tokens.count, range.upperBound + reach)
    guard ids.count + seen.count <= Self.capacity, runs.count < Self.mostRuns else { return false }
    let start = ids.count - seen.lowerBound
    runs.append(
      Run(
        sentence: sentence, seen: ids.count..<(ids.count + seen.count),
        rows: (start + range.lowerBound)..<(start + range.upperBound),
        hasBegin: range.lowerBound == 0, hasEnd: range.upperBound == tokens.count))
    ids += tokens[seen]
    for row in paddedCount..<(paddedCount + seen.count) { paddedRows.append(Int32(row)) }
    paddedCount += seen.count + Self.padding
    return true
  }
}
