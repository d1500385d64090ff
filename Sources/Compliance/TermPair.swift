import Terminology

/// What a bead says on each side: the terms of its source, the renderings of its target.
struct TermPair: Sendable {
  /// Index into the bitext's beads.
  let bead: Int
  let terms: [TermMatch]
  let renderings: [RenderingMatch]

  /// The renderings of a concept that the glossary accepts.
  func accepted(_ concept: Int) -> [RenderingMatch] {
    renderings.filter { $0.concept == concept && $0.rendering.status != .forbidden }
  }

  /// The accepted renderings of a concept that are not part of a longer one (not Putin in Vladimir
  /// Putin), one for each place.
  func longestAccepted(_ concept: Int) -> [RenderingMatch] {
    let matches = accepted(concept)
    var places: Set<Range<Int>> = []
    return matches.filter { match in
      !matches.contains { $0.range != match.range && $0.range.contains(match.range) }
        && places.insert(match.range).inserted
    }
  }

  /// Whether a rendering is only a part of one that the glossary accepts for any concept.
  func isInsideAccepted(_ match: RenderingMatch) -> Bool {
    renderings.contains {
      $0.rendering.status != .forbidden && $0.range != match.range
        && $0.range.contains(match.range)
    }
  }
}
