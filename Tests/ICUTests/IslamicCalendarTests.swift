import Testing

@testable import ICU

@Suite struct IslamicCalendarTests {
  /// The first day of the era is Friday 16 July 622 of the Julian calendar, 19 of the Gregorian.
  @Test func theErasFirstDayIsThere() throws {
    #expect(try IslamicCalendar.civil.day(year: 1, month: 1, day: 1) == -492_148)
    #expect(try IslamicCalendar.tabular.day(year: 1, month: 1, day: 1) == -492_149)
  }

  /// 1 Ramadan 1437 was 6 June 2016 in Saudi Arabia.
  @Test func theOfficialCalendarIsSaudiArabias() throws {
    #expect(try IslamicCalendar.ummAlQura.day(year: 1437, month: 9, day: 1) == 16_958)
  }

  @Test func calendarsDisagreeByLittle() throws {
    for year in stride(from: Int32(1_300), through: 1_600, by: 7) {
      for month in Int32(1)...12 {
        let days = try IslamicCalendar.allCases.map { try $0.day(year: year, month: month, day: 1) }
        #expect((days.max() ?? 0) - (days.min() ?? 0) <= 3)
      }
    }
  }

  @Test(
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (1437, 0, 1), (1437, 13, 1), (1437, 1, 0), (1437, 1, 31),
      (.min, .min, .min), (.max, .max, .max),
    ] as [(Int32, Int32, Int32)])
  func whatIsNoDateIsRefused(year: Int32, month: Int32, day: Int32) {
    for calendar in IslamicCalendar.allCases {
      #expect(throws: ICUError.self) {
        _ = try calendar.day(year: year, month: month, day: day)
      }
    }
  }

  @Test func digitsOfEveryScriptHaveAValue() {
    for (digits, value) in [("7٧۷७７", UInt32(7)), ("0٠۰०０", 0)] {
      for scalar in digits.unicodeScalars {
        #expect(Properties.decimalDigit(of: scalar) == value)
      }
    }
    for scalar in "a²½一".unicodeScalars { #expect(Properties.decimalDigit(of: scalar) == nil) }
  }
}
