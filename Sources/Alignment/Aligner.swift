import ICU
import Text

/// How an alignment is to be made.
package struct AlignerOptions: Sendable {
  /// How many sentences a bead may have in all, from 2.
  package var maximumBead = 10

  package init() {}
}

/// Aligns the sentences of a text with those of its translation.
package struct Aligner: Sendable {
  private let sources: [any EvidenceSource]
  private let options: AlignerOptions
  private let models: AlignmentModels

  /// - Parameter sources: where evidence comes from; none leaves lengths alone to decide.
  package init(
    evidence sources: [any EvidenceSource], options: AlignerOptions = AlignerOptions(),
    models: AlignmentModels = .standard
  ) {
    self.sources = sources
    self.options = options
    self.models = models
  }

  /// The beads of two texts; every sentence is in exactly one.
  package func align(
    _ source: SegmentedText, _ target: SegmentedText, vectors: (any BlockVectors)? = nil
  ) throws(ICUError) -> Bitext {
    let model = vectors == nil ? models.lexical : models.meaning
    let alignment = try Alignment(
      source, target, evidence: EvidenceTable(source, target, sources: sources), vectors: vectors,
      model: model, options: options)
    return Bitext(source: source, target: target, beads: alignment.beads(model))
  }
}

/// Two texts in the course of being aligned.
package struct Alignment: Sendable {
  let document: DocumentScores
  let band: Band
  let options: AlignerOptions
  let types: [BeadType]

  init(
    _ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable,
    vectors: (any BlockVectors)?, model: BeadModel, options: AlignerOptions
  ) {
    let sources = source.sentences.count
    let targets = target.sentences.count
    let wide = Band(sources: sources, targets: targets, landmarks: evidence.landmarks)
    let document = DocumentScores(
      source, target, evidence: evidence, vectors: vectors, band: wide)
    let scorer = BeadScorer(
      document, source: 0..<sources, target: 0..<targets, longest: 1, rates: .unknown)
    var features = [Float](repeating: 0, count: BeadFeature.count)
    let path = CoarsePath(
      sources: sources, targets: targets, band: wide,
      alone: (
        (model[.omission] + model[.omissionRun]) / 2 - 3 * model[.omissionRate],
        (model[.insertion] + model[.insertionRun]) / 2 - 3 * model[.insertionRate]
      )
    ) { i, j in
      scorer.features(i..<i + 1, j..<j + 1, into: &features)
      return model.score(features)
    }
    self.document = document
    band = path.band(width: 8, targets: targets)
    self.options = options
    types = BeadType.all(upTo: options.maximumBead)
  }

  /// The scores of all that a path may be made of.
  func scores(_ scorer: BeadScorer, _ model: BeadModel) -> LatticeScores {
    let sources = document.sourceLengths.count - 1
    let targets = document.targetLengths.count - 1
    var scores = LatticeScores(band: band, types: types, sources: sources, targets: targets)
    var features = [Float](repeating: 0, count: BeadFeature.count)
    forEachCandidate(scorer) { place, source, target in
      scorer.features(source, target, into: &features)
      scores.beads[place] = model.score(features)
    }
    for sentence in 0..<sources {
      scorer.features(.source, sentence, isFurther: false, into: &features)
      scores.omissions[sentence].first = model.score(features)
      scorer.features(.source, sentence, isFurther: true, into: &features)
      scores.omissions[sentence].further = model.score(features)
    }
    for sentence in 0..<targets {
      scorer.features(.target, sentence, isFurther: false, into: &features)
      scores.insertions[sentence].first = model.score(features)
      scorer.features(.target, sentence, isFurther: true, into: &features)
      scores.insertions[sentence].further = model.score(features)
    }
    scores.swap = model[.swap]
    return scores
  }

  func scorer(_ rates: DocumentRates) -> BeadScorer {
    BeadScorer(
      document, source: 0..<document.sourceLengths.count - 1,
      target: 0..<document.targetLengths.count - 1, longest: options.maximumBead - 1,
      rates: rates)
  }

  /// Each bead worth a look, with its place in `LatticeScores.beads`.
  func forEachCandidate(
    _ scorer: BeadScorer, _ body: (_ place: Int, _ source: Range<Int>, _ target: Range<Int>) -> Void
  ) {
    for i in band.rows.indices {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        for (number, type) in types.enumerated() {
          guard i >= type.source, j >= type.target,
            band.index(i - type.source, j - type.target) != nil
          else { continue }
          let source = i - type.source..<i
          let target = j - type.target..<j
          if scorer.isCandidate(source, target) {
            body(cell * types.count + number, source, target)
          }
        }
      }
    }
  }

  func beads(_ model: BeadModel) -> [Bead] {
    let first = Lattice(scores(scorer(.unknown), model)).posteriors()
    let rates = first.rates
    return Lattice(scores(scorer(rates), model)).posteriors().bestBeads()
  }
}

extension Posteriors {
  /// What is expected of the document.
  var rates: DocumentRates {
    var groups: Float = 0
    var all: Float = 0
    let count = types.count
    for (place, probability) in beads.enumerated() where probability > 0 {
      all += probability
      let type = types[place % count]
      if type.source + type.target > 2 { groups += probability }
    }
    return DocumentRates(
      omissions: omissions.reduce(0) { $0 + $1.first + $1.further }, sources: omissions.count,
      insertions: insertions.reduce(0) { $0 + $1.first + $1.further }, targets: insertions.count,
      groups: groups, beads: all)
  }
}

/// The weights of alignment with vectors and without.
package struct AlignmentModels: Sendable {
  package var meaning: BeadModel
  package var lexical: BeadModel

  package static let standard = AlignmentModels(
    meaning: BeadModel(weights: []), lexical: BeadModel(weights: []))
}
