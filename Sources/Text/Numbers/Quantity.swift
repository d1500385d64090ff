/// A number found in text: what it is worth, what it measures, where it stands.
package struct Quantity: Sendable, Equatable {
  /// Raw values are stable names for machine output.
  package enum Kind: String, Sendable, CaseIterable {
    /// How many or how much: three, ٣٫٥, مئتان.
    case cardinal
    /// Which in order: the third, الخامس والعشرون, 21st.
    case ordinal
    /// A part of one: half, ثلاثة أرباع, 2/3.
    case fraction
    /// A year, told by a word beside it: عام 2016, in 1948.
    case year
    /// A number that is part of a name: G20, مجموعة العشرين.
    case name
  }

  package let kind: Kind
  /// The number itself; of a range, its lower end.
  package let value: ExactNumber
  /// The upper end of a range, `15-20`; nil for a single number.
  package let upper: ExactNumber?
  package let unit: MeasureUnit?
  /// Whether only the magnitude is told, عشرات or hundreds of thousands, which `value` then is.
  package let isApproximate: Bool
  /// Whether the words may well not count anything: "one" as a pronoun, ثانية.
  package let isDoubtful: Bool
  /// UTF-8 bytes from the number to its unit, without particles before.
  package let range: Range<Int>

  /// The value as a decimal string, a range as `15..20`, and an approximate one as `~1000`.
  package var valueText: String {
    (isApproximate ? "~" : "") + value.description + (upper.map { "..\($0)" } ?? "")
  }
}
