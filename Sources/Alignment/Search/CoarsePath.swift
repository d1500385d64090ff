/// A first path through two texts by pairs of single sentences, which the full search stays near.
struct CoarsePath: Sendable {
  /// For each source position, the first and last target position the path has there.
  private(set) var rows: [ClosedRange<Int>]
  /// The pairs on the path, in order, with their scores.
  private(set) var pairs: [(source: Int, target: Int, score: Float)] = []

  /// The best path within `band`: a pair gets `pair`, a sentence left alone `alone`.
  init(
    band: Band, alone: (omission: Float, insertion: Float), pair: (Int, Int) -> Float
  ) {
    let sources = band.rows.count - 1
    let targets = band.rows[sources].upperBound
    var steps = [Step](repeating: .none, count: band.cells)
    var above: [Float] = []
    var best: [Float] = []
    for i in 0...sources {
      let row = band.rows[i]
      best.removeAll(keepingCapacity: true)
      for j in row {
        var value: Float = i == 0 && j == 0 ? 0 : -.infinity
        var step = Step.none
        if let last = best.last, last + alone.insertion > value {
          value = last + alone.insertion
          step = .insertion
        }
        if i > 0 {
          let previous = band.rows[i - 1]
          if previous.contains(j), above[j - previous.lowerBound] + alone.omission > value {
            value = above[j - previous.lowerBound] + alone.omission
            step = .omission
          }
          if previous.contains(j - 1), above[j - 1 - previous.lowerBound] > -.infinity {
            let sum = above[j - 1 - previous.lowerBound] + pair(i - 1, j - 1)
            if sum > value {
              value = sum
              step = .pair
            }
          }
        }
        steps[band.offsets[i] + best.count] = step
        best.append(value)
      }
      swap(&above, &best)
    }
    rows = Array(repeating: 0...0, count: sources + 1)
    trace(band, steps, from: sources, targets, pair)
  }

  private enum Step: UInt8 {
    case none, omission, insertion, pair
  }

  private mutating func trace(
    _ band: Band, _ steps: [Step], from sources: Int, _ targets: Int, _ pair: (Int, Int) -> Float
  ) {
    var i = sources
    var j = targets
    var last = j
    while i > 0 || j > 0 {
      let step = band.index(i, j).map { steps[$0] } ?? .none
      switch step {
      case .insertion: j -= 1
      case .pair:
        rows[i] = j...last
        i -= 1
        j -= 1
        last = j
        pairs.append((i, j, pair(i, j)))
      case .omission, .none:
        guard i > 0 else { j = 0; continue }
        rows[i] = j...last
        i -= 1
        last = j
      }
    }
    rows[0] = 0...last
    pairs.reverse()
  }

  /// A band of so many positions around the path.
  func band(width: Int) -> Band {
    let targets = rows[rows.count - 1].upperBound
    return Band(
      rows: rows.indices.map { i in
        // Above and below the path as well as beside it.
        let low = min(rows[max(i - width, 0)].lowerBound, rows[i].lowerBound - width)
        let high = max(
          rows[min(i + width, rows.count - 1)].upperBound, rows[i].upperBound + width)
        return max(low, 0)...min(high, targets)
      })
  }
}
