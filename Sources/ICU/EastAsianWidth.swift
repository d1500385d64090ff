/// The width of a scalar in East Asian typography (UAX #11).
///
/// The raw values are ICU's, which do not change between versions.
package enum EastAsianWidth: Int32, Sendable, CaseIterable {
  /// N.
  case neutral = 0
  /// A.
  case ambiguous = 1
  /// H.
  case halfwidth = 2
  /// F.
  case fullwidth = 3
  /// Na.
  case narrow = 4
  /// W.
  case wide = 5
}
