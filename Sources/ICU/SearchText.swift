internal import CICU

/// A text that regular expressions search, converted once for all of them.
///
/// It keeps its store from text to text.
package struct SearchText: ~Copyable {
  let handle: OpaquePointer

  /// The bytes of UTF-8 in the text.
  package private(set) var count = 0

  /// Opens an empty text.
  package init() throws(ICUError) {
    handle = try opened("open search text") { status in cicu_text_open(&status) }
  }

  deinit { cicu_text_close(handle) }

  /// Copies a text in.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` for malformed UTF-8 and `U_INDEX_OUTOFBOUNDS_ERROR` beyond
  /// `Int32.max` bytes; the text is empty then.
  package mutating func set(_ utf8: Span<UInt8>) throws(ICUError) {
    count = 0
    try checked("set search text") { status in
      utf8.withBytes { cicu_text_set(handle, $0, $1, &status) }
    }
    count = utf8.count
  }
}

// The handle has one owner; what writes to it is mutating.
extension SearchText: @unchecked Sendable {}
