import Text

/// A first path through two texts by pairs of single sentences, which the full search stays near.
struct CoarsePath: Sendable {
  /// For each source position, the first and last target position the path has there.
  private(set) var rows: [ClosedRange<Int>]
  /// The pairs on the path, in order, with their scores.
  private(set) var pairs: [(source: Int, target: Int, score: Float)] = []

  /// The best path within `band`.
  ///
  /// - Parameter scores: of the pairs that end in given rows.
  init(
    band: Band, alone: (omission: Float, insertion: Float),
    scores: @Sendable (_ rows: Range<Int>) -> PairScores
  ) {
    let sources = band.rows.count - 1
    let targets = band.rows[sources].upperBound
    var steps = [Step](repeating: .none, count: band.cells)
    // The scores of pairs, whole numbers of nats being enough to tell the sure from the unsure.
    var gains = [Int8](repeating: 0, count: band.cells)
    var above: [Float] = []
    var best: [Float] = []
    // Scores of chunks of rows, as many at a time as there are cores.
    func ahead(_ first: Int) -> [PairScores] {
      let starts = stride(from: first, to: sources + 1, by: Self.chunk).prefix(Threads.available)
      let chunks = starts.map { $0..<min($0 + Self.chunk, sources + 1) }
      return Threads.map(chunks.count) { scores(chunks[$0]) }.reversed()
    }
    var waiting = ahead(0)
    var pairs = waiting.removeLast()
    for i in 0...sources {
      if i > 0, i % Self.chunk == 0 {
        if waiting.isEmpty { waiting = ahead(i) }
        pairs = waiting.removeLast()
      }
      let row = band.rows[i]
      best.removeAll(keepingCapacity: true)
      for j in row {
        guard let cell = band.index(i, j) else { continue }
        var value: Float = i == 0 && j == 0 ? 0 : -.infinity
        var step = Step.none
        var gain: Float = 0
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
            let sum = above[j - 1 - previous.lowerBound] + pairs.score(i, j)
            if sum > value {
              value = sum
              step = .pair
              gain = pairs.score(i, j)
            }
          }
        }
        steps[cell] = step
        gains[cell] = Int8(max(-127, min(127, gain)))
        best.append(value)
      }
      swap(&above, &best)
    }
    rows = Array(repeating: 0...0, count: sources + 1)
    trace(band, steps, gains, from: sources, targets)
  }

  /// Rows whose pairs are scored at a time.
  private static let chunk = 128

  private enum Step: UInt8 {
    case none, omission, insertion, pair
  }

  private mutating func trace(
    _ band: Band, _ steps: [Step], _ gains: [Int8], from sources: Int, _ targets: Int
  ) {
    var i = sources
    var j = targets
    var last = j
    while i > 0 || j > 0 {
      let cell = band.index(i, j)
      let step = cell.map { steps[$0] } ?? .none
      switch step {
      case .insertion: j -= 1
      case .pair:
        rows[i] = j...last
        i -= 1
        j -= 1
        last = j
        pairs.append((i, j, cell.map { Float(gains[$0]) } ?? 0))
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
  private func band(width: Int) -> Band {
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

  /// Positions to every side of the path that are searched.
  private static let width = 8

  /// Cuts a stretch behind pairs that are hardly wrong, so that each part can be aligned by itself.
  ///
  /// - Parameter size: about how many source sentences a part is to have.
  func cut(_ stretch: Stretch, about size: Int) -> [Stretch] {
    let band = band(width: Self.width)
    var parts: [Stretch] = []
    var from = (source: 0, target: 0)
    func add(_ to: (source: Int, target: Int)) {
      let source = from.source..<to.source
      let target = from.target..<to.target
      parts.append(
        Stretch(
          source: source.lowerBound + stretch.source.lowerBound..<source.upperBound
            + stretch.source.lowerBound,
          target: target.lowerBound + stretch.target.lowerBound..<target.upperBound
            + stretch.target.lowerBound,
          band: band.part(source, target)))
      from = to
    }
    var best: (pair: (source: Int, target: Int), score: Float)?
    for at in pairs.indices.dropFirst().dropLast() where pairs[at].source - from.source >= size / 2
    {
      let (before, pair, after) = (pairs[at - 1], pairs[at], pairs[at + 1])
      let isDiagonal =
        pair.source == before.source + 1 && pair.target == before.target + 1
        && after.source == pair.source + 1 && after.target == pair.target + 1
      let score = min(before.score, pair.score, after.score)
      if isDiagonal, score > best?.score ?? -.infinity {
        best = ((pair.source + 1, pair.target + 1), score)
      }
      if let found = best, pair.source - from.source >= size,
        found.score > Self.sure || pair.source - from.source >= 4 * size
      {
        add(found.pair)
        best = nil
      }
    }
    add((rows.count - 1, rows[rows.count - 1].upperBound))
    return parts
  }

  /// A score, in nats, that a pair of strangers hardly has.
  private static let sure: Float = 3
}

extension CoarsePath {
  /// The best path through a stretch by what a model says of pairs.
  init(_ document: DocumentScores, _ stretch: Stretch, _ model: BeadModel) {
    let rates = DocumentRates.unknown
    self.init(
      band: stretch.band,
      alone: (
        (model[.omission] + model[.omissionRun]) / 2 + model[.omissionRate] * rates.omissions,
        (model[.insertion] + model[.insertionRun]) / 2 + model[.insertionRate] * rates.insertions
      )
    ) { rows in
      let band = stretch.band
      let low = rows.map { band.rows[$0].lowerBound }.min() ?? 0
      let high = rows.map { band.rows[$0].upperBound }.max() ?? 0
      // A cell is the end of a pair, so that the row before the first is looked at too.
      let first = max(rows.lowerBound - 1, 0)
      let left = max(low - 1, 0)
      // As of a text of its own, like the search behind it.
      let sources =
        first + stretch.source.lowerBound..<rows.upperBound - 1 + stretch.source.lowerBound
      let targets = left + stretch.target.lowerBound..<high + stretch.target.lowerBound
      let part = Stretch(
        source: 0..<sources.count, target: 0..<targets.count,
        band: Band(
          rows: (first..<rows.upperBound).map {
            max(band.rows[$0].lowerBound, left) - left...max(band.rows[$0].upperBound, left) - left
          }))
      let document = document.part(source: sources, target: targets)
      return PairScores(document, part, model, first: (first, left))
    }
  }
}

/// The scores of pairs within some rows of a band.
struct PairScores: Sendable {
  private let band: Band
  private let scores: [Float]
  private let first: (source: Int, target: Int)

  init(
    _ document: DocumentScores, _ stretch: Stretch, _ model: BeadModel,
    first: (source: Int, target: Int)
  ) {
    var scores = [Float](repeating: -.infinity, count: stretch.band.cells)
    var sum = WeightedSum(model)
    var scorer = BeadScorer(document, stretch, types: [BeadType(source: 1, target: 1)])
    scorer.forEachBead(0..<1, in: SearchRoom(stretch), into: &sum) { cell, _, _, _, sum in
      scores[cell] = sum.take()
    }
    self.scores = scores
    band = stretch.band
    self.first = first
  }

  /// The score of the pair that ends at a position.
  func score(_ i: Int, _ j: Int) -> Float {
    band.index(i - first.source, j - first.target).map { scores[$0] } ?? -.infinity
  }
}
