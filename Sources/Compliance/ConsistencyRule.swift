import Terminology

/// Finds concepts that one translation renders in two ways.
///
/// Only concepts the termbase wants kept to one rendering are looked at, and only the rendering
/// used less often is reported. An acronym goes with any full form, and two renderings of which
/// one contains the other (Putin, Vladimir Putin) are one.
struct ConsistencyRule: Sendable {
  private let termbase: Termbase

  init(_ termbase: Termbase) { self.termbase = termbase }

  private struct Use {
    let bead: Int
    let term: TermMatch
    let match: RenderingMatch
  }

  func findings(in pairs: [TermPair]) -> [Finding] {
    var uses: [Int: [Use]] = [:]
    for pair in pairs {
      var seen: Set<Int> = []
      for term in pair.terms where termbase.concepts[term.concept].isConsistent {
        guard seen.insert(term.concept).inserted else { continue }
        for match in pair.longestAccepted(term.concept) where !match.rendering.isAcronym {
          uses[term.concept, default: []].append(Use(bead: pair.bead, term: term, match: match))
        }
      }
    }
    return uses.sorted { $0.key < $1.key }.flatMap { findings(termbase.concepts[$0.key], $0.value) }
  }

  private func findings(_ concept: Concept, _ uses: [Use]) -> [Finding] {
    let order = concept.renderings.map(\.text)
    let families = families(order.filter { text in uses.contains { $0.match.rendering.text == text } })
    guard families.count > 1 else { return [] }
    let counts = families.map { family in uses.count { family.contains($0.match.rendering.text) } }
    // Of renderings used equally often, the one the glossary puts first stays.
    guard let most = counts.max(), let usual = counts.firstIndex(of: most) else { return [] }
    let kept = families[usual][0]
    return uses.filter { !families[usual].contains($0.match.rendering.text) }.map { use in
      Finding(
        rule: .termInconsistent, concept: concept, bead: use.bead, source: use.term.range,
        target: use.match.range, expected: [kept], found: use.match.rendering.text,
        reason: "the translation has “\(kept)” for this term \(most) time\(most == 1 ? "" : "s")")
    }
  }

  /// Renderings grouped so that those of which one contains the other are together.
  private func families(_ renderings: [String]) -> [[String]] {
    var families: [[String]] = []
    for rendering in renderings {
      let lowered = rendering.lowercased()
      let known = families.firstIndex {
        $0.contains {
          let other = $0.lowercased()
          return other.contains(lowered) || lowered.contains(other)
        }
      }
      if let known { families[known].append(rendering) } else { families.append([rendering]) }
    }
    return families
  }
}
