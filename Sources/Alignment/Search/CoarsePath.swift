/// A first path through two texts by pairs of sentences alone, which the full search stays near.
struct CoarsePath {
  /// For each source position, the first and last target position the path has there.
  private(set) var rows: [ClosedRange<Int>]

  /// The best path within `band`: a pair gets `pair`, a sentence left alone `alone`.
  init(
    sources: Int, targets: Int, band: Band, alone: (omission: Float, insertion: Float),
    pair: (Int, Int) -> Float
  ) {
    var above: [Float] = []
    var steps = [UInt8](repeating: 0, count: band.cells)
    var best: [Float] = []
    for i in 0...sources {
      let row = band.rows[i]
      best = Array(repeating: -.infinity, count: row.count)
      for j in row {
        let at = j - row.lowerBound
        var value: Float = i == 0 && j == 0 ? 0 : -.infinity
        var step: UInt8 = 0
        if j > row.lowerBound, best[at - 1] + alone.insertion > value {
          value = best[at - 1] + alone.insertion
          step = 1
        }
        if i > 0 {
          let previous = band.rows[i - 1]
          if previous.contains(j), above[j - previous.lowerBound] + alone.omission > value {
            value = above[j - previous.lowerBound] + alone.omission
            step = 2
          }
          if j > 0, previous.contains(j - 1), above[j - 1 - previous.lowerBound] > -.infinity {
            let sum = above[j - 1 - previous.lowerBound] + pair(i - 1, j - 1)
            if sum > value {
              value = sum
              step = 3
            }
          }
        }
        best[at] = value
        steps[band.offsets[i] + at] = step
      }
      swap(&above, &best)
    }
    rows = Array(repeating: 0...0, count: sources + 1)
    var i = sources
    var j = targets
    var last = j
    while true {
      let step = band.index(i, j).map { steps[$0] } ?? 0
      switch step {
      case 1: j -= 1
      case 2, 3:
        rows[i] = j...last
        i -= 1
        if step == 3 { j -= 1 }
        last = j
      default:
        // The corner, or a band that is not connected: what is left goes straight there.
        while i > 0 {
          rows[i] = min(j, last)...last
          i -= 1
          last = j
        }
        rows[0] = 0...last
        return
      }
    }
  }

  /// A band of so many positions around the path.
  func band(width: Int, targets: Int) -> Band {
    Band(
      rows: rows.indices.map { i in
        // A column just outside a row of the path may be inside the next one's.
        let low = rows[max(i - width, 0)].lowerBound
        let high = rows[min(i + width, rows.count - 1)].upperBound
        return max(min(low, rows[i].lowerBound - width), 0)...min(
          max(high, rows[i].upperBound + width), targets)
      })
  }
}
