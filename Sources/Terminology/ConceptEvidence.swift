import Text

/// Evidence from a termbase: the concepts whose terms or renderings a sentence has.
///
/// A country and its adjective each accept the other's rendering, so that one English word would
/// speak for both; concepts that accept each other's preferred rendering have one key.
package struct ConceptEvidence: EvidenceSource {
  private let termbase: Termbase
  /// The key of each concept.
  private let keys: [UInt64]

  package init(_ termbase: Termbase) {
    self.termbase = termbase
    var preferring: [String: Int] = [:]
    for (index, concept) in termbase.concepts.enumerated() {
      if let preferred = concept.accepted.first, preferring[preferred] == nil {
        preferring[preferred] = index
      }
    }
    var keys: [UInt64] = []
    for (index, concept) in termbase.concepts.enumerated() {
      let twin = concept.accepted.compactMap { preferring[$0] }.first { other in
        other < index
          && concept.accepted.first.map(termbase.concepts[other].accepted.contains) == true
      }
      keys.append(twin.map { keys[$0] } ?? UInt64(index))
    }
    self.keys = keys
  }

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    switch language {
    case .arabic:
      for match in termbase.terms(in: tokens, of: bytes) {
        keys.append(EvidenceKey(.concept, self.keys[match.concept]))
      }
    case .english:
      for match in termbase.renderings(in: tokens, of: bytes)
      where match.rendering.status != .forbidden {
        keys.append(EvidenceKey(.concept, self.keys[match.concept]))
      }
    }
  }
}
