internal import CICU

/// The ways of reckoning Islamic dates that ICU has.
///
/// They begin a month on days that differ by one, seldom two, and none says what was observed by
/// the new moon in any one country.
package enum IslamicCalendar: Int32, Sendable, CaseIterable {
  /// Thirty-year cycles, counted from Friday 16 July 622.
  case civil = 0
  /// The same cycles counted from the Thursday before, as astronomers do.
  case tabular = 1
  /// Saudi Arabia's official calendar, 1300 to 1600; civil outside.
  case ummAlQura = 2

  /// The day of a date, in days since 1 January 1970.
  ///
  /// Years from 1 to 9999, months from 1 to 12, days from 1 to 30, the 30th of a short month being
  /// the next month's first. Throws `U_ILLEGAL_ARGUMENT_ERROR` for others.
  package func day(year: Int32, month: Int32, day: Int32) throws(ICUError) -> Int {
    try Int(
      checked("reckon Islamic date") { cicu_islamic_day(rawValue, year, month, day, &$0) })
  }
}
