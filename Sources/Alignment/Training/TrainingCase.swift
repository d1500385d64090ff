import ICU
import Text

/// A bitext with gold beads, made ready for fitting the weights of a model.
package struct TrainingCase: Sendable {
  private let stretch: Stretch
  private let types: [BeadType]
  private var beads = Candidates()
  /// Each sentence left alone, first and after another: source sentences, then target sentences.
  private var alone: [FeatureVector] = []
  private let isGoldOmission: [Bool]
  private let isGoldInsertion: [Bool]

  /// Beads worth a look.
  private struct Candidates: Sendable {
    var ends: [(cell: Int32, type: Int32)] = []
    var isGold: [Bool] = []
    /// `BeadFeature.count` numbers each.
    var features: [Float] = []
  }

  /// - Parameters:
  ///   - model: what the coarse path and the rates of the document are found with.
  ///   - gold: links with one side stand for sentences left alone.
  /// - Returns: nil where no path has the gold beads.
  package init?(
    _ source: SegmentedText, _ target: SegmentedText, evidence sources: [any EvidenceSource],
    vectors: (any BlockVectors)?, model: BeadModel, gold: [Link]
  ) throws(ICUError) {
    let evidence = try EvidenceTable(source, target, sources: sources)
    let search = AlignmentSearch(
      source, target, evidence: evidence, vectors: vectors, anchors: [], model: model,
      options: AlignerOptions(maximumBead: AlignerOptions().maximumBead, stretch: .max))
    guard let stretch = search.stretches.first, search.stretches.count == 1 else { return nil }
    let rates = search.rates()
    self.stretch = stretch
    types = search.types

    let links = Set(gold.filter(\.isTwoSided))
    var isGoldOmission = [Bool](repeating: true, count: source.sentences.count)
    var isGoldInsertion = [Bool](repeating: true, count: target.sentences.count)
    for link in links {
      for sentence in link.source { isGoldOmission[sentence] = false }
      for sentence in link.target { isGoldInsertion[sentence] = false }
    }
    self.isGoldOmission = isGoldOmission
    self.isGoldInsertion = isGoldInsertion

    var scorer = BeadScorer(search.document, stretch, types: types)
    var candidates = Candidates()
    var vector = FeatureVector()
    scorer.forEachBead(types.indices, in: SearchRoom(stretch), into: &vector) {
      cell, type, source, target, features in
      features.add(rates, types[type])
      candidates.ends.append((Int32(cell), Int32(type)))
      candidates.features += features.values
      candidates.isGold.append(
        links.contains(Link(source: Array(source), target: Array(target))))
      features.clear()
    }
    beads = candidates
    for (side, count, feature, rate) in [
      (Side.source, source.sentences.count, BeadFeature.omissionRate, rates.omissions),
      (Side.target, target.sentences.count, BeadFeature.insertionRate, rates.insertions),
    ] {
      for sentence in 0..<count {
        for isFurther in [false, true] {
          var features = FeatureVector()
          scorer.add(side, sentence, isFurther: isFurther, into: &features)
          features.add(feature, rate)
          alone.append(features)
        }
      }
    }
    if beads.isGold.count(where: { $0 }) != links.count { return nil }
  }

  /// The log-likelihood of the gold beads, and its derivatives by the weights.
  ///
  /// That of a conditional random field over segmentations (Sarawagi and Cohen 2004, §2.3): the
  /// features gold has less those a model expects.
  package func likelihood(_ model: BeadModel) -> (value: Double, gradient: [Double])? {
    let gold = Lattice(scores(model, isGoldOnly: true))
    let free = Lattice(scores(model, isGoldOnly: false))
    guard gold.total > -.infinity, free.total > -.infinity else { return nil }
    var gradient = [Double](repeating: 0, count: BeadFeature.count)
    add(gold.posteriors(), 1, to: &gradient)
    add(free.posteriors(), -1, to: &gradient)
    return (gold.total - free.total, gradient)
  }

  private func scores(_ model: BeadModel, isGoldOnly: Bool) -> LatticeScores {
    var scores = LatticeScores(stretch, types: types)
    let count = BeadFeature.count
    beads.features.withUnsafeBufferPointer { features in
      model.weights.withUnsafeBufferPointer { weights in
        for (row, end) in beads.ends.enumerated() where !isGoldOnly || beads.isGold[row] {
          var sum: Float = 0
          for at in 0..<count { sum += weights[at] * features[row * count + at] }
          scores.setBead(Int(end.cell), Int(end.type), sum)
        }
      }
    }
    func pair(_ row: Int, _ isAllowed: Bool) -> (first: Float, further: Float) {
      isAllowed ? (score(alone[row]), score(alone[row + 1])) : (-.infinity, -.infinity)
    }
    func score(_ features: FeatureVector) -> Float {
      zip(model.weights, features.values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let sources = isGoldOmission.count
    for sentence in 0..<sources {
      scores.omissions[sentence] = pair(2 * sentence, !isGoldOnly || isGoldOmission[sentence])
    }
    for sentence in isGoldInsertion.indices {
      scores.insertions[sentence] = pair(
        2 * (sources + sentence), !isGoldOnly || isGoldInsertion[sentence])
    }
    scores.swap = model[.swap]
    return scores
  }

  /// Adds the features that are expected, `sign` times.
  private func add(_ posteriors: Posteriors, _ sign: Double, to gradient: inout [Double]) {
    let count = BeadFeature.count
    for (row, end) in beads.ends.enumerated() {
      let probability =
        Double(posteriors.beads[posteriors.place(Int(end.cell), Int(end.type))]) * sign
      if probability == 0 { continue }
      for at in 0..<count {
        gradient[at] += probability * Double(beads.features[row * count + at])
      }
    }
    for (sentence, probability) in (posteriors.omissions + posteriors.insertions).enumerated() {
      for (row, probability) in [
        (2 * sentence, probability.first), (2 * sentence + 1, probability.further),
      ] where probability != 0 {
        for at in 0..<count {
          gradient[at] += sign * Double(probability * alone[row].values[at])
        }
      }
    }
    gradient[BeadFeature.swap.rawValue] += sign * Double(posteriors.swaps)
  }
}

extension TrainingCase {
  /// The root mean square of each feature over all candidates.
  package static func scales(of cases: [TrainingCase]) -> [Double] {
    var sums = [Double](repeating: 0, count: BeadFeature.count)
    var rows = 0
    for one in cases {
      for row in 0..<one.beads.ends.count {
        for at in 0..<BeadFeature.count {
          let value = Double(one.beads.features[row * BeadFeature.count + at])
          sums[at] += value * value
        }
      }
      rows += one.beads.ends.count
    }
    return sums.map { ($0 / Double(max(rows, 1))).squareRoot() }
  }
}
