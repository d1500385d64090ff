import ICU
import Text

/// How an alignment is to be made.
package struct AlignerOptions: Sendable {
  /// The most sentences a bead may have, both sides together; 2 or more.
  package let maximumBead: Int
  /// About how many source sentences are aligned in one piece.
  let stretch: Int

  package init(maximumBead: Int = 10) { self.init(maximumBead: maximumBead, stretch: 60) }

  init(maximumBead: Int, stretch: Int) {
    self.maximumBead = max(maximumBead, 2)
    self.stretch = stretch
  }
}

/// What an aligner is doing.
package enum AlignPhase: Sendable {
  case encoding, aligning
}

/// Is told how far an alignment has come: what is being done, how much of it is done, of how much.
///
/// It is called from any thread.
package typealias AlignProgress = @Sendable (_ phase: AlignPhase, _ done: Int, _ total: Int) -> Void

/// Aligns the sentences of a text with those of its translation.
package struct Aligner: Sendable {
  private let sources: [any EvidenceSource]
  private let options: AlignerOptions

  /// - Parameter sources: where evidence comes from; none leaves lengths alone to decide.
  package init(
    evidence sources: [any EvidenceSource], options: AlignerOptions = AlignerOptions()
  ) {
    self.sources = sources
    self.options = options
  }

  /// The beads of two texts, by source sentence; every sentence is in exactly one.
  ///
  /// Two neighbouring beads whose targets stand in the other order cross.
  ///
  /// - Parameters:
  ///   - vectors: of the sentences of both; nil to go by what they show alone.
  ///   - anchors: beads that are known to be right, and stay; no sentence may be in two.
  ///   - model: nil for the one that is linked into the program.
  package func align(
    _ source: SegmentedText, _ target: SegmentedText, vectors: (any BlockVectors)? = nil,
    anchors: [Bead] = [], progress: AlignProgress? = nil, model: BeadModel? = nil
  ) throws(ICUError) -> Bitext {
    let model = model ?? (vectors == nil ? .lexical : .meaning)
    let evidence = try EvidenceTable(source, target, sources: sources)
    let search = AlignmentSearch(
      source, target, evidence: evidence, vectors: vectors, anchors: anchors, model: model,
      options: options)
    return Bitext(source: source, target: target, beads: search.beads(progress))
  }
}
