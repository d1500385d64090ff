internal import CICU

/// A regular expression in ICU's syntax (UTS #18, level 1).
///
/// ```swift
/// var stop = try RegularExpression(#"[.؟!]+(?=\s)"#)
/// var text = try SearchText()
/// try text.set(paragraph.utf8.span)
/// try stop.forEachMatch(in: text) { print($0.range) }
/// ```
///
/// Compiling takes some microseconds. Matching goes back in the text where it must, which a badly
/// chosen expression can drive to any length; so every search has a limit of processor time and of
/// memory (8 MB), past which it throws.
package struct RegularExpression: ~Copyable {
  /// Where an expression matches, in bytes of UTF-8 of the text.
  package struct Match: Equatable, Sendable {
    package let range: Range<Int>
    /// What the expression's last group holds; nil where it has none or it took no part.
    package let lastGroup: Range<Int>?
  }

  private let handle: OpaquePointer

  /// Compiles a pattern; an empty one matches the empty text.
  ///
  /// A pattern of more than 32,768 UTF-16 units is `U_REGEX_PATTERN_TOO_BIG`.
  package init(_ pattern: String, ignoringCase: Bool = false) throws(RegularExpressionError) {
    var status: cicu_status = 0
    var offset: Int64 = -1
    let handle = pattern.withBytes { pattern, length in
      cicu_regex_open(pattern, length, ignoringCase, &offset, &status)
    }
    guard let handle else {
      throw RegularExpressionError(
        cause: ICUError("compile regular expression", status),
        offset: offset < 0 ? nil : Int(offset))
    }
    self.handle = handle
  }

  deinit { cicu_regex_close(handle) }

  /// The groups that keep what they match.
  package var groupCount: Int { Int(cicu_regex_group_count(handle)) }

  /// Calls `body` with every match, by their starts.
  ///
  /// Throws an error whose `isTooCostly` is true when a limit is reached.
  ///
  /// - Parameters:
  ///   - overlapping: whether the search goes on one character after a match's start, and not at
  ///     its end. Matches of more than 32 UTF-16 units are not overlapped, or a long run of stops
  ///     would take a time of its length squared.
  ///   - milliseconds: the thread's processor time that the search may take.
  package mutating func forEachMatch(
    in text: borrowing SearchText, overlapping: Bool = false, milliseconds: Int = 1_000,
    _ body: (Match) -> Void
  ) throws(ICUError) {
    defer { cicu_regex_end(handle) }
    try begin(text, milliseconds)
    var match = cicu_match()
    while try checked("search", { cicu_regex_next(handle, overlapping, &match, &$0) }) {
      body(
        Match(
          range: Int(match.start)..<Int(match.end),
          lastGroup: match.group_start < 0
            ? nil : Int(match.group_start)..<Int(match.group_end)))
    }
  }

  /// Calls `body` with each of some places from which on the expression matches.
  ///
  /// Such an expression often only looks about, as `(?<=before)(?=after)`.
  ///
  /// - Parameter offsets: ascending, each where a character begins or the text ends.
  package mutating func forEachMatch(
    in text: borrowing SearchText, at offsets: [Int], milliseconds: Int = 1_000,
    _ body: (Int) -> Void
  ) throws(ICUError) {
    defer { cicu_regex_end(handle) }
    try begin(text, milliseconds)
    for offset in offsets
    where try checked("match", { cicu_regex_matches_at(handle, Int64(offset), &$0) }) {
      body(offset)
    }
  }

  /// Whether the expression matches a text from its beginning to its end.
  package mutating func matchesAll(
    of text: borrowing SearchText, milliseconds: Int = 1_000
  ) throws(ICUError) -> Bool {
    defer { cicu_regex_end(handle) }
    try begin(text, milliseconds)
    return try checked("match") { cicu_regex_matches_all(handle, &$0) }
  }

  private func begin(_ text: borrowing SearchText, _ milliseconds: Int) throws(ICUError) {
    // Bounded so that no sum of times overflows.
    let limit = Int64(min(max(milliseconds, 0), 1_000_000_000))
    try checked("begin search") { cicu_regex_begin(handle, text.handle, limit, &$0) }
  }
}

// The handle has one owner; what writes to it is mutating.
extension RegularExpression: @unchecked Sendable {}
