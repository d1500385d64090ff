internal import CICU

/// Finds the boundaries of graphemes, words, lines or sentences in a text.
///
/// ```swift
/// var sentences = try BreakIterator(.sentence, locale: "ar")
/// try sentences.setText(paragraph.utf8.span)
/// while let boundary = sentences.next() { print(boundary.offset) }
/// ```
///
/// Opening one costs some microseconds and cloning it a tenth of that, so keep one and give it one
/// paragraph after another; its store grows to the longest and is reused.  The rules are those of
/// UAX #29 and, for lines, UAX #14, as CLDR tailors them to the locale.
package struct BreakIterator: ~Copyable {
  /// What lies between two boundaries.
  package enum Kind: Int32, Sendable, CaseIterable {
    /// An extended grapheme cluster, what a reader calls a character.
    case grapheme
    /// A word, a space or a mark.
    case word
    /// A piece of text that a line may end after.
    case line
    /// A sentence with the space that follows it.
    case sentence
  }

  /// A place where the text may be cut.
  package struct Boundary: Equatable, Sendable {
    /// The bytes of UTF-8 before the boundary.
    package let offset: Int
    /// The number ICU's rules give to what ends here.
    ///
    /// For words 0 to 99 is none, a space or a mark, 100 to 199 a number, 200 to 299 letters, 300
    /// to 399 kana and 400 to 499 ideographs.  For lines below 100 is a line that may end here and
    /// from 100 one that must.  For sentences below 100 is an end with a full stop or its like and
    /// from 100 one by a separator or the end of the text alone.  For graphemes it is 0.
    package let status: Int32

    /// Whether a word boundary ends a word, a number included, and not a space or a mark.
    package var isWord: Bool { status >= Int32(CICU_WORD_STATUS) }

    /// Whether a line boundary is one where the line must end.
    package var isHardLineEnd: Bool { status >= Int32(CICU_HARD_LINE_STATUS) }

    /// Whether a sentence boundary comes of a separator or the text's end, without a full stop.
    package var isSentenceUnterminated: Bool { status >= Int32(CICU_SENTENCE_SEPARATOR_STATUS) }
  }

  private let handle: OpaquePointer

  /// Opens an iterator over an empty text.
  ///
  /// A locale ICU does not know gets the root locale's rules.  Throws `U_ILLEGAL_ARGUMENT_ERROR`
  /// for one that cannot be read as a locale.
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    handle = try openedByName(locale, "open break iterator") { name, status in
      cicu_breaks_open(kind.rawValue, name, &status)
    }
  }

  private init(adopting handle: OpaquePointer) {
    self.handle = handle
  }

  deinit { cicu_breaks_close(handle) }

  /// Makes an iterator of the same rules with a store of its own, over an empty text.
  ///
  /// This is the way to one iterator per thread.
  package func clone() throws(ICUError) -> BreakIterator {
    BreakIterator(
      adopting: try opened("clone break iterator") { status in cicu_breaks_clone(handle, &status) }
    )
  }

  /// Copies a text in and goes to its start.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` for malformed UTF-8 and `U_INDEX_OUTOFBOUNDS_ERROR` beyond
  /// `Int32.max` bytes; the text is empty then.
  package mutating func setText(_ utf8: Span<UInt8>) throws(ICUError) {
    try checked("set text of break iterator") { status in
      utf8.withBytes { cicu_breaks_set_text(handle, $0, $1, &status) }
    }
  }

  /// Steps to the next boundary, or gives `nil` past the last.
  ///
  /// The first call gives the first boundary after 0, and the last boundary is the text's length;
  /// an empty text has none.
  package mutating func next() -> Boundary? {
    var status: Int32 = 0
    let offset = cicu_breaks_next(handle, &status)
    return offset < 0 ? nil : Boundary(offset: Int(offset), status: status)
  }
}

// The handle has one owner; what writes to it is mutating, and cloning only reads it.
extension BreakIterator: @unchecked Sendable {}
