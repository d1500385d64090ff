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

  /// The accepted renderings of a concept, the longest at each place: not Putin in Vladimir Putin,
  /// nor both halves of King Mohammed VI.
  func longestAccepted(_ concept: Int) -> [RenderingMatch] {
    var kept: [RenderingMatch] = []
    // Of equal ranges the first stays, which is the one written in the text's own capitals.
    for match in accepted(concept).enumerated().sorted(by: isLonger).map(\.element)
    where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isLonger(
    _ a: (offset: Int, element: RenderingMatch), _ b: (offset: Int, element: RenderingMatch)
  ) -> Bool {
    let lengths = (a.element.range.count, b.element.range.count)
    return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : a.offset < b.offset
  }

  /// Whether an accepted rendering of another term of the bead stands at the same place.
  func rendersAnother(_ match: RenderingMatch) -> Bool {
    renderings.contains { other in
      other.concept != match.concept && other.rendering.status != .forbidden
        && other.range.overlaps(match.range)
        && terms.contains { $0.concept == other.concept }
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
