import Terminology
import Text

/// Finds concepts that one translation renders in two ways.
///
/// Only concepts the termbase wants kept to one rendering are looked at, and of two renderings the
/// one used less often is reported. Not a second rendering are: an acronym, or a name that the
/// text itself puts in brackets behind another; a word that another term of the sentence accounts
/// for; one beside the usual rendering in the same bead; and one of the same family, as Putin and
/// Vladimir Putin or Syria and Syrian are.
struct ConsistencyRule: Sendable {
  private let termbase: Termbase

  init(_ termbase: Termbase) { self.termbase = termbase }

  private struct Use {
    let bead: Int
    let term: TermMatch
    let match: RenderingMatch
    /// Renderings of the concept that overlap this one: King Mohammed, where it is Mohammed VI.
    let overlapping: [String]
    let isInBrackets: Bool
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
        where !match.rendering.isAcronym
          && (match.rendering.status == .preferred || !pair.rendersAnother(match))
        {
          uses[term.concept, default: []].append(
            Use(
              bead: pair.bead, term: term, match: match,
              overlapping: pair.accepted(term.concept).filter {
                $0.range.overlaps(match.range)
              }.map(\.rendering.text),
              isInBrackets: isInBrackets(match.range, target.bytes)))
        }
      }
    }
    return uses.sorted { $0.key < $1.key }.flatMap { findings(termbase.concepts[$0.key], $0.value) }
  }

  private func findings(_ concept: Concept, _ uses: [Use]) -> [Finding] {
    let introduced = Set(uses.filter(\.isInBrackets).map(\.match.rendering.text))
    let uses = uses.filter { !introduced.contains($0.match.rendering.text) }
    let used = Set(uses.map(\.match.rendering.text))
    let families = families(
      concept.renderings.map(\.text).filter(used.contains), overlapping: uses.map(\.overlapping))
    guard families.count > 1 else { return [] }
    let counts = families.map { family in uses.count { family.contains($0.match.rendering.text) } }
    // Of renderings used equally often, the one the glossary puts first stays.
    guard let most = counts.max(), let usual = counts.firstIndex(of: most) else { return [] }
    let kept = families[usual]
    let regular = Set(uses.filter { kept.contains($0.match.rendering.text) }.map(\.bead))
    return uses.filter {
      !kept.contains($0.match.rendering.text) && !regular.contains($0.bead)
    }.map { use in
      Finding(
        rule: .termInconsistent, concept: concept, bead: use.bead, source: use.term.range,
        target: use.match.range, expected: [kept[0]], found: use.match.rendering.text,
        reason:
          "the translation has “\(kept[0])” for this term \(most) time\(most == 1 ? "" : "s")")
    }
  }

  private func isInBrackets(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "(")
  }

  /// Renderings grouped with those related to them, in the order given.
  private func families(_ renderings: [String], overlapping: [[String]]) -> [[String]] {
    func belong(_ a: String, _ b: String) -> Bool {
      areRelated(a, b) || overlapping.contains { $0.contains(a) && $0.contains(b) }
    }
    var families: [[String]] = []
    for rendering in renderings {
      if let known = families.firstIndex(where: { $0.contains { belong($0, rendering) } }) {
        families[known].append(rendering)
      } else {
        families.append([rendering])
      }
    }
    return families
  }

  /// Whether the words of one rendering are among the other's, or one is a word derived from the
  /// other by an English ending.
  private func areRelated(_ a: String, _ b: String) -> Bool {
    let (short, long) =
      a.count <= b.count ? (a.lowercased(), b.lowercased()) : (b.lowercased(), a.lowercased())
    let words = Set(long.split(separator: " "))
    if short.split(separator: " ").allSatisfy(words.contains) { return true }
    return long.hasPrefix(short) && Self.endings.contains(String(long.dropFirst(short.count)))
  }

  private static let endings: Set<String> = [
    "n", "an", "ian", "i", "ish", "ese", "ic", "al", "ist", "ism", "s", "es", "'s",
  ]
}
