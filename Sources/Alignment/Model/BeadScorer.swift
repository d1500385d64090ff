import Text

/// Tells the features of beads within a stretch of both texts.
struct BeadScorer: Sendable {
  let document: DocumentScores
  private let sourceKeys: BlockKeys
  private let targetKeys: BlockKeys
  private let blocks: (source: BlockTable, target: BlockTable)?
    let rates: DocumentRates

  init(
    _ document: DocumentScores, source: Range<Int>, target: Range<Int>, longest: Int,
    rates: DocumentRates
  ) {
    self.document = document
    self.rates = rates
    sourceKeys = BlockKeys(document.evidence.source, in: source, longest: longest)
    targetKeys = BlockKeys(document.evidence.target, in: target, longest: longest)
    if let vectors = document.vectors, let similarity = document.similarity {
      blocks = (
        BlockTable(
          vectors, .source, sentences: similarity.source, in: source, longest: longest),
        BlockTable(
          vectors, .target, sentences: similarity.target, in: target, longest: longest)
      )
    } else {
      blocks = nil
    }
  }

  /// Whether a bead is worth a look: large ones only where the lengths agree.
  func isCandidate(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    if source.count + target.count <= 3 { return true }
    return lengthScore(source, target) > Self.shortest
  }

  private static let shortest: Float = -8

  private func lengthScore(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    let lengths = (document.sourceLengths, document.targetLengths)
    return Float(
      document.lengths.score(
        Double(lengths.0[source.upperBound] - lengths.0[source.lowerBound]),
        Double(lengths.1[target.upperBound] - lengths.1[target.lowerBound])))
  }

  /// Writes the features of a bead with both sides.
  func features(_ source: Range<Int>, _ target: Range<Int>, into features: inout [Float]) {
    for at in 0..<BeadFeature.count { features[at] = 0 }
    let isBlock = source.count + target.count > 2
    let size = Float(source.count + target.count - 2) / 2
    type(source.count, target.count, size, &features)
    let length = lengthScore(source, target)
    features[isBlock ? .lengthOfBlock : .lengthOfPair] = length
    if let similarity = document.similarity, let blocks {
      meaning(source, target, size, similarity, blocks.source, blocks.target, &features)
    }
    keys(source, target, &features)
    let paragraphs = document.paragraphs.disagreement(source, target)
    features[.crossedParagraph] = paragraphs.crossed
    features[.mismatchedParagraph] = paragraphs.mismatched
    if isBlock { features[.groupRate] = rates.groups }
  }

  /// Writes the features of a sentence left alone.
  func features(
    _ side: Side, _ sentence: Int, isFurther: Bool, into features: inout [Float]
  ) {
    for at in 0..<BeadFeature.count { features[at] = 0 }
    switch side {
    case .source:
      features[isFurther ? .omissionRun : .omission] = 1
      features[.omissionNearest] = document.similarity?.sourceNearest[sentence] ?? 0
      features[.omissionRate] = rates.omissions
    case .target:
      features[isFurther ? .insertionRun : .insertion] = 1
      features[.insertionNearest] = document.similarity?.targetNearest[sentence] ?? 0
      features[.insertionRate] = rates.insertions
    }
  }

  private func type(_ source: Int, _ target: Int, _ size: Float, _ features: inout [Float]) {
    features[.bead] = 1
    features[.size] = size
    switch (source, target) {
    case (1, 1): break
    case (1, 2): features[.oneTwo] = 1
    case (2, 1): features[.twoOne] = 1
    case (2, 2): features[.twoTwo] = 1
    case (1, _): features[.oneMany] = 1
    case (_, 1): features[.manyOne] = 1
    default: features[.manyMany] = 1
    }
  }

  private func meaning(
    _ source: Range<Int>, _ target: Range<Int>, _ size: Float, _ similarity: SentenceSimilarity,
    _ sourceBlocks: BlockTable, _ targetBlocks: BlockTable, _ features: inout [Float]
  ) {
    let cosine = sourceBlocks.cosine(source, targetBlocks, target)
    var sourceDensity: Float = 0
    for sentence in source { sourceDensity += similarity.sourceDensity[sentence] }
    var targetDensity: Float = 0
    for sentence in target { targetDensity += similarity.targetDensity[sentence] }
    let density =
      (sourceDensity / Float(source.count) + targetDensity / Float(target.count)) / 2
    let margin = cosine - density
    features[.cosine] = cosine
    features[.density] = density
    features[.lowMargin] = min(margin, 0)
    features[.highMargin] = max(margin - 0.15, 0)
    guard source.count + target.count > 2 else { return }
    features[.cosineOfBlock] = cosine
    features[.cosineBySize] = cosine * size
    features[.densityOfBlock] = density
    var weakest = Float.infinity
    var weakestEdge = Float.infinity
    if source.count > 1 {
      for sentence in source {
        let margin =
          sourceBlocks.cosine(sentence..<sentence + 1, targetBlocks, target)
          - similarity.sourceDensity[sentence]
        weakest = min(weakest, margin)
        if sentence == source.lowerBound || sentence == source.upperBound - 1 {
          weakestEdge = min(weakestEdge, margin)
        }
      }
    }
    if target.count > 1 {
      for sentence in target {
        let margin =
          sourceBlocks.cosine(source, targetBlocks, sentence..<sentence + 1)
          - similarity.targetDensity[sentence]
        weakest = min(weakest, margin)
        if sentence == target.lowerBound || sentence == target.upperBound - 1 {
          weakestEdge = min(weakestEdge, margin)
        }
      }
    }
    features[.weakestMember] = weakest
    features[.weakestEdge] = weakestEdge
    var best = -Float.infinity
    if source.count > 1 {
      best = max(
        sourceBlocks.cosine(source.dropFirst(), targetBlocks, target),
        sourceBlocks.cosine(source.dropLast(), targetBlocks, target))
    }
    if target.count > 1 {
      best = max(
        best, sourceBlocks.cosine(source, targetBlocks, target.dropFirst()),
        sourceBlocks.cosine(source, targetBlocks, target.dropLast()))
    }
    features[.gain] = cosine - best
  }

  private func keys(_ source: Range<Int>, _ target: Range<Int>, _ features: inout [Float]) {
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
            features[Self.shared + groups[key].rawValue] += weights[key]
            if groups[key] != .mark { isKeyless = false }
            i += 1
            j += 1
          } else if j == others.count || (i < keys.count && keys[i] < others[j]) {
            let key = Int(keys[i])
            features[Self.lone + groups[key].rawValue] += weights[key]
            i += 1
          } else {
            let key = Int(others[j])
            features[Self.lone + groups[key].rawValue] += weights[key]
            j += 1
          }
        }
      }
    }
    if isKeyless { features[.keyless] = 1 }
    let words = features[.sharedWord] * 2 + features[.loneWord]
    if words > 0 { features[.wordShare] = features[.sharedWord] * 2 / words }
  }

  private static let shared = BeadFeature.sharedNumber.rawValue
  private static let lone = BeadFeature.loneNumber.rawValue
}

extension [Float] {
  fileprivate subscript(feature: BeadFeature) -> Float {
    get { self[feature.rawValue] }
    set { self[feature.rawValue] = newValue }
  }
}
