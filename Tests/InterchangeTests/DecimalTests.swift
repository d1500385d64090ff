import Foundation
import Testing

@testable import Interchange

@Suite struct DecimalTests {
  /// Shares as an evaluation makes them, against what C's library makes of them.
  @Test func sharesHaveTheDigitsOfC() {
    for whole in 1...500 {
      for part in 0...whole {
        let share = Double(part) / Double(whole)
        let expected = String(format: "%.4f", share)
        if decimal(share) != expected { #expect(decimal(share) == expected) }
        if "\(rounded(share))" != "\(Double(expected) ?? -1)" {
          #expect(rounded(share) == Double(expected))
        }
      }
    }
  }

  @Test(arguments: [
    (-1.0, "0.0000"), (.nan, "0.0000"), (2.0, "1.0000"), (0.03125, "0.0312"), (0.99996, "1.0000"),
  ])
  func theEndsAndATie(value: Double, expected: String) {
    #expect(decimal(value) == expected)
  }
}
