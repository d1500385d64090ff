import Text

/// How well an alignment agrees with a gold one, as Thompson and Koehn (2019), §4.2, count it.
///
/// Strict counts a bead as right when gold has exactly it, lax when it shares a link with gold.
/// Precision is over all the test's beads, recall over gold's beads that have both sides.
package struct AlignmentScore: Sendable, Equatable {
  package let strictPrecision: Double
  package let strictRecall: Double
  package let laxPrecision: Double
  package let laxRecall: Double

  package var strictF1: Double { Self.harmonicMean(strictPrecision, strictRecall) }
  package var laxF1: Double { Self.harmonicMean(laxPrecision, laxRecall) }

  package init(_ test: [Link], against gold: [Link]) {
    let precision = Self.matches(test, in: gold)
    let recall = Self.matches(gold.filter(\.isTwoSided), in: test.filter(\.isTwoSided))
    strictPrecision = Self.ratio(precision.strict, precision.total)
    laxPrecision = Self.ratio(precision.lax, precision.total)
    strictRecall = Self.ratio(recall.strict, recall.total)
    laxRecall = Self.ratio(recall.lax, recall.total)
  }

  private static func matches(
    _ links: [Link], in reference: [Link]
  ) -> (strict: Int, lax: Int, total: Int) {
    let links = Set(links)
    let known = Set(reference)
    var partners: [Int: Set<Int>] = [:]
    for link in known {
      for source in link.source { partners[source, default: []].formUnion(link.target) }
    }
    var strict = 0
    var lax = 0
    for link in links {
      if known.contains(link) {
        strict += 1
        lax += 1
      } else if link.source.contains(where: { source in
        !(partners[source] ?? []).isDisjoint(with: link.target)
      }) {
        lax += 1
      }
    }
    return (strict, lax, links.count)
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private static func harmonicMean(_ a: Double, _ b: Double) -> Double {
    a + b == 0 ? 0 : 2 * a * b / (a + b)
  }
}
