import Text

/// How well alignments agree with gold ones, as Thompson and Koehn (2019), §4.2, count it.
///
/// Strict counts a bead as right when gold has exactly it, lax when it shares a link with gold.
/// Precision is over all the test's beads, recall over gold's beads that have both sides. Counts
/// are pooled over documents.
package struct AlignmentScore: Sendable, Equatable {
  private var precision = Matches()
  private var recall = Matches()

  private struct Matches: Equatable {
    var strict = 0
    var lax = 0
    var total = 0
  }

  /// The score of no document.
  package init() {}

  package init(_ test: [Link], against gold: [Link]) { add(test, against: gold) }

  /// Counts a document.
  package mutating func add(_ test: [Link], against gold: [Link]) {
    Self.count(test, in: gold, &precision)
    Self.count(gold.filter(\.isTwoSided), in: test.filter(\.isTwoSided), &recall)
  }

  package var strictPrecision: Double { ratio(precision.strict, precision.total) }
  package var strictRecall: Double { ratio(recall.strict, recall.total) }
  package var strictF1: Double { harmonicMean(strictPrecision, strictRecall) }
  package var laxPrecision: Double { ratio(precision.lax, precision.total) }
  package var laxRecall: Double { ratio(recall.lax, recall.total) }
  package var laxF1: Double { harmonicMean(laxPrecision, laxRecall) }

  private static func count(_ links: [Link], in reference: [Link], _ matches: inout Matches) {
    let links = Set(links.filter { !$0.isEmpty })
    let others = links.subtracting(reference)
    matches.total += links.count
    matches.strict += links.count - others.count
    matches.lax += links.count - others.count
    if others.isEmpty { return }
    // What the reference links to the sentences in question.
    var partners: [Int: Set<Int>] = [:]
    for link in others {
      for source in link.source { partners[source] = [] }
    }
    for link in reference {
      for source in link.source { partners[source]?.formUnion(link.target) }
    }
    matches.lax += others.count { link in
      link.source.contains { source in
        partners[source].map { !$0.isDisjoint(with: link.target) } ?? false
      }
    }
  }
}

/// A part of a whole; 0 of nothing.
func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

private func harmonicMean(_ a: Double, _ b: Double) -> Double {
  a + b == 0 ? 0 : 2 * a * b / (a + b)
}
