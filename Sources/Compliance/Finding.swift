import Terminology

/// Something in a translation an editor should look at.
package struct Finding: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable {
    case termMissing = "term-missing"
    case termForbidden = "term-forbidden"
    case termInconsistent = "term-inconsistent"
  }

  package let rule: Rule
  package let concept: Concept
  /// Index into the bitext's beads.
  package let bead: Int
  /// UTF-8 bytes of the Arabic term in the source.
  package let source: Range<Int>
  /// UTF-8 bytes of the target: the rendering at fault, or the sentences it is missing from.
  package let target: Range<Int>
  /// What the glossary would have there, in order of preference.
  package let expected: [String]
  /// The rendering found; nil for a missing term.
  package let found: String?
  /// Why it is a finding, in one sentence.
  package let reason: String
}

extension Finding {
  /// Text order of the source, then of the target.
  func comesBefore(_ other: Finding) -> Bool {
    (source.lowerBound, target.lowerBound, rule.rawValue)
      < (other.source.lowerBound, other.target.lowerBound, other.rule.rawValue)
  }
}

/// What a check found, and how much it looked at.
package struct Report: Sendable, Equatable {
  /// In the order of the source text.
  package let findings: [Finding]
  /// Terms found in translated source sentences.
  package let terms: Int
  /// Source sentences that have no translation, and so were not checked.
  package let untranslated: Int
  /// Beads with terms that are aligned too doubtfully to say that one is missing.
  package let doubtful: Int
}
