/// The sorted keys of every block of neighbouring sentences a bead may have, within a stretch.
///
/// Two sorted lists are compared in one walk, which the search does for every candidate.
struct BlockKeys: Sendable {
  private let first: Int
  /// For blocks of each length, from one: the keys, and where those of each block begin.
  private var lengths: [(keys: [Int32], starts: [Int32])] = []

  /// - Parameter longest: how many sentences the longest block has.
  init(_ sentences: SentenceKeys, in stretch: Range<Int>, longest: Int) {
    first = stretch.lowerBound
    for length in 1...max(longest, 1) {
      var keys: [Int32] = []
      var starts: [Int32] = [0]
      for start in 0..<max(stretch.count - length + 1, 0) {
        let last = keys.count
        let range =
          sentences.starts[first + start]..<sentences.starts[first + start + length]
        keys += sentences.keys[range]
        if length > 1 { keys[last...].sort() }
        starts.append(Int32(keys.count))
      }
      lengths.append((keys, starts))
    }
  }

  func withKeys<Result>(of block: Range<Int>, _ body: (Span<Int32>) -> Result) -> Result {
    let length = lengths[block.count - 1]
    let at = block.lowerBound - first
    return body(length.keys.span.extracting(Int(length.starts[at])..<Int(length.starts[at + 1])))
  }
}
