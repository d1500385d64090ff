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

  /// The pool counts beads, not documents: three of four, not the mean of one and a half.
  @Test func documentsArePooled() {
    var score = AlignmentScore()
    score.add([link([0], [0]), link([1], [1])], against: [link([0], [0]), link([1], [1])])
    score.add([link([0], [1]), link([1], [0])], against: [link([0], [1]), link([1], [2])])
    #expect(score.strictPrecision == 0.75)
    #expect(score.strictRecall == 0.75)
  }

  private func bead(_ source: [Int], _ target: [Int], _ confidence: Double?) -> RecordedBead {
    RecordedBead(line: 1, link: link(source, target), confidence: confidence)
  }

  @Test func typesAndMistakes() {
    var evaluation = AlignmentEvaluation()
    evaluation.add(
      [
        bead([0], [0], 0.98), bead([1, 2], [1], 0.6), bead([3], [], 0.2), bead([], [2], 0.2),
        bead([], [], 0.5), bead([0], [0], 0.1),
      ],
      against: [
        link([0], [0]), link([1], [1]), link([2], []), link([3], [2]), link([], []),
      ], document: "d", keepingMistakes: 4)
    #expect(evaluation.found == 4)
    #expect(evaluation.gold == 4)
    let types = evaluation.types.map { ($0.type, $0.counts.gold, $0.counts.found, $0.counts.right) }
    #expect(types.map(\.0) == ["0-1", "1-0", "1-1", "2-1"])
    #expect(types.map(\.1) == [0, 1, 3, 0])
    #expect(types.map(\.2) == [1, 1, 1, 1])
    #expect(types.map(\.3) == [0, 0, 1, 0])
    // In the order of the text, cut at four of six.
    #expect(
      evaluation.mistakes.map(\.link.description) == ["[1, 2]:[1]", "[1]:[1]", "[]:[2]", "[2]:[]"])
    #expect(evaluation.mistakes.map(\.isMissed) == [false, true, false, true])
    #expect(evaluation.mistakes.map(\.confidence) == [0.6, nil, 0.2, nil])
  }

  @Test func textsOfAMissedBeadComeFromTheBeadsFound() {
    var evaluation = AlignmentEvaluation()
    evaluation.add(
      [
        RecordedBead(line: 1, link: link([0], [0]), source: ["ا"], target: ["a"]),
        RecordedBead(line: 2, link: link([1], [1, 2]), source: ["ب"], target: ["b c"]),
      ], against: [link([0, 1], [0]), link([], [1])], document: "d", keepingMistakes: 9)
    let missed = evaluation.mistakes.filter(\.isMissed)
    #expect(missed.map(\.source) == ["ا ب", nil])
    #expect(missed.map(\.target) == ["a", nil])
  }

  /// Worked by hand: of four beads at 0.9 three are right, of one at 0.2 none; the error is
  /// (4 · |0.9 - 0.75| + 1 · |0.2 - 0|) / 5.
  @Test func reliabilityIsOfConfidenceAgainstWhatIsRight() {
    var reliability = Reliability()
    #expect(reliability.expectedCalibrationError == 0)
    for isRight in [true, true, false, true] { reliability.add(confidence: 0.9, isRight: isRight) }
    reliability.add(confidence: 0.2, isRight: false)
    #expect(abs(reliability.expectedCalibrationError - 0.16) < 1e-12)
    #expect(reliability.beads(from: 0.9) == (4, 3))
    #expect(reliability.beads == 5)
    for edge in [0, 1.0, 0.99999, 0.95] { reliability.add(confidence: edge, isRight: true) }
    #expect(reliability.bins.map(\.beads) == [1, 0, 1, 0, 0, 0, 0, 0, 0, 4, 1, 2])
  }
}
