import Testing
import Text

@testable import Alignment

@Suite struct EvaluationTests {
  private func link(_ source: [Int], _ target: [Int]) -> Link {
    Link(source: source, target: target)
  }

  @Test func aPerfectAlignmentScoresOne() {
    let gold = [link([0], [0]), link([1], []), link([2, 3], [1])]
    let score = AlignmentScore(gold, against: gold)
    #expect(score.strictF1 == 1)
    #expect(score.laxF1 == 1)
  }

  /// Worked by hand: one bead exact, one overlapping, one wrong gap.
  @Test func partialCreditIsLaxOnly() {
    let gold = [link([0], [0]), link([1, 2], [1]), link([3], [2])]
    let test = [link([0], [0]), link([1], [1]), link([2], []), link([3], [2])]
    let score = AlignmentScore(test, against: gold)
    #expect(score.strictPrecision == 0.5)
    #expect(score.strictRecall == 2.0 / 3.0)
    #expect(score.laxPrecision == 0.75)
    #expect(score.laxRecall == 1)
  }

  @Test func nothingAlignedScoresZero() {
    let score = AlignmentScore([], against: [link([0], [0])])
    #expect(score.strictF1 == 0)
    #expect(score.laxF1 == 0)
  }
}
