import Text

/// The log score of a bead: how common its type is, how its lengths agree, what both sides show.
struct BeadScorer: Sendable {
  private let sourceLengths: [Int]
  private let targetLengths: [Int]
  private let lengths: LengthModel
  private let evidence: EvidenceTable
  private let paragraphs: ParagraphModel

  init(_ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable) {
    let sourceLengths = Self.cumulativeLengths(source)
    let targetLengths = Self.cumulativeLengths(target)
    lengths = LengthModel(
      sourceLength: sourceLengths.last ?? 0, targetLength: targetLengths.last ?? 0,
      expectedRatio: Self.expectedRatio(source.language, target.language))
    self.sourceLengths = sourceLengths
    self.targetLengths = targetLengths
    self.evidence = evidence
    paragraphs = ParagraphModel(source, target)
  }

  /// The bead types searched: source and target sentences, and the log prior of the type.
  ///
  /// Fitted on news documents with sentences merged, left out and added. A pair of sentences that
  /// share nothing and differ in length must cost more than two sentences left alone.
  static let types: [(source: Int, target: Int, prior: Double)] = [
    (1, 1, -0.1), (1, 0, -2.3), (0, 1, -2.3), (2, 1, -2.6), (1, 2, -2.6), (2, 2, -4.5),
    (3, 1, -5.2), (1, 3, -5.2),
  ]

  /// Evidence is worth a little less than its weight says: keys are not independent.
  private static let evidenceScale = 0.9

  /// Target letters for one source letter in news.
  private static func expectedRatio(_ source: Language, _ target: Language) -> Double {
    switch (source, target) {
    case (.arabic, .english): 1.07
    case (.english, .arabic): 1 / 1.07
    default: 1
    }
  }

  func score(_ source: Range<Int>, _ target: Range<Int>, prior: Double) -> Double {
    if source.isEmpty || target.isEmpty { return prior }
    let length = lengths.score(
      Double(sourceLengths[source.upperBound] - sourceLengths[source.lowerBound]),
      Double(targetLengths[target.upperBound] - targetLengths[target.lowerBound]))
    return prior + length + paragraphs.score(source, target)
      + Self.evidenceScale * evidence.score(source, target)
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
