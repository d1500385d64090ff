#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Text

/// All ways to cut two texts into beads within a band, the best of them, and how sure it is.
///
/// Viterbi's path maximises the sum of bead scores; forward and backward sums over all paths give
/// each of its beads a posterior (Rabiner 1989, §III), which is its confidence.
struct Lattice {
  private let scorer: BeadScorer
  private let band: Band
  private let sources: Int
  private let targets: Int

  init(scorer: BeadScorer, band: Band, sources: Int, targets: Int) {
    self.scorer = scorer
    self.band = band
    self.sources = sources
    self.targets = targets
  }

  /// The best beads in text order.
  func bestPath() -> [Bead] {
    let cells = band.offsets[band.offsets.count - 1]
    var best = [Float](repeating: -.infinity, count: cells)
    var choice = [UInt8](repeating: 0, count: cells)
    var forward = [Double](repeating: -.infinity, count: cells)
    sweepForward(&best, &choice, &forward)
    let backward = sweepBackward()
    return trace(choice, forward, backward)
  }

  private func sweepForward(
    _ best: inout [Float], _ choice: inout [UInt8], _ forward: inout [Double]
  ) {
    let types = BeadScorer.types
    for i in 0...sources {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        if i == 0, j == 0 {
          best[cell] = 0
          forward[cell] = 0
          continue
        }
        for (number, type) in types.enumerated() {
          guard j >= type.target, let from = band.index(i - type.source, j - type.target),
            forward[from] > -.infinity
          else { continue }
          let score = scorer.score(
            i - type.source..<i, j - type.target..<j, prior: type.prior)
          let total = best[from] + Float(score)
          if total > best[cell] {
            best[cell] = total
            choice[cell] = UInt8(number)
          }
          forward[cell] = logSum(forward[cell], forward[from] + score)
        }
      }
    }
  }

  private func sweepBackward() -> [Double] {
    var backward = [Double](repeating: -.infinity, count: band.offsets[band.offsets.count - 1])
    let types = BeadScorer.types
    for i in stride(from: sources, through: 0, by: -1) {
      for j in band.rows[i].reversed() {
        guard let cell = band.index(i, j) else { continue }
        if i == sources, j == targets {
          backward[cell] = 0
          continue
        }
        for type in types {
          guard i + type.source <= sources, j + type.target <= targets,
            let to = band.index(i + type.source, j + type.target), backward[to] > -.infinity
          else { continue }
          let score = scorer.score(i..<i + type.source, j..<j + type.target, prior: type.prior)
          backward[cell] = logSum(backward[cell], backward[to] + score)
        }
      }
    }
    return backward
  }

  private func trace(_ choice: [UInt8], _ forward: [Double], _ backward: [Double]) -> [Bead] {
    guard let corner = band.index(sources, targets) else { return [] }
    let total = forward[corner]
    var beads: [Bead] = []
    var i = sources
    var j = targets
    while i > 0 || j > 0, let cell = band.index(i, j) {
      let type = BeadScorer.types[Int(choice[cell])]
      let source = i - type.source..<i
      let target = j - type.target..<j
      i = source.lowerBound
      j = target.lowerBound
      guard let from = band.index(i, j) else { break }
      let score = scorer.score(source, target, prior: type.prior)
      let posterior = exp(forward[from] + score + backward[cell] - total)
      beads.append(
        Bead(source: source, target: target, confidence: min(max(posterior, 0), 1)))
    }
    return beads.reversed()
  }
}

/// log(eᵃ + eᵇ) without overflow.
private func logSum(_ a: Double, _ b: Double) -> Double {
  if a == -.infinity { return b }
  let high = max(a, b)
  return high + log1p(exp(min(a, b) - high))
}
