import Text

/// Tells the features of beads within a stretch of both texts.
struct BeadScorer: Sendable {
  private let document: DocumentScores
  private let stretch: Stretch
  private let types: [BeadType]
  private let sourceKeys: BlockKeys
  private let targetKeys: BlockKeys
  private let blocks: BlockSimilarity?

  init(_ document: DocumentScores, _ stretch: Stretch, types: [BeadType]) {
    self.document = document
    self.stretch = stretch
    self.types = types
    let longest = types.map(\.source).max() ?? 1
    sourceKeys = BlockKeys(document.evidence.source, in: stretch.source, longest: longest)
    targetKeys = BlockKeys(document.evidence.target, in: stretch.target, longest: longest)
    if let vectors = document.vectors, let similarity = document.similarity {
      blocks = BlockSimilarity(
        vectors, similarity, source: stretch.source, target: stretch.target, band: stretch.band,
        types: types)
    } else {
      blocks = nil
    }
  }

  /// Calls `body` for each bead worth a look, with its place in `LatticeScores.beads`, and its
  /// features but for the rates.
  ///
  /// Large beads are only where the lengths agree.
  func forEachBead(
    _ body: (_ place: Int, _ source: Range<Int>, _ target: Range<Int>, FeatureVector) -> Void
  ) {
    var features = FeatureVector()
    let band = stretch.band
    for i in band.rows.indices {
      for j in band.rows[i] {
        guard let cell = band.index(i, j) else { continue }
        for (number, type) in types.enumerated() {
          guard j >= type.target, band.index(i - type.source, j - type.target) != nil else {
            continue
          }
          let end = (i + stretch.source.lowerBound, j + stretch.target.lowerBound)
          let source = end.0 - type.source..<end.0
          let target = end.1 - type.target..<end.1
          let length = lengthScore(source, target)
          if type.source + type.target > 3, length < Self.unlikely { continue }
          write(source, target, length: length, i, j, &features)
          body(cell * types.count + number, source, target, features)
        }
      }
    }
  }

  /// The features of a sentence left alone but for the rates.
  func features(_ side: Side, _ sentence: Int, isFurther: Bool) -> FeatureVector {
    var features = FeatureVector()
    switch side {
    case .source:
      features[isFurther ? .omissionRun : .omission] = 1
      features[.omissionNearest] = document.similarity?.sourceNearest[sentence] ?? 0
    case .target:
      features[isFurther ? .insertionRun : .insertion] = 1
      features[.insertionNearest] = document.similarity?.targetNearest[sentence] ?? 0
    }
    return features
  }

  /// The log probability of lengths at which a bead of four and more is not looked at.
  private static let unlikely: Float = -8

  private func lengthScore(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    Float(
      document.lengths.score(document.sourceLength(source), document.targetLength(target)))
  }

  private func write(
    _ source: Range<Int>, _ target: Range<Int>, length: Float, _ i: Int, _ j: Int,
    _ features: inout FeatureVector
  ) {
    features.clear()
    let size = Float(source.count + target.count - 2) / 2
    features[.bead] = 1
    features[.size] = size
    switch (source.count, target.count) {
    case (1, 1): break
    case (1, 2): features[.oneTwo] = 1
    case (2, 1): features[.twoOne] = 1
    case (2, 2): features[.twoTwo] = 1
    case (1, _): features[.oneMany] = 1
    case (_, 1): features[.manyOne] = 1
    default: features[.manyMany] = 1
    }
    features[source.count + target.count > 2 ? .lengthOfBlock : .lengthOfPair] = length
    if let similarity = document.similarity, let blocks {
      meaning(source, target, i, j, size, similarity, blocks, &features)
    }
    keys(source, target, &features)
    let paragraphs = document.paragraphs.disagreement(source, target)
    features[.crossedParagraph] = paragraphs.crossed
    features[.mismatchedParagraph] = paragraphs.mismatched
  }

  private func meaning(
    _ source: Range<Int>, _ target: Range<Int>, _ i: Int, _ j: Int, _ size: Float,
    _ similarity: SentenceSimilarity, _ blocks: BlockSimilarity, _ features: inout FeatureVector
  ) {
    let band = stretch.band
    /// The cosine of the blocks of given lengths that end at a position, if it is in the band.
    func cosine(_ i: Int, _ j: Int, _ source: Int, _ target: Int) -> Float? {
      band.index(i, j).map {
        (blocks.cosine($0, BeadType.number(source, target)) - similarity.background)
          / similarity.unit
      }
    }
    let (s, t) = (source.count, target.count)
    guard let whole = cosine(i, j, s, t) else { return }
    var density: Float = 0
    for sentence in source { density += similarity.sourceDensity[sentence] / Float(2 * s) }
    for sentence in target { density += similarity.targetDensity[sentence] / Float(2 * t) }
    density = (density - similarity.background) / similarity.unit
    let margin = whole - density
    features[.cosine] = whole
    features[.density] = density
    features[.lowMargin] = min(margin, 0)
    features[.highMargin] = max(margin - 0.25, 0)
    guard s + t > 2 else { return }
    features[.cosineOfBlock] = whole
    features[.cosineBySize] = whole * size
    features[.densityOfBlock] = density
    var weakest = Float.infinity
    var weakestEdge = Float.infinity
    func member(_ cosine: Float?, _ density: Float, isEdge: Bool) {
      guard let cosine else { return }
      let margin = cosine - (density - similarity.background) / similarity.unit
      weakest = min(weakest, margin)
      if isEdge { weakestEdge = min(weakestEdge, margin) }
    }
    if s > 1 {
      for at in 0..<s {
        member(
          cosine(i - s + at + 1, j, 1, t), similarity.sourceDensity[source.lowerBound + at],
          isEdge: at == 0 || at == s - 1)
      }
    }
    if t > 1 {
      for at in 0..<t {
        member(
          cosine(i, j - t + at + 1, s, 1), similarity.targetDensity[target.lowerBound + at],
          isEdge: at == 0 || at == t - 1)
      }
    }
    features[.weakestMember] = weakest == .infinity ? 0 : weakest
    features[.weakestEdge] = weakestEdge == .infinity ? 0 : weakestEdge
    // The best bead that is a sentence smaller, at either end of either side.
    var smaller = -Float.infinity
    if s > 1 {
      smaller = max(smaller, cosine(i, j, s - 1, t) ?? -.infinity)
      smaller = max(smaller, cosine(i - 1, j, s - 1, t) ?? -.infinity)
    }
    if t > 1 {
      smaller = max(smaller, cosine(i, j, s, t - 1) ?? -.infinity)
      smaller = max(smaller, cosine(i, j - 1, s, t - 1) ?? -.infinity)
    }
    features[.gain] = smaller == -.infinity ? 0 : whole - smaller
  }

  private func keys(
    _ source: Range<Int>, _ target: Range<Int>, _ features: inout FeatureVector
  ) {
    let weights = document.evidence.weights
    let groups = document.evidence.groups
    var isKeyless = true
    sourceKeys.withKeys(of: source) { keys in
      targetKeys.withKeys(of: target) { others in
        var i = 0
        var j = 0
        while i < keys.count || j < others.count {
          if i < keys.count, j < others.count, keys[i] == others[j] {
            let key = Int(keys[i])
            features.values[Self.shared + groups[key].rawValue] += weights[key]
            if groups[key] != .mark { isKeyless = false }
            i += 1
            j += 1
          } else {
            let isSource = j == others.count || (i < keys.count && keys[i] < others[j])
            let key = Int(isSource ? keys[i] : others[j])
            if groups[key] != .word || isSource == document.isSourceArabic {
              features.values[Self.lone + groups[key].rawValue] += weights[key]
            }
            if isSource { i += 1 } else { j += 1 }
          }
        }
      }
    }
    if isKeyless { features[.keyless] = 1 }
    let words = features[.sharedWord] + features[.loneWord]
    if words > 0 { features[.wordShare] = features[.sharedWord] / words }
  }

  private static let shared = BeadFeature.sharedNumber.rawValue
  private static let lone = BeadFeature.loneNumber.rawValue
}
