import Text

/// Beads that are known to be right, and what they leave open.
struct FixedBeads: Sendable {
  let beads: [Bead]
  /// What lies between those beads that follow each other in both texts.
  let open: [(source: Range<Int>, target: Range<Int>)]
  /// Sentences of beads that cross others, which lie inside what is open and are passed over.
  let isTakenSource: [Bool]
  let isTakenTarget: [Bool]

  /// - Parameter beads: no sentence is in two.
  init(_ beads: [Bead], sources: Int, targets: Int) {
    let twoSided = beads.filter { !$0.source.isEmpty && !$0.target.isEmpty }
      .sorted { $0.source.lowerBound < $1.source.lowerBound }
    let chain = Landmarks(
      twoSided.map { (source: $0.source.lowerBound, target: $0.target.lowerBound) }
    ).chain
    var isTakenSource = [Bool](repeating: false, count: sources)
    var isTakenTarget = [Bool](repeating: false, count: targets)
    for bead in beads {
      for sentence in bead.source { isTakenSource[sentence] = true }
      for sentence in bead.target { isTakenTarget[sentence] = true }
    }
    var open: [(source: Range<Int>, target: Range<Int>)] = []
    var from = (source: 0, target: 0)
    var next = 0
    for bead in twoSided {
      guard next < chain.count, bead.source.lowerBound == chain[next].source else { continue }
      next += 1
      open.append(
        (from.source..<bead.source.lowerBound, from.target..<bead.target.lowerBound))
      from = (bead.source.upperBound, bead.target.upperBound)
    }
    open.append((from.source..<sources, from.target..<targets))
    self.beads = beads
    self.open = open.filter { !$0.source.isEmpty || !$0.target.isEmpty }
    self.isTakenSource = isTakenSource
    self.isTakenTarget = isTakenTarget
  }
}
