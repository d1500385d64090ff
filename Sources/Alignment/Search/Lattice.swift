#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// All ways to cut two runs of sentences into beads within a band, and how probable each bead is.
///
/// A semi-Markov chain (Sarawagi and Cohen 2004) with three states, so that a run of sentences left
/// alone costs most at its first: after a bead, after an omission, after an insertion. Where both
/// meet, omissions come first, so that one alignment is one path.
struct Lattice {
  private let scores: LatticeScores
  private let swaps: [Swap]
  private var forward: [State]
  private var backward: [State]
  /// The logarithm of the sum over all paths; -∞ where there is none.
  private(set) var total: Double = -.infinity

  /// Log sums of what leads to a cell, or away from it, by what the last step was.
  private struct State {
    var bead = -Double.infinity
    var omission = -Double.infinity
    var insertion = -Double.infinity

    /// The sum of all three, as a bead may follow any.
    var any = -Double.infinity

    mutating func sum() { any = logSum(logSum(bead, omission), insertion) }
  }

  /// Two neighbouring beads whose target sides are in the other order.
  private struct Swap {
    /// Index of the type of the first source block, which has the second target block.
    let first: Int
    let second: Int
    let types: (first: BeadType, second: BeadType)
  }

  init(_ scores: LatticeScores) {
    self.scores = scores
    let small = scores.types.indices.filter {
      scores.types[$0].source + scores.types[$0].target <= 3
    }
    swaps = small.flatMap { first in
      small.map { Swap(first: first, second: $0, types: (scores.types[first], scores.types[$0])) }
    }
    forward = Array(repeating: State(), count: scores.band.cells)
    backward = forward
    sweepForward()
    sweepBackward()
    if let corner = scores.band.index(scores.sources, scores.targets) {
      total = forward[corner].any
    }
  }

  private func bead(_ cell: Int, _ type: Int) -> Float {
    scores.beads[scores.place(cell, type)]
  }

  /// The cells and score of a swap that ends at a position; nil where it does not fit.
  private func swap(
    _ swap: Swap, endingAt i: Int, _ j: Int
  ) -> (from: Int, first: Int, second: Int, score: Double)? {
    let band = scores.band
    let (a, b) = swap.types
    guard i >= a.source + b.source, j >= a.target + b.target,
      let from = band.index(i - a.source - b.source, j - a.target - b.target),
      let first = band.index(i - b.source, j), let second = band.index(i, j - a.target)
    else { return nil }
    let score = bead(first, swap.first) + bead(second, swap.second) + scores.swap
    guard score > Self.hopeless else { return nil }
    return (
      from, scores.place(first, swap.first), scores.place(second, swap.second), Double(score)
    )
  }

  private mutating func sweepForward() {
    let band = scores.band
    for i in 0...scores.sources {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        if i == 0, j == 0 {
          forward[cell].bead = 0
          forward[cell].sum()
          continue
        }
        var sum = LogSum()
        for number in 0..<Int(scores.reach[cell]) {
          let type = scores.types[number]
          let score = bead(cell, number)
          guard score > -.infinity, let from = band.index(i - type.source, j - type.target) else {
            continue
          }
          sum.add(forward[from].any + Double(score))
        }
        if scores.swap > -.infinity {
          for swap in swaps {
            if let swap = self.swap(swap, endingAt: i, j) {
              sum.add(forward[swap.from].any + swap.score)
            }
          }
        }
        forward[cell].bead = sum.value
        if i > 0, let from = band.index(i - 1, j) {
          let score = scores.omissions[i - 1]
          forward[cell].omission = logSum(
            forward[from].bead + Double(score.first), forward[from].omission + Double(score.further)
          )
        }
        if j > 0, let from = band.index(i, j - 1) {
          let score = scores.insertions[j - 1]
          forward[cell].insertion = logSum(
            logSum(forward[from].bead, forward[from].omission) + Double(score.first),
            forward[from].insertion + Double(score.further))
        }
        forward[cell].sum()
      }
    }
  }

  private mutating func sweepBackward() {
    let band = scores.band
    // What may follow a cell by a bead; filled as its end is passed.
    var beadsFrom = [LogSum](repeating: LogSum(), count: band.cells)
    for i in stride(from: scores.sources, through: 0, by: -1) {
      for j in band.rows[i].reversed() {
        guard let cell = band.index(i, j) else { continue }
        if i == scores.sources, j == scores.targets {
          backward[cell] = State(bead: 0, omission: 0, insertion: 0)
        } else {
          let beads = beadsFrom[cell].value
          var state = State(bead: beads, omission: beads, insertion: beads)
          if i < scores.sources, let to = band.index(i + 1, j) {
            let score = scores.omissions[i]
            state.bead = logSum(state.bead, backward[to].omission + Double(score.first))
            state.omission = logSum(
              state.omission, backward[to].omission + Double(score.further))
          }
          if j < scores.targets, let to = band.index(i, j + 1) {
            let score = scores.insertions[j]
            let first = backward[to].insertion + Double(score.first)
            state.bead = logSum(state.bead, first)
            state.omission = logSum(state.omission, first)
            state.insertion = logSum(
              state.insertion, backward[to].insertion + Double(score.further))
          }
          backward[cell] = state
        }
        let after = backward[cell].bead
        guard after > -.infinity else { continue }
        for number in 0..<Int(scores.reach[cell]) {
          let type = scores.types[number]
          let score = bead(cell, number)
          guard score > -.infinity, let from = band.index(i - type.source, j - type.target) else {
            continue
          }
          beadsFrom[from].add(after + Double(score))
        }
        if scores.swap > -.infinity {
          for swap in swaps {
            if let swap = self.swap(swap, endingAt: i, j) {
              beadsFrom[swap.from].add(after + swap.score)
            }
          }
        }
      }
    }
  }

  /// The band of the cells whose probability is at least e to the power `least`, and of those up to
  /// `margin` positions from them.
  func narrowed(_ least: Double, margin: Int) -> Band {
    let band = scores.band
    var probable: [ClosedRange<Int>] = []
    probable.reserveCapacity(band.rows.count)
    for i in band.rows.indices {
      var row: ClosedRange<Int>?
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        let (before, after) = (forward[cell], backward[cell])
        let best = max(
          before.bead + after.bead, before.omission + after.omission,
          before.insertion + after.insertion)
        if best - total >= least { row = (row?.lowerBound ?? j)...j }
      }
      // Beads jump over positions.
      let last = probable.last?.upperBound ?? 0
      probable.append(row ?? last...last)
    }
    return band.narrowed(
      to: probable.indices.map { i in
        let near = probable[max(i - margin, 0)...min(i + margin, probable.count - 1)]
        let low = near.reduce(probable[i].lowerBound) { min($0, $1.lowerBound) }
        let high = near.reduce(probable[i].upperBound) { max($0, $1.upperBound) }
        return low - margin...high + margin
      })
  }

  /// How probable everything is that a path may be made of.
  func posteriors() -> Posteriors {
    let band = scores.band
    var result = Posteriors(scores)
    guard total > -.infinity else { return result }
    for i in 0...scores.sources {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        let after = backward[cell]
        for number in 0..<Int(scores.reach[cell]) {
          let type = scores.types[number]
          let score = bead(cell, number)
          guard score > -.infinity, let from = band.index(i - type.source, j - type.target) else {
            continue
          }
          let sum = forward[from].any + Double(score) + after.bead - total
          if sum > Self.nothing {
            result.beads[scores.place(cell, number)] += Float(exp(sum))
          }
        }
        if scores.swap > -.infinity {
          for swap in swaps {
            guard let swap = self.swap(swap, endingAt: i, j) else { continue }
            let sum = forward[swap.from].any + swap.score + after.bead - total
            guard sum > Self.nothing else { continue }
            let probability = Float(exp(sum))
            result.beads[swap.first] += probability
            result.beads[swap.second] += probability
            result.swaps += probability
            result.crossings.append(
              Posteriors.Crossing(
                from: swap.from, to: cell, first: swap.first, second: swap.second,
                probability: probability))
          }
        }
        if i > 0, let from = band.index(i - 1, j) {
          let score = scores.omissions[i - 1]
          let first = forward[from].bead + Double(score.first) + after.omission - total
          let further = forward[from].omission + Double(score.further) + after.omission - total
          if first > Self.nothing { result.omissions[i - 1].first += Float(exp(first)) }
          if further > Self.nothing { result.omissions[i - 1].further += Float(exp(further)) }
        }
        if j > 0, let from = band.index(i, j - 1) {
          let score = scores.insertions[j - 1]
          let before = logSum(forward[from].bead, forward[from].omission)
          let first = before + Double(score.first) + after.insertion - total
          let further = forward[from].insertion + Double(score.further) + after.insertion - total
          if first > Self.nothing { result.insertions[j - 1].first += Float(exp(first)) }
          if further > Self.nothing { result.insertions[j - 1].further += Float(exp(further)) }
        }
      }
    }
    return result
  }

  /// The logarithm of a probability not worth adding.
  private static let nothing = -16.0
  /// The score of a crossing pair not worth adding: leaving all its sentences alone scores more.
  private static let hopeless: Float = -12
}

/// A sum of exponentials, as a logarithm.
private struct LogSum {
  private var high = -Double.infinity
  private var sum = 0.0

  mutating func add(_ value: Double) {
    if value <= high {
      if value > high - 36 { sum += exp(value - high) }
    } else {
      sum = high == -.infinity ? 1 : sum * exp(high - value) + 1
      high = value
    }
  }

  var value: Double { high == -.infinity ? high : high + log(sum) }
}

/// log(eᵃ + eᵇ) without overflow.
private func logSum(_ a: Double, _ b: Double) -> Double {
  let high = max(a, b)
  let low = min(a, b)
  return low < high - 36 || low == -.infinity ? high : high + log1p(exp(low - high))
}
