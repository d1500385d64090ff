import Text

/// The search for the beads of two texts: first a coarse path, then all beads near it.
struct AlignmentSearch: Sendable {
  let document: DocumentScores
  let stretches: [Stretch]
  let types: [BeadType]
  private let model: BeadModel

  init(
    _ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable,
    vectors: (any BlockVectors)?, model: BeadModel, options: AlignerOptions
  ) {
    let sources = source.sentences.count
    let targets = target.sentences.count
    let wide =
      (sources + 1) * (targets + 1) <= Self.wholeGrid
      ? Band(sources: sources, targets: targets)
      : Landmarks(evidence.landmarks).band(
        sources: sources, targets: targets, narrowest: Self.narrowest, widest: Self.widest)
    var document = DocumentScores(
      source, target, evidence: evidence, vectors: vectors, band: wide)
    let path = CoarsePath(document, wide, model)
    document.learnRatio(from: path.pairs)
    self.document = document
    self.model = model
    types = BeadType.all(upTo: options.maximumBead)
    stretches = [
      Stretch(
        source: 0..<sources, target: 0..<targets, band: path.band(width: Self.width))
    ]
  }

  /// Cells up to which a grid is searched whole by the coarse path.
  private static let wholeGrid = 1_000_000
  /// Target positions to either side of the landmarks.
  private static let narrowest = 50
  private static let widest = 1_000
  /// Positions to every side of the coarse path.
  private static let width = 8

  /// The beads in order.
  func beads() -> [Bead] {
    let rates = rates()
    return stretches.flatMap { stretch in
      Lattice(rated(scores(stretch), rates, stretch)).posteriors().bestBeads()
    }
  }

  /// What a first pass expects of the whole.
  func rates() -> DocumentRates {
    var counts = ExpectedCounts()
    for stretch in stretches {
      counts += Lattice(rated(scores(stretch), .unknown, stretch)).posteriors().counts
    }
    return DocumentRates(counts)
  }

  /// The scores of all that a path through a stretch may be made of, but for the rates.
  private func scores(_ stretch: Stretch) -> LatticeScores {
    var scores = LatticeScores(stretch, types: types)
    let scorer = BeadScorer(document, stretch, types: types)
    scorer.forEachBead { place, _, _, features in scores.beads[place] = model.score(features) }
    for (place, sentence) in stretch.source.enumerated() {
      scores.omissions[place] = (
        model.score(scorer.features(.source, sentence, isFurther: false)),
        model.score(scorer.features(.source, sentence, isFurther: true))
      )
    }
    for (place, sentence) in stretch.target.enumerated() {
      scores.insertions[place] = (
        model.score(scorer.features(.target, sentence, isFurther: false)),
        model.score(scorer.features(.target, sentence, isFurther: true))
      )
    }
    scores.swap = model[.swap]
    return scores
  }

  private func rated(
    _ scores: LatticeScores, _ rates: DocumentRates, _ stretch: Stretch
  ) -> LatticeScores {
    var scores = scores
    let byType = types.map { model.score(rates, $0) }
    for place in scores.beads.indices { scores.beads[place] += byType[place % types.count] }
    let omission = model[.omissionRate] * rates.omissions
    for place in scores.omissions.indices {
      scores.omissions[place].first += omission
      scores.omissions[place].further += omission
    }
    let insertion = model[.insertionRate] * rates.insertions
    for place in scores.insertions.indices {
      scores.insertions[place].first += insertion
      scores.insertions[place].further += insertion
    }
    return scores
  }
}

extension CoarsePath {
  /// The best path by what a model says of pairs.
  init(_ document: DocumentScores, _ band: Band, _ model: BeadModel) {
    let sources = document.sourceLengths.count - 1
    let targets = document.targetLengths.count - 1
    let stretch = Stretch(source: 0..<sources, target: 0..<targets, band: band)
    let pairs = [BeadType(source: 1, target: 1)]
    var scores = [Float](repeating: -.infinity, count: band.cells)
    BeadScorer(document, stretch, types: pairs).forEachBead { place, _, _, features in
      scores[place] = model.score(features)
    }
    let rates = DocumentRates.unknown
    self.init(
      band: band,
      alone: (
        (model[.omission] + model[.omissionRun]) / 2 + model[.omissionRate] * rates.omissions,
        (model[.insertion] + model[.insertionRun]) / 2 + model[.insertionRate] * rates.insertions
      )
    ) { i, j in
      band.index(i + 1, j + 1).map { scores[$0] } ?? -.infinity
    }
  }
}
