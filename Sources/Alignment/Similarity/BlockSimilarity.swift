/// The cosines of blocks of neighbouring sentences that beads within a band may join.
struct BlockSimilarity: Sendable {
  private let stretch: Stretch
  private let types: [BeadType]
  private let vectors: any BlockVectors
  private let sentences: SentenceSimilarity
  /// For blocks of each length from two, their vectors by the sentence of the stretch they start
  /// with, from the first that was asked for.
  private var sourceBlocks: [VectorTable] = []
  private var targetBlocks: [VectorTable] = []
  /// By cell and type, as in `LatticeScores`; 0 where no bead was asked for.
  private var cosines: [Float]

  /// - Parameter types: all bead types up to a sum.
  init(
    _ vectors: any BlockVectors, _ sentences: SentenceSimilarity, _ stretch: Stretch,
    types: [BeadType]
  ) {
    self.vectors = vectors
    self.sentences = sentences
    self.stretch = stretch
    self.types = types
    cosines = Array(repeating: 0, count: stretch.band.cells * types.count)
  }

  /// The cosine of the blocks that a bead of type `type` ending at `cell` joins.
  func cosine(_ cell: Int, _ type: Int) -> Float { cosines[cell * types.count + type] }

  /// Compares the blocks of the beads of some types.
  ///
  /// - Parameters:
  ///   - numbers: of the types; those before were compared before.
  ///   - room: whose open sentences such beads may have; its band is not looked at, since the
  ///     features of a bead ask for smaller blocks beside it.
  mutating func compare(_ numbers: Range<Int>, in room: SearchRoom) {
    let asked = types[numbers]
    addBlocks(.source, upTo: asked.map(\.source).max() ?? 1, room)
    addBlocks(.target, upTo: asked.map(\.target).max() ?? 1, room)
    let band = stretch.band
    var scratch: [Int32] = []
    for i in band.rows.indices.dropFirst() {
      let row = band.rows[i]
      for number in numbers {
        let type = types[number]
        guard room.openSources[i] >= type.source else { continue }
        var first = max(row.lowerBound, type.target)
        var last = row.upperBound
        while first <= last, room.openTargets[first] < type.target { first += 1 }
        while first <= last, room.openTargets[last] < type.target { last -= 1 }
        guard first <= last, let cell = band.index(i, first) else { continue }
        let starts = first - type.target..<last - type.target + 1
        // A block's row is where it starts; single sentences stand in the document's own table.
        let from = type.source == 1 ? sentences.source : sourceBlocks[type.source - 2]
        let to = type.target == 1 ? sentences.target : targetBlocks[type.target - 2]
        let fromRow = i - type.source + (type.source == 1 ? stretch.source.lowerBound : 0)
        let shift = type.target == 1 ? stretch.target.lowerBound : 0
        from.cosines(
          of: fromRow, with: to, starts.lowerBound + shift..<starts.upperBound + shift, &scratch
        ) { place, cosine in
          cosines[(cell + place) * types.count + number] = cosine
        }
      }
    }
  }

  /// Makes the vectors of blocks up to a length, those of open sentences only.
  private mutating func addBlocks(_ side: Side, upTo longest: Int, _ room: SearchRoom) {
    let sentences = side == .source ? stretch.source : stretch.target
    let runs = side == .source ? room.openSources : room.openTargets
    var tables = side == .source ? sourceBlocks : targetBlocks
    var rows: [Float] = []
    while tables.count + 1 < longest {
      let length = tables.count + 2
      let starts = 0..<max(sentences.count - length + 1, 0)
      let wanted = starts.filter { start in runs[start + length] >= length }
      rows.removeAll(keepingCapacity: true)
      if !wanted.isEmpty {
        let first = sentences.lowerBound
        vectors.write(wanted.map { first + $0..<first + $0 + length }, of: side, into: &rows)
      }
      var table = VectorTable(dimensions: vectors.dimensions, minimumCapacity: starts.count)
      table.append(contentsOf: rows, at: wanted, of: starts.count)
      tables.append(table)
    }
    if side == .source { sourceBlocks = tables } else { targetBlocks = tables }
  }
}
