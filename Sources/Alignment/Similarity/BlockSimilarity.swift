/// The cosines of all blocks of neighbouring sentences that beads within a band may join.
struct BlockSimilarity: Sendable {
  private let band: Band
  private let typeCount: Int
  /// By cell and type, as in `LatticeScores`; 0 where the bead does not fit.
  private let cosines: [Float]

  /// - Parameters:
  ///   - source: the stretch of source sentences that the rows of `band` count from.
  ///   - types: all bead types up to a sum.
  init(
    _ vectors: any BlockVectors, _ sentences: SentenceSimilarity, source: Range<Int>,
    target: Range<Int>, band: Band, types: [BeadType]
  ) {
    let longest = types.map(\.source).max() ?? 1
    let sources = Self.blocks(vectors, .source, source, longest)
    let targets = Self.blocks(vectors, .target, target, longest)
    var cosines = [Float](repeating: 0, count: band.cells * types.count)
    var scratch: [Int32] = []
    for i in 1..<band.rows.count {
      let row = band.rows[i]
      for (number, type) in types.enumerated() where i >= type.source {
        let first = max(row.lowerBound, type.target)
        guard first <= row.upperBound else { continue }
        let starts = first - type.target..<row.upperBound - type.target + 1
        // A block's row is where it starts; single sentences stand in the document's own table.
        let from = type.source == 1 ? sentences.source : sources[type.source - 2]
        let to = type.target == 1 ? sentences.target : targets[type.target - 2]
        let fromRow = i - type.source + (type.source == 1 ? source.lowerBound : 0)
        let shift = type.target == 1 ? target.lowerBound : 0
        let cell = band.offsets[i] + first - row.lowerBound
        from.cosines(
          of: fromRow, with: to, starts.lowerBound + shift..<starts.upperBound + shift, &scratch
        ) { place, cosine in
          cosines[(cell + place) * types.count + number] = cosine
        }
      }
    }
    self.band = band
    typeCount = types.count
    self.cosines = cosines
  }

  /// The cosine of the blocks that a bead of type `type` ending at `cell` joins.
  func cosine(_ cell: Int, _ type: Int) -> Float { cosines[cell * typeCount + type] }

  /// For blocks of each length from two, their vectors by the sentence they start with.
  private static func blocks(
    _ vectors: any BlockVectors, _ side: Side, _ stretch: Range<Int>, _ longest: Int
  ) -> [VectorTable] {
    var tables: [VectorTable] = []
    var rows: [Float] = []
    for length in 1...max(longest, 1) where length > 1 {
      let blocks = (0..<max(stretch.count - length + 1, 0)).map {
        stretch.lowerBound + $0..<stretch.lowerBound + $0 + length
      }
      var table = VectorTable(dimensions: vectors.dimensions, minimumCapacity: blocks.count)
      if !blocks.isEmpty {
        vectors.write(blocks, of: side, into: &rows)
        table.append(contentsOf: rows)
      }
      tables.append(table)
    }
    return tables
  }
}
