/// The rules by which a file in SRX, the Segmentation Rules eXchange format, cuts a language's text.
///
/// Of all rules that speak of a place, the first decides (SRX 2.0, section 2.1); a place that none
/// speaks of is no boundary.
package struct SRXRules: Sendable, Equatable {
  /// Half of a rule: a regular expression in ICU's syntax.
  package struct Expression: Sendable, Equatable {
    package let pattern: String
    /// Where it stands in the file.
    package let position: Position

    package init(pattern: String, position: Position) {
      self.pattern = pattern
      self.position = position
    }
  }

  package struct Rule: Sendable, Equatable {
    /// Whether a sentence ends here, or none may.
    package let isBreak: Bool
    /// What must end at the place; nil for anything.
    package let before: Expression?
    /// What must begin at the place; nil for anything.
    package let after: Expression?

    package init(isBreak: Bool, before: Expression?, after: Expression?) {
      self.isBreak = isBreak
      self.before = before
      self.after = after
    }
  }

  /// The name people know the file by.
  package let file: String
  /// In the order in which they are asked.
  package let rules: [Rule]

  package init(file: String, rules: [Rule]) {
    self.file = file
    self.rules = rules
  }
}
