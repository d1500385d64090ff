import ICU

/// A rule made ready to be searched for.
///
/// The two halves become one expression, so that the first half tries its other ways to match where
/// the second does not follow. A class, since an array cannot hold what cannot be copied; its one
/// owner is a segmenter.
final class SRXRuleSearch: @unchecked Sendable {
  let index: Int
  let isBreak: Bool
  private let file: String
  private let position: Position
  /// As the file has it, for people.
  private let pattern: String
  private var expression: RegularExpression
  /// Whether the expression looks about from a place, `(?<=before)(?=after)`, which asks only the
  /// places in question; otherwise `(?:before)()(?=after)` is searched for, and the empty group
  /// marks the place.
  ///
  /// ICU can look behind where what it looks for has a longest length. That is so for nearly all
  /// exceptions in use, of which there are many, and saves nine tenths of the time.
  private let isLookingAbout: Bool

  init(_ rule: SRXRules.Rule, index: Int, file: String) throws(SRXError) {
    let groups = try Self.groupCount(rule.before, file)
    _ = try Self.groupCount(rule.after, file)
    if groups > 0, let after = rule.after, hasBackReference(after.pattern) {
      throw SRXError(
        file: file, position: after.position, .backReference(pattern: after.pattern))
    }
    self.index = index
    self.isBreak = rule.isBreak
    self.file = file
    position = (rule.before ?? rule.after)?.position ?? Position(line: 1, column: 1)
    pattern = [rule.before, rule.after].compactMap { $0?.pattern }.joined(separator: " | ")
    let before = rule.before?.pattern ?? ""
    let after = rule.after.map { "(?=\($0.pattern))" } ?? ""
    if !rule.isBreak, let expression = try? RegularExpression("(?<=\(before))\(after)") {
      self.expression = expression
      isLookingAbout = true
      return
    }
    isLookingAbout = false
    do { expression = try RegularExpression("(?:\(before))()\(after)") } catch {
      // Each half is right alone: a comment or a quotation in one goes on into the other.
      throw SRXError(
        file: file, position: position,
        .badExpression(
          pattern: pattern, RegularExpressionError(cause: error.cause, offset: nil)))
    }
  }

  /// Checks half a rule and counts its groups.
  private static func groupCount(
    _ half: SRXRules.Expression?, _ file: String
  ) throws(SRXError) -> Int {
    guard let half else { return 0 }
    do { return try RegularExpression(half.pattern).groupCount } catch {
      throw SRXError(
        file: file, position: half.position, .badExpression(pattern: half.pattern, error))
    }
  }

  /// Calls `body` with each place in the text that the rule speaks of; where it looks about, with
  /// those of `places`, which ascend, alone.
  func forEachPlace(
    in text: borrowing SearchText, among places: [Int], milliseconds: Int, _ body: (Int) -> Void
  ) throws(SRXError) {
    do throws(ICUError) {
      if isLookingAbout {
        try expression.forEachMatch(in: text, at: places, milliseconds: milliseconds, body)
      } else {
        try expression.forEachMatch(
          in: text, overlapping: true, milliseconds: milliseconds
        ) { match in
          if let place = match.lastGroup?.lowerBound { body(place) }
        }
      }
    } catch {
      throw SRXError(
        file: file, position: position,
        error.isTooCostly ? .tooCostly(pattern: pattern) : .text(error))
    }
  }
}

/// Whether a pattern refers to a group by its number, which the groups before it would change.
private func hasBackReference(_ pattern: String) -> Bool {
  var isEscaped = false
  for byte in pattern.utf8 {
    if isEscaped, (0x31...0x39).contains(byte) { return true }
    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
  }
  return false
}
