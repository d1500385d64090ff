internal import CICU

/// Rewrites text by rules, from script to script or as the rules say (UTS #35, part 2).
///
/// ```swift
/// let latin = try Transliterator(id: "Arabic-Latin")
/// try latin.transliterate("بوتين")  // bwtyn
/// ```
///
/// Opening is slow, 17 ms for the first of ICU's own that is not trivial: keep what is opened.
/// Work paragraph by paragraph, for ICU moves the rest of the text at every replacement.  A
/// transliterator is for one thread.
package struct Transliterator: ~Copyable {
  /// Which way rules are read.
  package enum Direction: Sendable {
    case forward
    case reverse
  }

  private let handle: OpaquePointer

  /// Opens one of ICU's own transliterators, or a compound such as "NFD; Arabic-Latin; NFC".
  ///
  /// Throws `U_INVALID_ID` for an ID that ICU does not know.
  package init(id: String, direction: Direction = .forward) throws(ICUError) {
    handle = try openedByName(id, "open transliterator") { name, status in
      cicu_translit_open(name, direction == .reverse, &status)
    }
  }

  /// Makes a transliterator of rules.
  ///
  /// `name` is for people and need not be known to ICU.  Throws ICU's error for wrong rules with
  /// its place.  Parentheses nested more than 16 deep are `U_UNSUPPORTED_ERROR`: ICU's parser takes
  /// a time exponential in those left open, and overflows its stack in the end.
  package init(
    rules: String, name: String, direction: Direction = .forward
  ) throws(TransliteratorError) {
    let operation = "compile transliteration rules"
    guard !name.utf8.contains(0) else {
      throw TransliteratorError(cause: ICUError(operation, cicu_status(CICU_ILLEGAL_ARGUMENT)))
    }
    var status: cicu_status = 0
    var error = cicu_rule_error()
    let handle = name.withCString { name in
      rules.withBytes { rules, length in
        cicu_translit_open_rules(
          name, rules, length, direction == .reverse, &error, &status)
      }
    }
    guard let handle else {
      throw TransliteratorError(cause: ICUError(operation, status), taking: error)
    }
    self.handle = handle
  }

  deinit { cicu_translit_close(handle) }

  /// Gives the text rewritten.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` if rules leave half a surrogate pair, and
  /// `U_INDEX_OUTOFBOUNDS_ERROR` beyond `Int32.max` bytes of text or result.
  package func transliterate(_ text: String) throws(ICUError) -> String {
    String(
      taking: try checked("transliterate") { status in
        text.withBytes { cicu_transliterate(handle, $0, $1, &status) }
      })
  }

  /// Lists the IDs of ICU's own transliterators, in ICU's order.
  package static func systemIDs() throws(ICUError) -> [String] {
    let names = try opened("list transliterators") { status in cicu_translit_names_open(&status) }
    defer { cicu_names_close(names) }
    var identifiers: [String] = []
    while let name = try checked("list transliterators", { cicu_names_next(names, &$0) }) {
      identifiers.append(String(cString: name))
    }
    return identifiers
  }
}
