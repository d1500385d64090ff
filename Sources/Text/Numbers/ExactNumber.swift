/// A number as text states it, without rounding: a fraction in lowest terms.
///
/// 3.5 million is 3500000/1 and a third 1/3. What does not fit 64 bits is no value: every operation
/// that can leave them gives nil instead.
package struct ExactNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let numerator: Int64
  /// Above 0.
  package let denominator: Int64

  package static let zero = ExactNumber(0)

  package init(_ integer: Int64) {
    numerator = integer
    denominator = 1
  }

  /// Nil for a denominator below 1.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    var a = numerator.magnitude
    var b = denominator.magnitude
    while b != 0 { (a, b) = (b, a % b) }
    // The divisor is at most the denominator, so it fits; it is not 0, for the denominator is not.
    let divisor = Int64(truncatingIfNeeded: a)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The integer's value; nil for a fraction.
  package var integer: Int64? { denominator == 1 ? numerator : nil }

  func adding(_ other: ExactNumber) -> ExactNumber? {
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let sum = left.partialValue.addingReportingOverflow(right.partialValue)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !left.overflow, !right.overflow, !sum.overflow, !bottom.overflow else { return nil }
    return ExactNumber(sum.partialValue, over: bottom.partialValue)
  }

  func multiplied(by other: ExactNumber) -> ExactNumber? {
    // Crosswise reduction first, so that 0.5 times a large integer does not leave 64 bits.
    guard let a = ExactNumber(numerator, over: other.denominator),
      let b = ExactNumber(other.numerator, over: denominator)
    else { return nil }
    let top = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let bottom = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !top.overflow, !bottom.overflow else { return nil }
    return ExactNumber(top.partialValue, over: bottom.partialValue)
  }

  func multiplied(by integer: Int64) -> ExactNumber? { multiplied(by: ExactNumber(integer)) }

  /// Nil for the one integer that has no opposite.
  var negated: ExactNumber? { multiplied(by: -1) }

  package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }

  /// A decimal numeral, `-3.25`, or a fraction, `1/3`, where no decimal numeral is exact.
  package var description: String {
    if denominator == 1 { return String(numerator) }
    var odd = denominator.magnitude
    while odd % 2 == 0 { odd /= 2 }
    while odd % 5 == 0 { odd /= 5 }
    if odd != 1 { return "\(numerator)/\(denominator)" }
    let divisor = denominator.magnitude
    var text = (numerator < 0 ? "-" : "") + String(numerator.magnitude / divisor) + "."
    var rest = numerator.magnitude % divisor
    while rest != 0 {
      // The rest is below the divisor, so the quotient is one digit.
      let (digit, next) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      text += String(digit)
      rest = next
    }
    return text
  }
}
