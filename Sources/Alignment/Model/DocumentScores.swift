import Text

/// What is known of two texts as wholes, which the score of every bead rests on.
struct DocumentScores: Sendable {
  /// Sums of sentence lengths in letters; one more entry than sentences.
  let sourceLengths: [Int]
  let targetLengths: [Int]
  var lengths: LengthModel
  let evidence: EvidenceTable
  let paragraphs: ParagraphModel
  let vectors: (any BlockVectors)?
  let similarity: SentenceSimilarity?
  /// Whether words only the source shows say something, since the list of words is Arabic's; else
  /// those only the target shows.
  let isSourceArabic: Bool

  init(
    _ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable,
    vectors: (any BlockVectors)?, similarity: SentenceSimilarity?
  ) {
    sourceLengths = Self.cumulativeLengths(source)
    targetLengths = Self.cumulativeLengths(target)
    lengths = LengthModel(expectedRatio: Self.expectedRatio(source.language, target.language))
    self.evidence = evidence
    paragraphs = ParagraphModel(source, target)
    self.vectors = vectors
    self.similarity = similarity
    isSourceArabic = source.language == .arabic
  }

  private init(_ whole: DocumentScores, source: Range<Int>, target: Range<Int>) {
    func part(_ sums: [Int], _ range: Range<Int>) -> [Int] {
      Array(sums[range.lowerBound...range.upperBound])
    }
    sourceLengths = part(whole.sourceLengths, source)
    targetLengths = part(whole.targetLengths, target)
    lengths = whole.lengths
    evidence = whole.evidence.part(source: source, target: target)
    paragraphs = whole.paragraphs.part(source: source, target: target)
    vectors = whole.vectors.map { PartVectors(whole: $0, source: source, target: target) }
    similarity = whole.similarity?.part(source: source, target: target)
    isSourceArabic = whole.isSourceArabic
  }

  /// What is known of neighbouring sentences of both texts, which count from 0 in it.
  ///
  /// But for the ratio of lengths it is as of texts of their own. What is near and what is rare, and
  /// so what a bead's score says, would otherwise be another in a book than in an article.
  func part(source: Range<Int>, target: Range<Int>) -> DocumentScores {
    DocumentScores(self, source: source, target: target)
  }

  /// Target letters for one source letter in news.
  private static func expectedRatio(_ source: Language, _ target: Language) -> Double {
    switch (source, target) {
    case (.arabic, .english): 1.07
    case (.english, .arabic): 1 / 1.07
    default: 1
    }
  }

  /// Marks are left out.
  private static func cumulativeLengths(_ text: SegmentedText) -> [Int] {
    let count = text.sentences.count
    let parts = Threads.map((count + part - 1) / part) { number in
      let bytes = text.document.bytes.span
      var folded = FoldedText()
      return text.sentences[number * part..<min((number + 1) * part, count)].map { sentence in
        Folding.fold(sentence, of: bytes, level: .shapes, into: &folded)
        return folded.scalars.count
      }
    }
    var sums = [0]
    sums.reserveCapacity(count + 1)
    for length in parts.joined() { sums.append(sums[sums.count - 1] + length) }
    return sums
  }

  /// Sentences that a thread reads at a time.
  private static let part = 1_024

  func sourceLength(_ block: Range<Int>) -> Double {
    Double(sourceLengths[block.upperBound] - sourceLengths[block.lowerBound])
  }

  func targetLength(_ block: Range<Int>) -> Double {
    Double(targetLengths[block.upperBound] - targetLengths[block.lowerBound])
  }

  /// Takes the ratio of lengths from pairs of sentences that are probably translations.
  mutating func learnRatio(from pairs: [(source: Int, target: Int, score: Float)]) {
    let scores = pairs.map(\.score).sorted()
    guard let middle = scores.isEmpty ? nil : scores[scores.count / 2] else { return }
    let better = pairs.filter { $0.score >= middle }.map {
      (sourceLength($0.source..<$0.source + 1), targetLength($0.target..<$0.target + 1))
    }
    lengths.learn(from: better)
  }
}
