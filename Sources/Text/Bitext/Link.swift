/// Sentences of two texts said to translate each other, by 0-based index.
///
/// Unlike a bead, a link of a hand-made gold alignment may hold sentences that are not neighbours.
package struct Link: Hashable, Sendable {
  package let source: [Int]
  package let target: [Int]

  package init(source: [Int], target: [Int]) {
    self.source = source
    self.target = target
  }

  package init(_ bead: Bead) {
    self.init(source: Array(bead.source), target: Array(bead.target))
  }

  package var isEmpty: Bool { source.isEmpty && target.isEmpty }

  /// Whether there is a sentence on each side.
  package var isTwoSided: Bool { !source.isEmpty && !target.isEmpty }
}

extension Link: CustomStringConvertible {
  /// The link as files of links have it, `[0]:[0, 1]`.
  package var description: String { "\(source):\(target)" }
}
