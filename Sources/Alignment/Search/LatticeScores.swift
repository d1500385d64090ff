/// The scores of everything a path through a grid of sentences may be made of.
struct LatticeScores: Sendable {
  let band: Band
  let types: [BeadType]
  /// For each cell of the band and each type, the score of the bead that ends there; -∞ for none.
  var beads: [Float]
  /// For each sentence, the score of leaving it alone first, and after another left alone.
  var omissions: [(first: Float, further: Float)]
  var insertions: [(first: Float, further: Float)]
  /// What a pair of crossing beads gets besides their scores.
  var swap: Float

  init(_ stretch: Stretch, types: [BeadType]) {
    band = stretch.band
    self.types = types
    beads = Array(repeating: -.infinity, count: band.cells * types.count)
    omissions = Array(repeating: (0, 0), count: stretch.source.count)
    insertions = Array(repeating: (0, 0), count: stretch.target.count)
    swap = -.infinity
  }

  var sources: Int { omissions.count }
  var targets: Int { insertions.count }
}
