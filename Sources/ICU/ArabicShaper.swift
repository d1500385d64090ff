internal import CICU

/// Gives Arabic letters the forms they have beside their neighbours, for displays that do not.
///
/// ```swift
/// try ArabicShaper.shape("سلام".utf8.span)  // U+FEB3 U+FEFC U+FEE1
/// ```
///
/// The forms are the presentation forms of Unicode, which have them for Arabic and for the letters
/// that Persian and Urdu add; lam and alef become one ligature.  Marks stay combining marks, though
/// ICU on its own would make spacing forms of them.  The text is in logical order, before and after.
package enum ArabicShaper {
  /// Gives a text with its letters shaped.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` for malformed UTF-8 and `U_INDEX_OUTOFBOUNDS_ERROR` beyond
  /// `Int32.max` bytes.
  package static func shape(_ utf8: Span<UInt8>) throws(ICUError) -> [UInt8] {
    [UInt8](
      taking: try checked("shape Arabic") { status in
        utf8.withBytes { cicu_shape_arabic($0, $1, &status) }
      })
  }
}
