import ICU
import Text

/// Aligns the sentences of a text with those of its translation.
///
/// Dynamic programming over beads (Gale and Church 1993) with a score from type, length and the
/// evidence both texts show. Order is kept: translations that swap sentences get one larger bead
/// or sentences left alone.
package struct Aligner: Sendable {
  private let sources: [any EvidenceSource]

  /// - Parameter sources: where evidence comes from; none leaves lengths alone to decide.
  package init(evidence sources: [any EvidenceSource]) { self.sources = sources }

  /// The beads of two texts, in order; every sentence is in exactly one.
  package func align(
    _ source: SegmentedText, _ target: SegmentedText
  ) throws(ICUError) -> Bitext {
    let evidence = try EvidenceTable(source, target, sources: sources)
    let lattice = Lattice(
      scorer: BeadScorer(source, target, evidence: evidence),
      band: Band(
        sources: source.sentences.count, targets: target.sentences.count,
        landmarks: evidence.landmarks),
      sources: source.sentences.count, targets: target.sentences.count)
    return Bitext(source: source, target: target, beads: lattice.bestPath())
  }
}
