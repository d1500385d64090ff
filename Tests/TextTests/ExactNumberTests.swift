import Testing

@testable import Text

@Suite struct ExactNumberTests {
  @Test(arguments: [
    (35, 10, "3.5"), (1, 3, "1/3"), (6, 4, "1.5"), (-1, 8, "-0.125"), (0, 7, "0"),
    (1_000, 1, "1000"), (1, 1_000_000, "0.000001"), (-7, 1, "-7"), (22, 7, "22/7"),
  ])
  func numbersAreWrittenExactly(top: Int64, bottom: Int64, expected: String) {
    #expect(ExactNumber(top, over: bottom)?.description == expected)
  }

  @Test func whatDoesNotFitIsNoValue() {
    let large = ExactNumber(.max)
    #expect(large.multiplied(by: 2) == nil)
    #expect(large.adding(ExactNumber(1)) == nil)
    #expect(ExactNumber(.min).negated == nil)
    #expect(ExactNumber(.min, over: 2) == ExactNumber(.min / 2))
    #expect(ExactNumber(1, over: 0) == nil)
    #expect(ExactNumber(1, over: -1) == nil)
    #expect(ExactNumber(1, over: .max)?.description == "1/9223372036854775807")
    #expect(ExactNumber(.min, over: .max)?.numerator == .min)
  }

  @Test func orderIsThatOfTheValues() {
    let third = ExactNumber(1, over: 3)
    let half = ExactNumber(1, over: 2)
    #expect(third.flatMap { third in half.map { third < $0 } } == true)
    #expect(ExactNumber(-1) < .zero)
    #expect(ExactNumber(.min) < ExactNumber(.max))
    #expect(half?.adding(ExactNumber(1, over: 2) ?? .zero) == ExactNumber(1))
  }
}
