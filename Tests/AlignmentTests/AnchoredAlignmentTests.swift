import TestSupport
import Testing
import Text
import Workbench

@testable import Alignment

/// Beads a person has confirmed stay, whatever the aligner would have said.
@Suite struct AnchoredAlignmentTests {
  private let source = (0..<12).map { "بلغ العدد \($0 * 37 + 100) جنديا في المدينة" }
  private let target = (0..<12).map { "The number reached \($0 * 37 + 100) soldiers in the city" }

  private func align(_ anchors: [Bead]) throws -> Bitext {
    let (source, target) = try AlignTexts.segment(
      Document(name: "s", text: source.joined(separator: "\n")),
      Document(name: "t", text: target.joined(separator: "\n")), isSegmented: true)
    return try AlignTexts().align(source, target, anchors: anchors)
  }

  private func anchor(_ source: Range<Int>, _ target: Range<Int>) -> Bead {
    Bead(source: source, target: target, confidence: 1)
  }

  @Test func withoutAnchorsThePairsAreFound() throws {
    #expect(
      try align([]).beads.map { Link($0) } == (0..<12).map { Link(source: [$0], target: [$0]) })
  }

  @Test func anAnchorStaysAgainstTheEvidence() throws {
    let bitext = try align([anchor(4..<5, 6..<7)])
    #expect(bitext.beads.contains(anchor(4..<5, 6..<7)))
    check(bitext)
    // What lies before it on one side cannot go with what lies behind it on the other.
    for bead in bitext.beads where !bead.source.isEmpty && !bead.target.isEmpty {
      #expect(
        (bead.source.upperBound <= 4) == (bead.target.upperBound <= 6) || bead.source == 4..<5)
    }
  }

  @Test func anchorsMayCrossAndMayBeLarge() throws {
    let anchors = [
      anchor(2..<3, 3..<4), anchor(3..<4, 2..<3), anchor(6..<8, 6..<7), anchor(9..<10, 0..<0),
    ]
    let bitext = try align(anchors)
    check(bitext)
    for anchor in anchors {
      #expect(
        bitext.beads.contains {
          $0.source == anchor.source && ($0.target == anchor.target || anchor.target.isEmpty)
            && $0.confidence == 1
        })
    }
    #expect(bitext.beads.contains { Link($0) == Link(source: [11], target: [11]) })
  }

  /// Any set of anchors in which no sentence is twice is kept, and the rest is covered.
  @Test func anyAnchorsStay() throws {
    var generator = Generator(seed: 41)
    for _ in 0..<25 {
      var anchors: [Bead] = []
      var sources = Array(0..<12).shuffled(using: &generator)
      var targets = Array(0..<12).shuffled(using: &generator)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let from = sources.removeLast()
        let to = targets.removeLast()
        anchors.append(anchor(from..<from + 1, to..<to + 1))
      }
      let bitext = try align(anchors)
      check(bitext)
      for anchor in anchors { #expect(bitext.beads.contains(anchor)) }
    }
  }

  private func check(_ bitext: Bitext) {
    #expect(bitext.beads.flatMap(\.source) == Array(0..<12))
    #expect(bitext.beads.flatMap(\.target).sorted() == Array(0..<12))
  }
}
