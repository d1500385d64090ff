/// Whether beads are right as often as their confidence says (DeGroot and Fienberg 1983).
package struct Reliability: Sendable, Equatable {
  /// The beads whose confidence is in one interval.
  package struct Bin: Sendable, Equatable {
    /// From the lower bound up to the upper, which belongs to the next bin; 1 belongs to the last.
    package let bounds: Range<Double>
    package fileprivate(set) var beads = 0
    package fileprivate(set) var right = 0
    fileprivate var sum = 0.0

    /// 0 for an empty bin.
    package var meanConfidence: Double { beads == 0 ? 0 : sum / Double(beads) }
    /// The share of beads that gold has exactly.
    package var share: Double { ratio(right, beads) }
  }

  /// The last tenth, where most beads are, is parted once more.
  private static let edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]

  /// In order of confidence, empty ones too.
  package private(set) var bins = zip(edges, edges.dropFirst()).map { Bin(bounds: $0..<$1) }

  package init() {}

  /// - Parameter confidence: from 0 to 1.
  package mutating func add(confidence: Double, isRight: Bool) {
    let at = bins.firstIndex { confidence < $0.bounds.upperBound } ?? bins.count - 1
    bins[at].beads += 1
    bins[at].sum += confidence
    if isRight { bins[at].right += 1 }
  }

  package var beads: Int { bins.reduce(0) { $0 + $1.beads } }

  /// The mean distance of confidence and share right over the bins, weighted by their beads.
  package var expectedCalibrationError: Double {
    let sum = bins.reduce(0) { $0 + Double($1.beads) * abs($1.meanConfidence - $1.share) }
    return beads == 0 ? 0 : sum / Double(beads)
  }

  /// The beads at and above one of the bins' lower bounds.
  package func beads(from confidence: Double) -> (count: Int, right: Int) {
    bins.filter { $0.bounds.lowerBound >= confidence }
      .reduce((0, 0)) { ($0.0 + $1.beads, $0.1 + $1.right) }
  }
}
