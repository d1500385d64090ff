import ICU
import Terminology
import Text

/// Checks that a bitext renders the terms of a termbase as it says.
///
/// Three rules: a term of the source has a rendering in its bead; no forbidden rendering stands
/// for it; and one rendering is kept through the text. Where the alignment is doubtful nothing is
/// said to be missing, and where a source sentence has no translation nothing is checked; the
/// report counts both.
package struct TermCheck: Sendable {
  private let termbase: Termbase

  package init(_ termbase: Termbase) { self.termbase = termbase }

  /// Below this confidence a bead is more likely wrong than right.
  private static let doubtful = 0.5

  /// The findings, in the order of the source text.
  ///
  /// - Precondition: the bitext's source is Arabic and its target English.
  package func check(_ bitext: Bitext) throws(ICUError) -> Report {
    let sourceTokens = try bitext.source.tokens()
    let targetTokens = try bitext.target.tokens()
    var pairs: [TermPair] = []
    var untranslated = 0
    var doubtful = 0
    var terms = 0
    for (index, bead) in bitext.beads.enumerated() {
      if bead.target.isEmpty {
        untranslated += bead.source.count
        continue
      }
      let pair = TermPair(
        bead: index,
        terms: bead.source.flatMap {
          termbase.terms(in: sourceTokens[$0], of: bitext.source.document.bytes.span)
        },
        renderings: bead.target.flatMap {
          termbase.renderings(in: targetTokens[$0], of: bitext.target.document.bytes.span)
        })
      if bead.confidence < Self.doubtful, !pair.terms.isEmpty { doubtful += 1 }
      terms += pair.terms.count
      pairs.append(pair)
    }
    let findings =
      pairs.flatMap { pair in
        let forbidden = forbidden(pair)
        return forbidden + missing(pair, bitext, except: Set(forbidden.map(\.concept.id)))
      }
      + ConsistencyRule(termbase).findings(in: pairs, target: bitext.target.document)
    return Report(
      findings: findings.sorted { $0.comesBefore($1) }, terms: terms, untranslated: untranslated,
      doubtful: doubtful)
  }

  /// Terms that no rendering stands for, `reported` ones left out: a forbidden rendering is a
  /// finding of its own.
  private func missing(
    _ pair: TermPair, _ bitext: Bitext, except reported: Set<String>
  ) -> [Finding] {
    if bitext.beads[pair.bead].confidence < Self.doubtful { return [] }
    var seen: Set<Int> = []
    return pair.terms.compactMap { term in
      // A term said twice in a bead is rendered if it is rendered once.
      guard seen.insert(term.concept).inserted, pair.accepted(term.concept).isEmpty,
        !reported.contains(termbase.concepts[term.concept].id)
      else { return nil }
      guard let target = bitext.target.range(bitext.beads[pair.bead].target) else { return nil }
      let concept = termbase.concepts[term.concept]
      return Finding(
        rule: .termMissing, concept: concept, bead: pair.bead, source: term.range, target: target,
        expected: concept.accepted, found: nil,
        reason: "none of the glossary's renderings is in the translation of this sentence")
    }
  }

  private func forbidden(_ pair: TermPair) -> [Finding] {
    pair.renderings.compactMap { match in
      guard match.rendering.status == .forbidden,
        let term = pair.terms.first(where: { $0.concept == match.concept }),
        !pair.isInsideAccepted(match), !pair.rendersAnother(match),
        // Where every mention has an accepted rendering, the word is there for something else.
        pair.longestAccepted(match.concept).count
          < pair.terms.count(where: { $0.concept == match.concept })
      else { return nil }
      let concept = termbase.concepts[match.concept]
      return Finding(
        rule: .termForbidden, concept: concept, bead: pair.bead, source: term.range,
        target: match.range, expected: concept.accepted, found: match.rendering.text,
        reason: "the glossary forbids this rendering")
    }
  }
}
