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

  /// The landmarks that lie near the line through those before them or through those behind them.
  ///
  /// One that is wrong but between its neighbours in both texts stays in the chain and would bend the
  /// band; where a passage is missing the line jumps, but has neighbours on either side.
  ///
  /// - Parameter slope: target sentences for one source sentence.
  func supported(slope: Double) -> Landmarks {
    guard chain.count > Self.neighbours else { return self }
    func isNear(_ place: Int, _ others: Range<Int>) -> Bool {
      let others = others.clamped(to: chain.indices)
      if others.isEmpty { return false }
      let near = others.count { other in
        let steps = Double(chain[place].source - chain[other].source)
        let rise = Double(chain[place].target - chain[other].target)
        return abs(rise - steps * slope) <= Self.slack + Self.drift * abs(steps)
      }
      return 2 * near > others.count
    }
    return Landmarks(
      chain: chain.indices.filter {
        isNear($0, $0 - Self.neighbours..<$0) || isNear($0, $0 + 1..<$0 + 1 + Self.neighbours)
      }.map { chain[$0] })
  }

  private init(chain: [(source: Int, target: Int)]) { self.chain = chain }

  /// How many landmarks to either side are asked.
  private static let neighbours = 5
  /// How far off the line a landmark may lie, in target sentences, and so much more a step.
  private static let slack = 20.0
  private static let drift = 0.2

  /// A band around the chain: all that lies between two landmarks, and a margin; where that is too
  /// much, what is near the line between them.
  func band(sources: Int, targets: Int) -> Band {
    var rows = [ClosedRange<Int>?](repeating: nil, count: sources + 1)
    func add(_ low: Int, _ high: Int, to row: Int) {
      let low = min(max(low, 0), targets)
      let high = min(max(high, low), targets)
      rows[row] = rows[row].map { min($0.lowerBound, low)...max($0.upperBound, high) } ?? low...high
    }
    var from = (source: 0, target: 0)
    for to in chain + [(sources, targets)] {
      let steps = to.source - from.source
      let rise = to.target - from.target
      let isSmall = steps == 0 || steps * rise <= Self.wholeGrid
      let width = min(max(Self.margin, (steps + rise) / 2), Self.widest)
      for row in from.source...to.source {
        let middle = from.target + rise * (row - from.source) / max(steps, 1)
        add(
          isSmall ? from.target - Self.margin : middle - width,
          isSmall ? to.target + Self.margin : middle + width, to: row)
      }
      // A landmark is a pair of sentences: the path goes on behind both.
      from = (min(to.source + 1, sources), min(to.target + 1, targets))
    }
    return Band(rows: rows.map { $0 ?? 0...targets })
  }

  /// Target positions to either side of what lies between two landmarks.
  private static let margin = 40
  /// Cells between two landmarks up to which all are searched.
  private static let wholeGrid = 250_000
  /// Target positions to either side of the line between others.
  private static let widest = 1_000
}
