import Alignment
import ICU
import Terminology
import Text

/// Aligns a text with its translation, by all the evidence there is.
package struct AlignTexts: Sendable {
  private let aligner: Aligner
  private let encoder: (any TextEncoder)?

  /// - Parameters:
  ///   - termbase: a glossary whose terms speak for sentences that share a concept.
  ///   - encoder: compares meanings; without one, lengths and what the texts share decide.
  package init(
    termbase: Termbase? = nil, options: AlignerOptions = AlignerOptions(),
    encoder: (any TextEncoder)? = nil
  ) throws(ICUError) {
    aligner = Aligner(evidence: try Self.evidenceSources(termbase: termbase), options: options)
    self.encoder = encoder
  }

  /// Where evidence comes from.
  package static func evidenceSources(
    termbase: Termbase? = nil
  ) throws(ICUError) -> [any EvidenceSource] {
    var sources: [any EvidenceSource] = [
      SurfaceEvidence(), QuantityEvidence(), NameEvidence(), try GazetteerEvidence(),
      WordEvidence.standard,
    ]
    if let termbase { sources.append(ConceptEvidence(termbase)) }
    return sources
  }

  /// The bitext of two documents.
  ///
  /// - Parameter isSegmented: whether each line of both is a sentence already.
  package func align(
    _ source: Document, _ target: Document, isSegmented: Bool = false
  ) throws -> Bitext {
    let (source, target) = try Self.segment(source, target, isSegmented: isSegmented)
    return try align(source, target)
  }

  /// The bitext of two texts cut into sentences.
  ///
  /// - Parameter anchors: beads that are known to be right, and stay.
  package func align(
    _ source: SegmentedText, _ target: SegmentedText, anchors: [Bead] = [],
    progress: AlignProgress? = nil
  ) throws -> Bitext {
    let isEmpty = source.sentences.isEmpty || target.sentences.isEmpty
    let vectors = isEmpty ? nil : try encoder?.vectors(of: source, target, progress: progress)
    return try aligner.align(
      source, target, vectors: vectors, anchors: anchors, progress: progress)
  }

  /// Cuts two documents into sentences, each by the rules of its language.
  ///
  /// - Parameter isSegmented: whether each line of both is a sentence already.
  package static func segment(
    _ source: Document, _ target: Document, isSegmented: Bool = false
  ) throws -> (source: SegmentedText, target: SegmentedText) {
    let languages = languages(source, target)
    return (
      try SegmentedText(source, language: languages.source, isSegmented: isSegmented),
      try SegmentedText(target, language: languages.target, isSegmented: isSegmented)
    )
  }

  /// The languages by script; a text without letters is taken for the other's translation.
  package static func languages(
    _ source: Document, _ target: Document
  ) -> (source: Language, target: Language) {
    let from = source.detectLanguage()
    let to = target.detectLanguage()
    return (
      from ?? (to == .arabic ? .english : .arabic), to ?? (from == .english ? .arabic : .english)
    )
  }
}
