internal import CICU

/// The direction a paragraph is read in.
package enum TextDirection: Sendable {
  case leftToRight
  case rightToLeft
}

/// How a paragraph's direction is decided.
package enum BaseDirection: Sendable, Equatable {
  /// Left to right, whatever it says.
  case leftToRight
  /// Right to left, whatever it says.
  case rightToLeft
  /// By the first strong character outside isolates (UAX #9, P2 and P3), with a direction for a
  /// paragraph that has none.
  case firstStrong(fallback: TextDirection)

  var code: UInt8 {
    switch self {
    case .leftToRight: UInt8(CICU_BASE_LTR)
    case .rightToLeft: UInt8(CICU_BASE_RTL)
    case .firstStrong(fallback: .leftToRight): UInt8(CICU_BASE_FIRST_STRONG_LTR)
    case .firstStrong(fallback: .rightToLeft): UInt8(CICU_BASE_FIRST_STRONG_RTL)
    }
  }
}
