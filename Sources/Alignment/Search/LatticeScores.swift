/// The scores of everything a path through a grid of sentences may be made of.
struct LatticeScores: Sendable {
  /// Cells outside are not looked at.
  var band: Band
  let types: [BeadType]
  /// For each cell of the band and each type, the score of the bead that ends there; -∞ for none.
  private(set) var beads: [Float]
  /// For each cell, how many types there are up to the last that has a bead.
  private(set) var reach: [UInt8]
  /// For each sentence, the score of leaving it alone first, and after another left alone.
  var omissions: [(first: Float, further: Float)]
  var insertions: [(first: Float, further: Float)]
  /// What a pair of crossing beads gets besides their scores.
  var swap: Float

  init(_ stretch: Stretch, types: [BeadType]) {
    band = stretch.band
    self.types = types
    beads = Array(repeating: -.infinity, count: band.cells * types.count)
    reach = Array(repeating: 0, count: band.cells)
    omissions = Array(repeating: (0, 0), count: stretch.source.count)
    insertions = Array(repeating: (0, 0), count: stretch.target.count)
    swap = -.infinity
  }

  var sources: Int { omissions.count }
  var targets: Int { insertions.count }

  /// The place in `beads` of the bead of a type that ends at a cell.
  func place(_ cell: Int, _ type: Int) -> Int { cell * types.count + type }

  mutating func setBead(_ cell: Int, _ type: Int, _ score: Float) {
    beads[place(cell, type)] = score
    reach[cell] = max(reach[cell], UInt8(type + 1))
  }

  /// Adds to the scores of all beads of a type.
  mutating func addToBeads(_ scores: [Float]) {
    for cell in reach.indices {
      for type in 0..<Int(reach[cell]) { beads[place(cell, type)] += scores[type] }
    }
  }
}
