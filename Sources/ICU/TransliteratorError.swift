internal import CICU

/// The reason why rules do not make a transliterator, and where.
package struct TransliteratorError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A place in the rules.
  package struct Place: Equatable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The bytes of UTF-8 before the place.
    ///
    /// ICU names the start of the rule that is wrong, or the very character, as it thinks fit.
    package let offset: Int
    /// The rules just before the place, 15 units of UTF-16 at most.
    package let before: String
    /// The rules from the place on, as many at most.
    package let after: String
  }

  /// What ICU found, "U_MISSING_OPERATOR".
  package let cause: ICUError
  /// Where it found it; `nil` for what ICU gives no place of, such as an unknown ID.
  package let place: Place?

  init(cause: ICUError, place: Place? = nil) {
    self.cause = cause
    self.place = place
  }

  /// Takes over what ICU says of an error, and frees it.
  init(cause: ICUError, taking error: cicu_rule_error) {
    let before = String(taking: error.before)
    let after = String(taking: error.after)
    self.cause = cause
    self.place =
      error.offset < 0
      ? nil
      : Place(line: Int(error.line), offset: Int(error.offset), before: before, after: after)
  }

  package var description: String {
    guard let place else { return cause.description }
    return "\(cause) in line \(place.line), before \"\(place.after)\""
  }
}
