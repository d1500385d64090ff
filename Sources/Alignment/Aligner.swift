import ICU
import Text

/// How an alignment is to be made.
package struct AlignerOptions: Sendable {
  /// How many sentences a bead may have in all, from 2.
  package var maximumBead = 10
  /// About how many source sentences are aligned in one piece.
  var stretch = 400

  package init() {}
}

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

  /// The beads of two texts; every sentence is in exactly one.
  ///
  /// - Parameters:
  ///   - vectors: of the sentences of both; nil to go by what they show alone.
  ///   - model: nil for the one that is linked into the program.
  package func align(
    _ source: SegmentedText, _ target: SegmentedText, vectors: (any BlockVectors)? = nil,
    model: BeadModel? = nil
  ) throws(ICUError) -> Bitext {
    let model = model ?? (vectors == nil ? .lexical : .meaning)
    let evidence = try EvidenceTable(source, target, sources: sources)
    let search = AlignmentSearch(
      source, target, evidence: evidence, vectors: vectors, model: model, options: options)
    return Bitext(source: source, target: target, beads: search.beads())
  }
}
