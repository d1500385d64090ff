import Alignment
import ICU
import Text

/// What an aligner is doing.
package enum AlignPhase: Sendable {
  case encoding, aligning
}

package struct AlignerOptions: Sendable {
  package var maximumBead = 10
}

/// The aligner's interface to come, over the present one: vectors and the longest bead count for
/// nothing, and anchors are put into the result afterwards.
extension Aligner {
  package init(evidence: [any EvidenceSource], options: AlignerOptions) {
    self.init(evidence: evidence)
  }

  package func align(
    _ source: SegmentedText, _ target: SegmentedText, vectors: (any BlockVectors)?,
    anchors: [Bead], progress: AlignProgress?
  ) throws -> Bitext {
    progress?(.aligning, 0, source.sentences.count)
    let free = try align(source, target)
    progress?(.aligning, source.sentences.count, source.sentences.count)
    if anchors.isEmpty { return free }
    let heldSources = Set(anchors.flatMap(\.source))
    let heldTargets = Set(anchors.flatMap(\.target))
    var beads = anchors
    for bead in free.beads {
      let sources = Self.runs(bead.source, without: heldSources)
      let targets = Self.runs(bead.target, without: heldTargets)
      for at in 0..<max(sources.count, targets.count) {
        let from =
          at < sources.count ? sources[at] : bead.source.lowerBound..<bead.source.lowerBound
        let to = at < targets.count ? targets[at] : bead.target.lowerBound..<bead.target.lowerBound
        beads.append(Bead(source: from, target: to, confidence: bead.confidence))
      }
    }
    beads.sort {
      ($0.source.lowerBound, $0.target.lowerBound) < ($1.source.lowerBound, $1.target.lowerBound)
    }
    return Bitext(source: source, target: target, beads: beads)
  }

  private static func runs(_ range: Range<Int>, without held: Set<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in range where !held.contains(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
