internal import CICU

/// Which of two texts comes first.
package enum Order: Sendable {
  case ascending
  case same
  case descending
}

/// Orders texts as a locale's dictionaries do (UTS #10, tailored by CLDR).
///
/// ```swift
/// let letters = try Collator(locale: "ar", strength: .primary)
/// try letters.compare("كَتَبَ", "كتب")  // .same
/// ```
package struct Collator: ~Copyable {
  /// How small a difference still counts; each strength counts those before it too.
  package enum Strength: Sendable, CaseIterable {
    /// Base letters.
    case primary
    /// Accents.
    case secondary
    /// Case and variants, and Arabic vowel signs.
    case tertiary
    /// Punctuation, where the locale ignores it otherwise.
    case quaternary
    /// Code points.
    case identical

    fileprivate var code: Int32 {
      switch self {
      case .primary: Int32(CICU_PRIMARY)
      case .secondary: Int32(CICU_SECONDARY)
      case .tertiary: Int32(CICU_TERTIARY)
      case .quaternary: Int32(CICU_QUATERNARY)
      case .identical: Int32(CICU_IDENTICAL)
      }
    }
  }

  private let handle: OpaquePointer

  /// Opens the order of a locale.
  ///
  /// A locale ICU does not know gets the root locale's order.  Throws `U_ILLEGAL_ARGUMENT_ERROR`
  /// for one that cannot be read as a locale.
  package init(locale: String, strength: Strength) throws(ICUError) {
    handle = try openedByName(locale, "open collator") { name, status in
      cicu_collator_open(name, strength.code, &status)
    }
  }

  deinit { cicu_collator_close(handle) }

  /// Compares two texts.
  ///
  /// Throws `U_INDEX_OUTOFBOUNDS_ERROR` beyond `Int32.max` bytes.
  package func compare(_ a: String, _ b: String) throws(ICUError) -> Order {
    let order = try checked("compare") { status in
      a.withBytes { first, firstLength in
        b.withBytes { second, secondLength in
          cicu_compare(handle, first, firstLength, second, secondLength, &status)
        }
      }
    }
    return order < 0 ? .ascending : order > 0 ? .descending : .same
  }

  /// Makes a key whose bytes order as `compare` orders the texts.
  ///
  /// Keys of one collator only compare with one another, byte by byte from the first and the
  /// shorter first.  No byte is 0.  They differ between ICU versions: do not store them.
  package func sortKey(_ s: String) throws(ICUError) -> [UInt8] {
    [UInt8](
      taking: try checked("make sort key") { status in
        s.withBytes { cicu_sort_key(handle, $0, $1, &status) }
      })
  }
}

// Comparing and making keys change nothing in the collator, which ICU lets threads share.
extension Collator: @unchecked Sendable {}
