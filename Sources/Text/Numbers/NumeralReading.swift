/// A number read from pieces, before what stands around it is looked at.
struct NumeralReading: Sendable {
  var kind: Quantity.Kind
  var value: ExactNumber
  /// The piece after it.
  var end: Int
  var isApproximate = false
  var isDoubtful = false
  /// The unit a dual has in it.
  var unit: MeasureUnit?
  /// The last power of a thousand, to which "and a half" belongs; 1 for none.
  var scale: Int64 = 1
  /// Where a number of two parts joined by و may be two numbers: the piece, and the parts.
  var split: (at: Int, first: ExactNumber, second: ExactNumber)?

  init(_ kind: Quantity.Kind, _ value: ExactNumber, end: Int) {
    self.kind = kind
    self.value = value
    self.end = end
  }
}

/// Reads numbers in the words and digits of a language.
protocol NumeralGrammar: Sendable {
  /// The number that begins at a piece; nil for none.
  func read(_ pieces: [NumeralPiece], at start: Int) -> NumeralReading?
}
