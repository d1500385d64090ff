/// Something in a text that makes its order of display doubtful, or its letters unsearchable.
package struct BidiFinding: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable {
    case unclosed
    case unmatched
    case override
    case orderChanged = "order-changed"
    case strayMark = "stray-mark"
    case baseDirection = "base-direction"
    case presentationForm = "presentation-form"
    case zeroWidth = "zero-width"
  }

  package enum Severity: String, Sendable {
    /// The text can be shown as something it does not say.
    case error
    /// The text may be shown or found badly.
    case warning
  }

  package let rule: Rule
  /// UTF-8 bytes of the text: the control, the mark, the letters.
  package let range: Range<Int>
  /// What is wrong, in one clause that quotes nothing of the text.
  package let what: String
  /// What to do about it.
  package let advice: String

  package var severity: Severity { rule.severity }
}

extension BidiFinding.Rule {
  package var severity: BidiFinding.Severity {
    switch self {
    case .unclosed, .unmatched, .override, .orderChanged: .error
    case .strayMark, .baseDirection, .presentationForm, .zeroWidth: .warning
    }
  }
}

extension BidiControl {
  /// The control for people, "RLO (U+202E)".
  package var label: String { "\(abbreviation) (\(codePoint(rawValue)))" }
}

/// A scalar as Unicode writes it, "U+202E".
package func codePoint(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
