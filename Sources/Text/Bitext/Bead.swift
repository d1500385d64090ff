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

  /// Whether a person should look at it, who wants to see what is less sure than `confidence`.
  package func needsReview(below confidence: Double) -> Bool { self.confidence < confidence }
}

/// Two texts cut into sentences, and the beads that link them.
package struct Bitext: Sendable {
  package let source: SegmentedText
  package let target: SegmentedText
  /// In the order of the source, a bead without source where its target's neighbours are; every
  /// sentence of either side is in exactly one bead.
  ///
  /// Beads may cross: where a translation swaps two sentences, the targets do not rise.
  package let beads: [Bead]

  package init(source: SegmentedText, target: SegmentedText, beads: [Bead]) {
    self.source = source
    self.target = target
    self.beads = beads
  }

  /// Whether each bead crosses another: its target stands before one of a bead before it, or behind
  /// one of a bead behind it.
  package var crossings: [Bool] {
    var crossings = [Bool](repeating: false, count: beads.count)
    var furthest = 0
    for (number, bead) in beads.enumerated() where !bead.target.isEmpty {
      if bead.target.lowerBound < furthest { crossings[number] = true }
      furthest = max(furthest, bead.target.upperBound)
    }
    var nearest = Int.max
    for (number, bead) in beads.enumerated().reversed() where !bead.target.isEmpty {
      if bead.target.upperBound > nearest { crossings[number] = true }
      nearest = min(nearest, bead.target.lowerBound)
    }
    return crossings
  }
}
