/// A date or time found in text, with the parts that are told.
package struct DateMention: Sendable, Equatable {
  /// Raw values are stable names for machine output.
  package enum Kind: String, Sendable, CaseIterable {
    /// A day, month or year, or several of them.
    case date
    /// The 1990s, التسعينات.
    case decade
    /// A day of the week alone.
    case weekday
    /// Told from the day of writing, and left so: أمس, next week.
    case relative
    /// A time of day.
    case time
  }

  package enum Calendar: String, Sendable {
    case gregorian, hijri
  }

  /// Words told from the day of writing.
  package enum Relative: String, Sendable, CaseIterable {
    case yesterday, today, tomorrow, tonight
    case dayBeforeYesterday = "day-before-yesterday"
    case dayAfterTomorrow = "day-after-tomorrow"
    case lastWeek = "last-week"
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case lastMonth = "last-month"
    case thisMonth = "this-month"
    case nextMonth = "next-month"
    case lastYear = "last-year"
    case thisYear = "this-year"
    case nextYear = "next-year"
    case lastCentury = "last-century"
    case thisCentury = "this-century"
  }

  package var kind: Kind
  package var calendar = Calendar.gregorian
  /// Astronomical, 0 being 1 BC; of a decade its first year.
  package var year: Int?
  /// The last year of several, 2015-2016.
  package var upperYear: Int?
  /// From 1.
  package var month: Int?
  package var day: Int?
  /// The last day of several, 15-20 August.
  package var upperDay: Int?
  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  package var weekday: Int?
  package var relative: Relative?
  package var hour: Int?
  package var minute: Int?
  /// For Islamic dates the Gregorian days it may be: all that ICU's calendars give, and a day more
  /// at both ends, for the new moon is not seen on the same day everywhere.
  package var interval: (first: CivilDay, last: CivilDay)?
  /// Whether it may be something else: 5/6/2016 in English, اليوم.
  package var isDoubtful = false
  /// UTF-8 bytes with the words that belong to it: يوم, عام, هـ.
  package var range: Range<Int>

  init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package static func == (a: DateMention, b: DateMention) -> Bool {
    a.range == b.range && a.text == b.text && a.isDoubtful == b.isDoubtful
  }

  /// The mention in a form for machines, after ISO 8601.
  ///
  /// `2016-08-15`, `--08-15`, `2016-08`, `--08`, `---15`, `2016`, `-0043`; several days or years
  /// `2016-08-15/20`, `2015/2016`; a weekday `W1`, also after a date, `--08-15,W1`; a decade `199X`;
  /// a time `T15:30`; relative words as they are named, `yesterday`. Islamic dates begin with `AH`
  /// and end with their Gregorian interval: `AH1437-09-01[2016-06-05/2016-06-08]`.
  package var text: String {
    switch kind {
    case .relative: return relative?.rawValue ?? ""
    case .time: return "T\(padded(hour ?? 0, 2)):\(padded(minute ?? 0, 2))"
    case .decade: return String((year ?? 0) / 10) + "X"
    case .weekday: return weekday.map { "W\($0)" } ?? ""
    case .date: break
    }
    var text = calendar == .hijri ? "AH" : ""
    switch (year, month) {
    case (let year?, let month?): text += "\(padded(year, 4))-\(padded(month, 2))"
    case (let year?, nil): text += padded(year, 4)
    case (nil, let month?): text += "--\(padded(month, 2))"
    case (nil, nil): text += "--"
    }
    if let day { text += "-\(padded(day, 2))" }
    if let upperDay { text += "/\(padded(upperDay, 2))" }
    if let upperYear { text += "/\(padded(upperYear, 4))" }
    if let weekday { text += ",W\(weekday)" }
    if let interval { text += "[\(interval.first)/\(interval.last)]" }
    return text
  }
}
