import ICU

/// Transliteration rules that ICU does not accept, and the file they are in.
struct RulesError: Error {
  let file: String
  let cause: TransliteratorError

  /// What is wrong, and where, for a person.
  var message: String {
    let reason = Self.reasons[cause.cause.name] ?? cause.cause.name
    guard let place = cause.place else { return "\(field(file)): wrong rules: \(reason)" }
    let rest = place.after.isEmpty ? "at the end" : "at “\(field(firstLine(place.after)))”"
    return "\(field(file)):\(place.line): wrong rule: \(reason), \(rest)"
  }

  private func firstLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }

  /// ICU's word for the mistake in English.
  private static let reasons = [
    "U_MISSING_OPERATOR": "an operator (> or <>) is missing",
    "U_UNQUOTED_SPECIAL": "a special character is not quoted",
    "U_UNTERMINATED_QUOTE": "a quotation has no end",
    "U_MALFORMED_RULE": "it is not well formed",
    "U_MALFORMED_SET": "a [set] is not well formed",
    "U_MALFORMED_SYMBOL_REFERENCE": "a reference to a variable is not well formed",
    "U_MALFORMED_UNICODE_ESCAPE": "an escape is not well formed",
    "U_MALFORMED_VARIABLE_DEFINITION": "a variable is not well defined",
    "U_MALFORMED_VARIABLE_REFERENCE": "a reference to a variable is not well formed",
    "U_MISMATCHED_SEGMENT_DELIMITERS": "a parenthesis has no partner",
    "U_MISPLACED_ANCHOR_START": "^ stands in the wrong place",
    "U_MISPLACED_ANCHOR_END": "$ stands in the wrong place",
    "U_MISPLACED_CURSOR_OFFSET": "@ stands in the wrong place",
    "U_MISPLACED_QUANTIFIER": "a quantifier stands in the wrong place",
    "U_MULTIPLE_ANTE_CONTEXTS": "it has two contexts before",
    "U_MULTIPLE_POST_CONTEXTS": "it has two contexts after",
    "U_MULTIPLE_CURSORS": "it has two cursors",
    "U_MULTIPLE_COMPOUND_FILTERS": "a second filter",
    "U_MISSING_SEGMENT_CLOSE": "a ) is missing",
    "U_RULE_MASK_ERROR": "an earlier rule leaves nothing to it",
    "U_TRAILING_BACKSLASH": "a backslash stands at the end",
    "U_UNDEFINED_SEGMENT_REFERENCE": "a reference to a segment it has not",
    "U_UNDEFINED_VARIABLE": "a variable is not defined",
    "U_ILLEGAL_CHARACTER": "a character that cannot stand there",
    "U_INVALID_ID": "a transliterator ICU does not know",
    "U_INVALID_FUNCTION": "a function ICU does not know",
    "U_UNSUPPORTED_ERROR": "parentheses nested too deep",
  ]
}
