import Text

/// The probability of everything that a path through a lattice may be made of.
struct Posteriors: Sendable {
  private let band: Band
  private let types: [BeadType]
  private let reach: [UInt8]
  /// By cell and type, as in `LatticeScores`.
  var beads: [Float]
  var omissions: [(first: Float, further: Float)]
  var insertions: [(first: Float, further: Float)]
  /// The expected number of crossing pairs.
  var swaps: Float = 0
  var crossings: [Crossing] = []

  /// Two beads that cross.
  struct Crossing: Sendable {
    /// Cells where the pair begins and ends.
    let from: Int
    let to: Int
    /// The places of both in `beads`.
    let first: Int
    let second: Int
    let probability: Float
  }

  init(_ scores: LatticeScores) {
    band = scores.band
    types = scores.types
    reach = scores.reach
    beads = Array(repeating: 0, count: scores.beads.count)
    omissions = Array(repeating: (0, 0), count: scores.sources)
    insertions = Array(repeating: (0, 0), count: scores.targets)
  }

  /// The place in `beads` of the bead of a type that ends at a cell.
  func place(_ cell: Int, _ type: Int) -> Int { cell * types.count + type }

  /// What is expected of the stretch as a whole.
  var counts: ExpectedCounts {
    var counts = ExpectedCounts()
    counts.sources = Float(omissions.count)
    counts.targets = Float(insertions.count)
    for probability in omissions { counts.omissions += probability.first + probability.further }
    for probability in insertions { counts.insertions += probability.first + probability.further }
    for cell in reach.indices {
      for number in 0..<Int(reach[cell]) {
        let probability = beads[place(cell, number)]
        counts.beads += probability
        let type = types[number]
        guard type.isGroup else { continue }
        counts.groups += probability
        counts.beyondThree += probability * Float(type.source + type.target - 3)
      }
    }
    return counts
  }

  /// Whether each sentence is half of a pair with at least the probability `sure`.
  func pairedSentences(_ sure: Float) -> (sources: [Bool], targets: [Bool]) {
    var sources = [Bool](repeating: false, count: omissions.count)
    var targets = [Bool](repeating: false, count: insertions.count)
    for i in sources.indices {
      for j in band.rows[i + 1] where j > 0 {
        guard let cell = band.index(i + 1, j), reach[cell] > 0 else { continue }
        if beads[place(cell, Self.pair)] >= sure {
          sources[i] = true
          targets[j - 1] = true
        }
      }
    }
    return (sources, targets)
  }

  /// The number of the type of one sentence and one.
  private static let pair = 0

  /// The beads of which most can be expected to be right, each with its probability.
  ///
  /// Of all paths, the one whose expected gain is highest (minimum Bayes risk): twice its
  /// probability for a bead with two sides, which counts for precision and recall, once for a
  /// sentence left alone, less what a wrong bead costs.
  func bestBeads() -> [Bead] {
    let sources = omissions.count
    let targets = insertions.count
    var best = [Float](repeating: -.infinity, count: band.cells)
    var choice = [Int32](repeating: Step.none, count: band.cells)
    var endings: [Int: [Int]] = [:]
    for (number, crossing) in crossings.enumerated() where crossing.probability > 0.05 {
      endings[crossing.to, default: []].append(number)
    }
    for i in 0...sources {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        if i == 0, j == 0 {
          best[cell] = 0
          continue
        }
        func consider(_ from: Int?, _ gain: Float, _ step: Int32) {
          guard let from, best[from] > -.infinity else { return }
          if best[from] + gain > best[cell] {
            best[cell] = best[from] + gain
            choice[cell] = step
          }
        }
        if i > 0 {
          let probability = omissions[i - 1].first + omissions[i - 1].further
          consider(band.index(i - 1, j), probability - Self.cost, Step.omission)
        }
        if j > 0 {
          let probability = insertions[j - 1].first + insertions[j - 1].further
          consider(band.index(i, j - 1), probability - Self.cost, Step.insertion)
        }
        for number in 0..<Int(reach[cell]) {
          let type = types[number]
          let probability = beads[place(cell, number)]
          guard probability > 0 else { continue }
          consider(
            band.index(i - type.source, j - type.target), 2 * probability - Self.cost,
            Int32(number))
        }
        for number in endings[cell] ?? [] {
          let crossing = crossings[number]
          consider(
            crossing.from, 4 * crossing.probability - 2 * Self.cost, Step.crossing - Int32(number))
        }
      }
    }
    return trace(choice, sources, targets)
  }

  /// What a bead costs by itself: a wrong one lowers precision.
  private static let cost: Float = 0.97

  private enum Step {
    static let none: Int32 = -1
    static let omission: Int32 = -2
    static let insertion: Int32 = -3
    /// And below.
    static let crossing: Int32 = -4
  }

  private func trace(_ choice: [Int32], _ sources: Int, _ targets: Int) -> [Bead] {
    var result: [Bead] = []
    var i = sources
    var j = targets
    while i > 0 || j > 0, let cell = band.index(i, j) {
      let step = choice[cell]
      switch step {
      case Step.none: return result.reversed()
      case Step.omission:
        i -= 1
        let probability = omissions[i].first + omissions[i].further
        result.append(bead(i..<i + 1, j..<j, probability))
      case Step.insertion:
        j -= 1
        let probability = insertions[j].first + insertions[j].further
        result.append(bead(i..<i, j..<j + 1, probability))
      case 0...:
        let type = types[Int(step)]
        let probability = beads[place(cell, Int(step))]
        result.append(bead(i - type.source..<i, j - type.target..<j, probability))
        i -= type.source
        j -= type.target
      default:
        let crossing = crossings[Int(Step.crossing - step)]
        let first = types[crossing.first % types.count]
        let second = types[crossing.second % types.count]
        result.append(
          bead(
            i - second.source..<i, j - first.target - second.target..<j - first.target,
            beads[crossing.second]))
        i -= second.source
        result.append(
          bead(i - first.source..<i, j - first.target..<j, beads[crossing.first]))
        i -= first.source
        j -= first.target + second.target
      }
    }
    return result.reversed()
  }

  private func bead(_ source: Range<Int>, _ target: Range<Int>, _ probability: Float) -> Bead {
    Bead(source: source, target: target, confidence: Double(min(max(probability, 0), 1)))
  }
}
