internal import CICU

/// The properties that the Unicode Character Database gives to scalars (UAX #44).
///
/// Nothing here fails: an unassigned scalar has the properties its block defaults to.
package enum Properties {
  /// The script a scalar belongs to (UAX #24).
  package static func script(of scalar: Unicode.Scalar) -> Script {
    Script(code: cicu_script(scalar.value))
  }

  /// The class a scalar has in the bidirectional algorithm (UAX #9, table 4).
  package static func bidiClass(of scalar: Unicode.Scalar) -> BidiClass {
    BidiClass(rawValue: cicu_bidi_class(scalar.value)) ?? .otherNeutral
  }

  /// The general category of a scalar (UAX #44, table 12).
  package static func generalCategory(of scalar: Unicode.Scalar) -> GeneralCategory {
    GeneralCategory(rawValue: cicu_general_category(scalar.value)) ?? .unassigned
  }

  /// The value of a decimal digit of any script (Nd), and `nil` for every other scalar.
  package static func decimalDigit(of scalar: Unicode.Scalar) -> UInt32? {
    UInt32(exactly: cicu_decimal_digit(scalar.value))
  }

  /// The East Asian width of a scalar (UAX #11).
  package static func eastAsianWidth(of scalar: Unicode.Scalar) -> EastAsianWidth {
    EastAsianWidth(rawValue: cicu_east_asian_width(scalar.value)) ?? .neutral
  }

  /// How a scalar decomposes (UAX #44, table 14).
  package static func decompositionType(of scalar: Unicode.Scalar) -> DecompositionType {
    DecompositionType(rawValue: cicu_decomposition_type(scalar.value)) ?? .other
  }

  /// The mirror image of a bracket or the like in right-to-left text (UAX #9, L4); the scalar
  /// itself where it has none.
  package static func mirrorImage(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(cicu_mirror(scalar.value)) ?? scalar
  }

  /// Whether a scalar can be part of an emoji sequence (UTS #51, `Extended_Pictographic`).
  package static func isPictographic(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_pictographic(scalar.value)
  }

  /// The columns a terminal gives a scalar: 0, 1 or 2.
  ///
  /// None for controls, nonspacing and enclosing marks, format controls, and the vowels and finals
  /// of Hangul syllables; two for what UAX #11 calls wide or fullwidth; one for everything else.
  /// Two kinds of format control are drawn and have one column: the soft hyphen, and the signs put
  /// before digits, such as the Arabic end of ayah.  Terminals differ on emoji sequences, whose
  /// scalars are counted one by one here.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(cicu_columns(scalar.value))
  }
}
