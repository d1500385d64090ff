import TestSupport
import Testing
import Text

@testable import Alignment

@Suite struct SearchTests {
  @Test(arguments: [
    ([], []),
    ([(0, 0), (1, 1), (2, 2)], [(0, 0), (1, 1), (2, 2)]),
    ([(0, 5), (1, 1), (2, 2), (3, 0)], [(1, 1), (2, 2)]),
    ([(0, 3), (1, 4), (2, 4), (2, 5)], [(0, 3), (1, 4), (2, 5)]),
  ])
  func landmarksRiseInBothTexts(pairs: [(Int, Int)], expected: [(Int, Int)]) {
    let chain = Landmarks(pairs.map { (source: $0.0, target: $0.1) }).chain
    #expect(chain.count == expected.count)
    for (a, b) in zip(chain, chain.dropFirst()) {
      #expect(a.source < b.source && a.target < b.target)
    }
  }

  /// A wrong landmark between two right ones would bend the band; a missing passage is none.
  @Test func landmarksThatLieAloneAreDropped() {
    let right = (0..<40).map { (source: $0 * 25, target: $0 * 25 + ($0 < 20 ? 0 : 300)) }
    let wrong = [(source: 130, target: 215), (source: 777, target: 1_062)]
    let chain = Landmarks(right.filter { !(130...220).contains($0.target) } + wrong)
    #expect(chain.chain.contains { $0 == wrong[0] })
    let supported = chain.supported(slope: 1)
    #expect(!supported.chain.contains { $0 == wrong[0] })
    #expect(supported.chain.count >= 35)
    #expect(
      supported.chain.allSatisfy { pair in right.contains { $0 == pair } || pair == wrong[1] })
    let few = Landmarks([(0, 0), (10, 500), (20, 900)])
    #expect(few.supported(slope: 1).chain.count == 3)
  }

  /// Every row of a band touches the next, and the corners are in it.
  @Test func bandsAreConnected() {
    var generator = Generator(seed: 8)
    for _ in 0..<200 {
      let sources = Int.random(in: 0...40, using: &generator)
      let targets = Int.random(in: 0...40, using: &generator)
      let rows = (0...sources).map { _ in
        let low = Int.random(in: 0...targets, using: &generator)
        return low...Int.random(in: low...targets, using: &generator)
      }
      let band = Band(rows: rows).part(0..<sources, 0..<targets)
      #expect(band.index(0, 0) != nil)
      #expect(band.index(sources, targets) != nil)
      for (row, next) in zip(band.rows, band.rows.dropFirst()) {
        #expect(next.lowerBound <= row.upperBound)
        #expect(next.upperBound >= row.lowerBound)
      }
      #expect(band.cells == band.rows.reduce(0) { $0 + $1.count })
    }
  }

  @Test func fixedBeadsLeaveOpenWhatLiesBetween() {
    func bead(_ source: Range<Int>, _ target: Range<Int>) -> Bead {
      Bead(source: source, target: target, confidence: 1)
    }
    let fixed = FixedBeads(
      [bead(2..<3, 3..<5), bead(6..<7, 1..<2), bead(8..<9, 0..<0), bead(9..<10, 9..<10)],
      sources: 10, targets: 10)
    // Of the two that cross either may stand for the order; the rest lies around it.
    #expect(fixed.open.map(\.source) == [0..<6, 7..<9])
    #expect(fixed.open.map(\.target) == [0..<1, 2..<9])
    #expect(fixed.isTakenSource.indices.filter { fixed.isTakenSource[$0] } == [2, 6, 8, 9])
    #expect(fixed.isTakenTarget.indices.filter { fixed.isTakenTarget[$0] } == [1, 3, 4, 9])
  }
}
