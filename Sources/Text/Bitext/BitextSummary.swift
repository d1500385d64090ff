/// What a translator wants to know of a bitext first: how much of each text was left alone, and
/// which beads to look at.
package struct BitextSummary: Sendable {
  package let bitext: Bitext
  /// Beads of less confidence are to be reviewed.
  package let minimumConfidence: Double
  /// How many beads there are of each type, the most frequent first.
  package let types: [(type: String, beads: Int)]
  /// 0 where there is no bead.
  package let meanConfidence: Double
  /// Indexes of beads whose source sentences nothing translates, in order.
  package let omissions: [Int]
  /// Indexes of beads whose target sentences translate nothing, in order.
  package let insertions: [Int]
  /// How many beads cross another.
  package let crossings: Int
  /// Indexes of the beads to review, the least confident first.
  package let review: [Int]

  package init(_ bitext: Bitext, minimumConfidence: Double) {
    self.bitext = bitext
    self.minimumConfidence = minimumConfidence
    let beads = bitext.beads
    types = Dictionary(grouping: beads, by: \.type).map { ($0.key, $0.value.count) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    meanConfidence =
      beads.isEmpty ? 0 : beads.reduce(0) { $0 + $1.confidence } / Double(beads.count)
    omissions = beads.indices.filter { beads[$0].target.isEmpty }
    insertions = beads.indices.filter { beads[$0].source.isEmpty }
    crossings = bitext.crossings.count { $0 }
    review = beads.indices.filter { beads[$0].needsReview(below: minimumConfidence) }
      .sorted { (beads[$0].confidence, $0) < (beads[$1].confidence, $1) }
  }

  /// How many source sentences nothing translates.
  package var omitted: Int { omissions.reduce(0) { $0 + bitext.beads[$1].source.count } }
  /// How many target sentences translate nothing.
  package var inserted: Int { insertions.reduce(0) { $0 + bitext.beads[$1].target.count } }
}
