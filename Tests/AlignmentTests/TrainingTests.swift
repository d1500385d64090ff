import TestSupport
import Testing
import Text
import Workbench

@testable import Alignment

@Suite struct TrainingTests {
  private func trainingCase(_ model: BeadModel) throws -> TrainingCase? {
    let (source, target) = try AlignTexts.segment(
      Document(
        name: "s",
        text: """
          بلغ العدد 1,250 جنديا في حلب
          زار لافروف فرنسا
          قال إن الحرب انتهت وإن الجيش انسحب
          لم يحضر أحد
          """),
      Document(
        name: "t",
        text: """
          The number reached 1,250 soldiers in Aleppo
          Lavrov visited France
          He said the war was over
          and that the army had withdrawn
          A sentence of the translator's
          """), isSegmented: true)
    return try TrainingCase(
      source, target, evidence: AlignTexts.evidenceSources(), vectors: nil, model: model,
      gold: [
        Link(source: [0], target: [0]), Link(source: [1], target: [1]),
        Link(source: [2], target: [2, 3]), Link(source: [3], target: []),
        Link(source: [], target: [4]),
      ])
  }

  /// The derivative by each weight is what a small step along it changes.
  @Test func theGradientIsThatOfTheLikelihood() throws {
    let model = BeadModel.lexical
    let one = try #require(try trainingCase(model))
    let (value, gradient) = try #require(one.likelihood(model))
    #expect(value < 0)
    for feature in BeadFeature.allCases {
      let step: Float = 1e-2
      var above = model
      above[feature] += step
      var below = model
      below[feature] -= step
      let difference =
        (try #require(one.likelihood(above)).value - #require(one.likelihood(below)).value)
        / Double(2 * step)
      #expect(
        abs(difference - gradient[feature.rawValue]) < 0.02 * max(1, abs(difference)),
        "\(feature)")
    }
  }

  @Test func goldThatNoPathHasIsRefused() throws {
    let (source, target) = try AlignTexts.segment(
      Document(name: "s", text: "نعم\nلا"), Document(name: "t", text: "Yes\nNo"),
      isSegmented: true)
    let one = try TrainingCase(
      source, target, evidence: [], vectors: nil, model: .lexical,
      gold: [Link(source: [0, 1], target: [0]), Link(source: [1], target: [1])])
    #expect(one?.likelihood(.lexical) == nil)
  }

  @Test func weightsAreReadByName() {
    let text = Array("# fitted\nbead\t-1.5\nswap\t2\nunheard-of\t3\ngain\tnothing\n".utf8)
    let model = BeadModel(tabSeparated: text.span)
    #expect(model[.bead] == -1.5)
    #expect(model[.swap] == 2)
    #expect(model[.gain] == 0)
  }

  /// The weights that are linked in are for these features, and for no others.
  @Test(arguments: [BeadModel.meaning, .lexical])
  func theProgramHasWeights(model: BeadModel) {
    #expect(model[.swap] < 0)
    #expect(model[.sharedNumber] > 0)
    #expect(model.weights.allSatisfy { $0.isFinite })
  }
}
