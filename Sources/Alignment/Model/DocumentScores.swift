import Text

/// What is known of two texts as wholes, which the score of every bead rests on.
struct DocumentScores: Sendable {
  let sourceLengths: [Int]
  let targetLengths: [Int]
  let lengths: LengthModel
  let evidence: EvidenceTable
  let paragraphs: ParagraphModel
  let similarity: SentenceSimilarity?
  let vectors: (any BlockVectors)?

  init(
    _ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable,
    vectors: (any BlockVectors)?, band: Band
  ) {
    sourceLengths = Self.cumulativeLengths(source)
    targetLengths = Self.cumulativeLengths(target)
    lengths = LengthModel(
      sourceLength: sourceLengths.last ?? 0, targetLength: targetLengths.last ?? 0,
      expectedRatio: Self.expectedRatio(source.language, target.language))
    self.evidence = evidence
    paragraphs = ParagraphModel(source, target)
    self.vectors = vectors
    similarity = vectors.map {
      SentenceSimilarity(
        $0, sources: source.sentences.count, targets: target.sentences.count, band: band)
    }
  }

  /// Target letters for one source letter in news.
  private static func expectedRatio(_ source: Language, _ target: Language) -> Double {
    switch (source, target) {
    case (.arabic, .english): 1.07
    case (.english, .arabic): 1 / 1.07
    default: 1
    }
  }

  /// Sums of sentence lengths in letters, marks left out; one more entry than sentences.
  private static func cumulativeLengths(_ text: SegmentedText) -> [Int] {
    let bytes = text.document.bytes.span
    var sums = [0]
    sums.reserveCapacity(text.sentences.count + 1)
    var folded = FoldedText()
    for sentence in text.sentences {
      Folding.fold(sentence, of: bytes, level: .shapes, into: &folded)
      sums.append(sums[sums.count - 1] + folded.scalars.count)
    }
    return sums
  }
}
