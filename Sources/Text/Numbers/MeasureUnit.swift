/// What a number counts or measures, where a word or sign beside it says so.
///
/// Raw values are stable names for machine output. A currency is what the word says, dollar or
/// pound, whichever country's; دولار, $ and USD are one.
package enum MeasureUnit: String, Sendable, CaseIterable {
  case percent, permille
  case dollar, euro, pound, lira, riyal, dirham, dinar, ruble, yen, yuan, shekel, rupee, franc, cent
  case kilometre, metre, centimetre, millimetre, mile, foot, inch
  case squareKilometre = "square-kilometre"
  case squareMetre = "square-metre"
  case squareMile = "square-mile"
  case hectare, acre, litre, barrel, tonne, kilogram, gram, degree, megawatt
  case second, minute, hour, day, week, month, year, decade, century
  /// How often: مرة, times.
  case time

  package var isCurrency: Bool {
    switch self {
    case .dollar, .euro, .pound, .lira, .riyal, .dirham, .dinar, .ruble, .yen, .yuan, .shekel,
      .rupee, .franc, .cent:
      true
    default: false
    }
  }

  /// The unit of area of a length, for مربع and "square".
  var squared: MeasureUnit? {
    switch self {
    case .kilometre: .squareKilometre
    case .metre: .squareMetre
    case .mile: .squareMile
    default: nil
    }
  }
}

/// The currency a sign stands for.
func currency(ofSign scalar: UInt32) -> MeasureUnit? {
  switch scalar {
  case 0x24, 0xFE69, 0xFF04: .dollar
  case 0xA3: .pound
  case 0xA5: .yen
  case 0x20AC: .euro
  case 0x20AA: .shekel
  case 0x20BA: .lira
  case 0x20BD: .ruble
  case 0x20B9, 0x20A8: .rupee
  case 0xFDFC: .riyal
  default: nil
  }
}
