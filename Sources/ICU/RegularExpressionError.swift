internal import CICU

/// Why a pattern is no regular expression, and where.
package struct RegularExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What ICU found, "U_REGEX_MISMATCHED_PAREN".
  package let cause: ICUError
  /// The bytes of the pattern's UTF-8 before the mistake or, where ICU has read on, a little behind
  /// it; nil where it names no place.
  package let offset: Int?

  package init(cause: ICUError, offset: Int?) {
    self.cause = cause
    self.offset = offset
  }

  package var description: String {
    offset.map { "\(cause) at byte \($0)" } ?? cause.description
  }
}

extension ICUError {
  /// Whether a search reached its limit of time or memory.
  package var isTooCostly: Bool {
    code == Int32(CICU_REGEX_STOPPED) || code == Int32(CICU_REGEX_STACK_OVERFLOW)
  }
}
