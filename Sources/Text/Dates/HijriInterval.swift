import ICU

/// The Gregorian days that a date of the Islamic calendar may be.
enum HijriInterval {
  /// The days of a year, of a month in it, or of a day in that; nil for what is no date.
  static func days(
    year: Int, month: Int?, day: Int?
  ) -> (first: CivilDay, last: CivilDay)? {
    guard let year = Int32(exactly: year), (1...1_900).contains(year) else { return nil }
    let months = month.map { $0...$0 } ?? 1...12
    guard let first = Int32(exactly: months.lowerBound),
      let last = Int32(exactly: months.upperBound)
    else { return nil }
    var earliest = Int.max
    var latest = Int.min
    for calendar in IslamicCalendar.allCases {
      let begin: Int
      let end: Int
      do {
        if let day {
          guard let day = Int32(exactly: day) else { return nil }
          begin = try calendar.day(year: year, month: first, day: day)
          end = begin
        } else {
          begin = try calendar.day(year: year, month: first, day: 1)
          let next = last == 12 ? (year: year + 1, month: 1) : (year: year, month: last + 1)
          end = try calendar.day(year: next.year, month: next.month, day: 1) - 1
        }
      } catch {
        return nil
      }
      earliest = min(earliest, begin)
      latest = max(latest, end)
    }
    guard earliest <= latest else { return nil }
    return (CivilDay(daysSince1970: earliest - 1), CivilDay(daysSince1970: latest + 1))
  }
}

extension DateMention {
  /// Reckons the Gregorian days of an Islamic date whose year is told.
  mutating func setInterval() {
    guard calendar == .hijri, let year else { return }
    interval = HijriInterval.days(year: year, month: month, day: day)
  }
}
