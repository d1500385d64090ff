internal import CICU

/// Rewrites texts in one of the four normal forms of UAX #15.
///
/// ```swift
/// try Normalizer(.nfkc).normalize("ﻛﺘﺎﺏ")  // كتاب
/// ```
///
/// ICU keeps the forms' data as singletons that never change, so a normalizer is as cheap as its
/// form and any number of threads may share one.
package struct Normalizer: Sendable {
  /// One of Unicode's normal forms.
  package enum Form: Sendable, CaseIterable {
    /// Composed, the form that texts are exchanged in.
    case nfc
    /// Decomposed.
    case nfd
    /// Composed, compatibility characters such as Arabic presentation forms replaced.
    case nfkc
    /// Decomposed, compatibility characters replaced.
    case nfkd

    fileprivate var code: Int32 {
      switch self {
      case .nfc: Int32(CICU_NFC)
      case .nfd: Int32(CICU_NFD)
      case .nfkc: Int32(CICU_NFKC)
      case .nfkd: Int32(CICU_NFKD)
      }
    }
  }

  /// The form that texts are brought to.
  package let form: Form

  /// Loads a form's data.
  package init(_ form: Form) throws(ICUError) {
    try checked("load normalizer") { status in cicu_normalizer_load(form.code, &status) }
    self.form = form
  }

  /// Tells whether a text is in the normal form already.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` for malformed UTF-8 and `U_INDEX_OUTOFBOUNDS_ERROR` beyond
  /// `Int32.max` bytes, as `normalize` does.
  package func isNormalized(_ utf8: Span<UInt8>) throws(ICUError) -> Bool {
    try checked("test for normal form") { status in
      utf8.withBytes { cicu_is_normalized(form.code, $0, $1, &status) }
    }
  }

  /// Gives the normal form of a text in UTF-8.
  package func normalize(_ utf8: Span<UInt8>) throws(ICUError) -> [UInt8] {
    [UInt8](
      taking: try checked("normalize") { status in
        utf8.withBytes { cicu_normalize(form.code, $0, $1, &status) }
      })
  }

  /// Gives the normal form of a string.
  package func normalize(_ string: String) throws(ICUError) -> String {
    String(
      taking: try checked("normalize") { status in
        string.withBytes { cicu_normalize(form.code, $0, $1, &status) }
      })
  }
}
