/// How a scalar decomposes (UAX #44, table 14), as far as Arabic presentation forms are concerned.
///
/// The raw values are ICU's, which do not change between versions.
package enum DecompositionType: Int32, Sendable, CaseIterable {
  /// None at all.
  case none = 0
  /// The form of a letter joined to the one before it.
  case final = 4
  /// The form of a letter joined to the one after it.
  case initial = 7
  /// The form of a letter joined to none.
  case isolated = 8
  /// The form of a letter joined on both sides.
  case medial = 9
  /// Any other.
  case other = -1
}
