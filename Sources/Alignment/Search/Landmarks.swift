/// Pairs of sentences that are probably each other's translation, spread over two texts.
struct Landmarks: Sendable {
  /// Rising in both texts.
  let chain: [(source: Int, target: Int)]

  /// The longest chain of pairs that rises in both texts (patience sorting, Fredman 1975).
  init(_ pairs: [(source: Int, target: Int)]) {
    // Of the pairs of one source sentence, the last in the target comes first: no two can follow
    // each other.
    let pairs = pairs.sorted { ($0.source, -$0.target) < ($1.source, -$1.target) }
    var piles: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = piles.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].target < pair.target { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var chain: [(source: Int, target: Int)] = []
    var next = piles.last ?? -1
    while next >= 0 {
      chain.append(pairs[next])
      next = previous[next]
    }
    self.chain = chain.reversed()
  }

  /// A band around the chain: the further apart two landmarks are, the wider, since less is known
  /// of the path between them.
  func band(sources: Int, targets: Int, narrowest: Int, widest: Int) -> Band {
    var rows: [ClosedRange<Int>] = []
    rows.reserveCapacity(sources + 1)
    var from = (source: 0, target: 0)
    for to in chain + [(sources, targets)] where to.source > from.source || to.source == sources {
      let steps = max(to.source - from.source, 1)
      let rise = to.target - from.target
      let width = min(max(narrowest, (steps + abs(rise)) / 2), widest)
      while rows.count < to.source || (to.source == sources && rows.count == sources) {
        let middle = from.target + rise * (rows.count - from.source) / steps
        let low = min(max(middle - width, rows.last?.lowerBound ?? 0), targets)
        let high = min(max(middle + width, rows.last?.upperBound ?? 0), targets)
        rows.append(min(low, high)...high)
      }
      from = to
    }
    while rows.count <= sources { rows.append(rows.last ?? 0...targets) }
    // The path begins and ends in the corners.
    rows[0] = 0...rows[0].upperBound
    rows[sources] = rows[sources].lowerBound...targets
    return Band(rows: rows)
  }
}
