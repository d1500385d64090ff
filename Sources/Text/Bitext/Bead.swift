/// A group of source sentences and the group of target sentences that translates it.
///
/// The word is Brown, Lai and Mercer's (1991). Either side may be empty: a sentence left out, or
/// one the translator added.
package struct Bead: Sendable, Equatable {
  /// 0-based sentence indexes.
  package let source: Range<Int>
  package let target: Range<Int>
  /// The probability that exactly these sentences belong together, from 0 to 1.
  package let confidence: Double

  package init(source: Range<Int>, target: Range<Int>, confidence: Double) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// How many sentences there are on each side, as in `2-1`.
  package var type: String { "\(source.count)-\(target.count)" }
}

/// Two texts cut into sentences, and the beads that link them.
package struct Bitext: Sendable {
  package let source: SegmentedText
  package let target: SegmentedText
  /// In text order; every sentence of either side is in exactly one bead.
  package let beads: [Bead]

  package init(source: SegmentedText, target: SegmentedText, beads: [Bead]) {
    self.source = source
    self.target = target
    self.beads = beads
  }
}
