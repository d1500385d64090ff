internal import CICU

/// The versions of what is linked, for a report or a bug's description.
package enum ICUVersion {
  /// The version of the ICU library, "72.1".
  package static var icu: String { text(cicu_icu_version) }

  /// The version of Unicode that the library implements, "15.0".
  package static var unicode: String { text(cicu_unicode_version) }

  private static func text(_ write: (UnsafeMutablePointer<CChar>) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CICU_VERSION_SIZE)) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      write(start)
      return String(cString: start)
    }
  }
}
