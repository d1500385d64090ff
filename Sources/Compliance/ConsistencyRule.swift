import Terminology
import Text

/// Finds concepts that one translation renders in two ways.
///
/// Only concepts the termbase wants kept to one rendering are looked at, and only the rendering
/// used less often is reported. An acronym goes with any full form, a rendering in brackets
/// explains the one before it, what another term of the bead prefers is there for that one, and
/// renderings of one family are one: Putin and Vladimir Putin, Senate and senator.
struct ConsistencyRule: Sendable {
  private let termbase: Termbase

  init(_ termbase: Termbase) { self.termbase = termbase }

  private struct Use {
    let bead: Int
    let term: TermMatch
    let match: RenderingMatch
  }

  /// The findings of a text.
  ///
  /// - Parameter target: the text the pairs' renderings stand in.
  func findings(in pairs: [TermPair], target: Document) -> [Finding] {
    var uses: [Int: [Use]] = [:]
    for pair in pairs {
      var seen: Set<Int> = []
      for term in pair.terms where termbase.concepts[term.concept].isConsistent {
        guard seen.insert(term.concept).inserted else { continue }
        for match in pair.longestAccepted(term.concept)
        where !match.rendering.isAcronym && !isInBrackets(match.range, target.bytes)
          && !isForAnother(match, in: pair)
        {
          uses[term.concept, default: []].append(Use(bead: pair.bead, term: term, match: match))
        }
      }
    }
    return uses.sorted { $0.key < $1.key }.flatMap { findings(termbase.concepts[$0.key], $0.value) }
  }

  private func findings(_ concept: Concept, _ uses: [Use]) -> [Finding] {
    let order = concept.renderings.map(\.text)
    let families = families(
      order.filter { text in uses.contains { $0.match.rendering.text == text } })
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

  /// Whether another term of the bead prefers this very rendering: beside هدنة, "ceasefire" is
  /// there for وقف إطلاق النار.
  private func isForAnother(_ match: RenderingMatch, in pair: TermPair) -> Bool {
    pair.terms.contains {
      $0.concept != match.concept
        && termbase.concepts[$0.concept].accepted.first == match.rendering.text
    }
  }

  private func isInBrackets(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "(")
  }

  private func families(_ renderings: [String]) -> [[String]] {
    var families: [[String]] = []
    for rendering in renderings {
      if let known = families.firstIndex(where: { $0.contains { areRelated($0, rendering) } }) {
        families[known].append(rendering)
      } else {
        families.append([rendering])
      }
    }
    return families
  }

  /// Whether one rendering contains the other, or both are one word with the same beginning.
  private func areRelated(_ a: String, _ b: String) -> Bool {
    let a = a.lowercased()
    let b = b.lowercased()
    if a.contains(b) || b.contains(a) { return true }
    return !a.contains(" ") && !b.contains(" ") && a.count >= 4 && a.prefix(4) == b.prefix(4)
  }
}
