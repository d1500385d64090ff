/// Where in a stretch beads of some types are looked for, after smaller ones have been.
///
/// A path by small beads tells nearly everywhere where the best one runs, and most sentences of most
/// texts are translated one by one: what small beads alone make nearly certain no large bead changes,
/// and scoring those would be most of the work.
struct SearchRoom: Sendable {
  /// The cells that some probable path has, and those about them.
  let band: Band
  /// For each position between sentences, how many neighbouring ones end there that are not surely
  /// half of a pair.
  let openSources: [Int]
  let openTargets: [Int]

  /// - Parameter closed: whether each sentence is surely half of a pair.
  init(band: Band, closed: (sources: [Bool], targets: [Bool])) {
    self.band = band
    openSources = Self.runs(closed.sources)
    openTargets = Self.runs(closed.targets)
  }

  /// The whole of a stretch.
  init(_ stretch: Stretch) {
    self.init(band: stretch.band, closed: Self.noneClosed(stretch))
  }

  static func noneClosed(_ stretch: Stretch) -> (sources: [Bool], targets: [Bool]) {
    (
      Array(repeating: false, count: stretch.source.count),
      Array(repeating: false, count: stretch.target.count)
    )
  }

  /// Whether a bead that ends at a position has open sentences only.
  func isOpen(_ type: BeadType, endingAt i: Int, _ j: Int) -> Bool {
    type.source <= openSources[i] && type.target <= openTargets[j]
  }

  private static func runs(_ closed: [Bool]) -> [Int] {
    var runs = [0]
    runs.reserveCapacity(closed.count + 1)
    for isClosed in closed { runs.append(isClosed ? 0 : runs[runs.count - 1] + 1) }
    return runs
  }
}
