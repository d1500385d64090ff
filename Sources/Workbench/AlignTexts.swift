import Alignment
import ICU
import Terminology
import Text

/// Aligns a text with its translation, by all the evidence there is.
package struct AlignTexts: Sendable {
  private let aligner: Aligner

  /// - Parameter termbase: a glossary whose terms speak for sentences that share a concept.
  package init(termbase: Termbase? = nil) throws(ICUError) {
    aligner = Aligner(evidence: try Self.evidenceSources(termbase: termbase))
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
    let languages = Self.languages(source, target)
    let source = try SegmentedText(
      source, language: languages.source, isSegmented: isSegmented)
    let target = try SegmentedText(
      target, language: languages.target, isSegmented: isSegmented)
    return try aligner.align(source, target)
  }

  /// The languages by script; a text without letters is taken for the other's translation.
  private static func languages(
    _ source: Document, _ target: Document
  ) -> (source: Language, target: Language) {
    let from = source.detectLanguage()
    let to = target.detectLanguage()
    return (
      from ?? (to == .arabic ? .english : .arabic), to ?? (from == .english ? .arabic : .english)
    )
  }
}
