import Text

/// Tells the features of beads within a stretch of both texts.
struct BeadScorer: Sendable {
  private let document: DocumentScores
  private let stretch: Stretch
  private let types: [BeadType]
  private let pairs: PairKeys
  private var blocks: BlockSimilarity?

  init(_ document: DocumentScores, _ stretch: Stretch, types: [BeadType]) {
    self.document = document
    self.stretch = stretch
    self.types = types
    pairs = PairKeys(document.evidence, stretch)
    if let vectors = document.vectors, let similarity = document.similarity {
      blocks = BlockSimilarity(vectors, similarity, stretch, types: types)
    }
  }

  /// Calls `body` for each bead worth a look, with the cell where it ends and the number of its
  /// type, after its features but for the rates have gone to the sink.
  ///
  /// Large beads are only where the lengths agree.
  ///
  /// - Parameters:
  ///   - numbers: of the types that are asked for; those before were asked for before.
  ///   - room: where such beads are looked for.
  mutating func forEachBead<Sink: FeatureSink>(
    _ numbers: Range<Int>, in room: SearchRoom, into sink: inout Sink,
    _ body: (
      _ cell: Int, _ type: Int, _ source: Range<Int>, _ target: Range<Int>, inout Sink
    ) -> Void
  ) {
    blocks?.compare(numbers, in: room)
    visit(numbers, in: room, into: &sink, body)
  }

  private func visit<Sink: FeatureSink>(
    _ numbers: Range<Int>, in room: SearchRoom, into sink: inout Sink,
    _ body: (Int, Int, Range<Int>, Range<Int>, inout Sink) -> Void
  ) {
    let band = room.band
    var shared = SharedWeights(document.evidence, pairs)
    for i in band.rows.indices where room.openSources[i] > 0 {
      for j in band.rows[i] where room.openTargets[j] > 0 {
        guard let cell = band.index(i, j) else { continue }
        for number in numbers {
          let type = types[number]
          guard room.isOpen(type, endingAt: i, j),
            band.index(i - type.source, j - type.target) != nil
          else { continue }
          let end = (i + stretch.source.lowerBound, j + stretch.target.lowerBound)
          let source = end.0 - type.source..<end.0
          let target = end.1 - type.target..<end.1
          let length = lengthScore(source, target)
          if type.source + type.target > 3, length < Self.unlikely { continue }
          add(source, target, length: length, i, j, &shared, &sink)
          body(cell, number, source, target, &sink)
        }
      }
    }
  }

  /// Gives the features of a sentence left alone, but for the rates, to a sink.
  func add(
    _ side: Side, _ sentence: Int, isFurther: Bool, into sink: inout some FeatureSink
  ) {
    switch side {
    case .source:
      sink.add(isFurther ? .omissionRun : .omission, 1)
      if let similarity = document.similarity {
        sink.add(.omissionNearest, similarity.sourceNearest[sentence])
      }
    case .target:
      sink.add(isFurther ? .insertionRun : .insertion, 1)
      if let similarity = document.similarity {
        sink.add(.insertionNearest, similarity.targetNearest[sentence])
      }
    }
  }

  /// The log probability of lengths at which a bead of four and more is not looked at.
  private static let unlikely: Float = -8

  private func lengthScore(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    Float(
      document.lengths.score(document.sourceLength(source), document.targetLength(target)))
  }

  private func add(
    _ source: Range<Int>, _ target: Range<Int>, length: Float, _ i: Int, _ j: Int,
    _ shared: inout SharedWeights, _ sink: inout some FeatureSink
  ) {
    let size = Float(source.count + target.count - 2) / 2
    sink.add(.bead, 1)
    sink.add(.size, size)
    switch (source.count, target.count) {
    case (1, 1): break
    case (1, 2): sink.add(.oneTwo, 1)
    case (2, 1): sink.add(.twoOne, 1)
    case (2, 2): sink.add(.twoTwo, 1)
    case (1, _): sink.add(.oneMany, 1)
    case (_, 1): sink.add(.manyOne, 1)
    default: sink.add(.manyMany, 1)
    }
    sink.add(source.count + target.count > 2 ? .lengthOfBlock : .lengthOfPair, length)
    if let similarity = document.similarity, let blocks {
      meaning(source, target, i, j, size, similarity, blocks, &sink)
    }
    keys(source, target, i, j, &shared, &sink)
    let paragraphs = document.paragraphs.disagreement(source, target)
    sink.add(.crossedParagraph, paragraphs.crossed)
    sink.add(.mismatchedParagraph, paragraphs.mismatched)
  }

  private func meaning(
    _ source: Range<Int>, _ target: Range<Int>, _ i: Int, _ j: Int, _ size: Float,
    _ similarity: SentenceSimilarity, _ blocks: BlockSimilarity, _ sink: inout some FeatureSink
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
    sink.add(.cosine, whole)
    sink.add(.density, density)
    sink.add(.lowMargin, min(margin, 0))
    sink.add(.highMargin, max(margin - 0.25, 0))
    guard s + t > 2 else { return }
    sink.add(.cosineOfBlock, whole)
    sink.add(.cosineBySize, whole * size)
    sink.add(.densityOfBlock, density)
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
    sink.add(.weakestMember, weakest == .infinity ? 0 : weakest)
    sink.add(.weakestEdge, weakestEdge == .infinity ? 0 : weakestEdge)
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
    sink.add(.gain, smaller == -.infinity ? 0 : whole - smaller)
  }

  private func keys(
    _ source: Range<Int>, _ target: Range<Int>, _ i: Int, _ j: Int,
    _ shared: inout SharedWeights, _ sink: inout some FeatureSink
  ) {
    shared.read(pairs, i, j, source: source.count, target: target.count)
    let sourceTotal = document.evidence.sourceTotal(source)
    let targetTotal = document.evidence.targetTotal(target)
    let words = EvidenceGroup.word.rawValue
    for group in shared.sums.indices where group != words {
      let both = shared.sums[group]
      if both > 0 { sink.add(Self.shared + group, both) }
      let lone = sourceTotal[group] + targetTotal[group] - 2 * both
      if lone > 0 { sink.add(Self.lone + group, lone) }
    }
    let both = shared.sums[words]
    let all = document.isSourceArabic ? sourceTotal[words] : targetTotal[words]
    sink.add(.sharedWord, both)
    sink.add(.loneWord, max(all - both, 0))
    if all > 0 { sink.add(.wordShare, min(both / all, 1)) }
    if !shared.hasKeys { sink.add(.keyless, 1) }
  }

  private static let shared = BeadFeature.sharedNumber.rawValue
  private static let lone = BeadFeature.loneNumber.rawValue
}
