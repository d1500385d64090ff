import ICU
import Testing

@testable import Text

@Suite struct EnglishDateTests {
  @Test(arguments: [
    ("on August 15, 2016", "2016-08-15"),
    ("on August 15 2016", "2016-08-15"),
    ("15 August 2016", "2016-08-15"),
    ("15 August", "--08-15"),
    ("August 15", "--08-15"),
    ("Aug. 15, 2016", "2016-08-15"),
    ("Aug 15", "--08-15"),
    ("Sept 5 and Sept. 5", "--09-05, --09-05"),
    ("September 5th, 2015", "2015-09-05"),
    ("the 5th of September", "--09-05"),
    ("the fifth of September 2015", "2015-09-05"),
    ("the twenty-fifth of December", "--12-25"),
    ("15-20 August 2016", "2016-08-15/20"),
    ("August 15-20", "--08-15/20"),
    ("15 and 16 August", "--08-15, --08-16"),
    ("Sept 4 and 5, Sept. 5-6, 2016", "--09-04/05, 2016-09-05/06"),
    ("on Monday, 5 September 2016, at 10:30 a.m.", "2016-09-05,W1, T10:30"),
    ("August 2016", "2016-08"),
    ("in August of 2016", "2016-08"),
    ("last August, in September", "--08, --09"),
    ("2016-08-15", "2016-08-15"),
    ("8/15/2016 and 15/8/2016", "2016-08-15, 2016-08-15"),
    ("5/11/2015", "2015-05-11?"),
    ("15.8.2016", "2016-08-15"),
    ("Monday, August 15", "--08-15,W1"),
    ("Monday, Aug. 15, 2016", "2016-08-15,W1"),
    ("Mon. 15 August", "--08-15,W1"),
    ("Sunday the 5th of September", "--09-05,W7"),
    ("on Tuesday and Friday's attack", "W2, W5"),
    ("the sun sat and we wed", ""),
    ("Sun shines on Sat", ""),
    // Words that are months only in some places
    ("May 5, in May, since March", "--05-05, --05, --03"),
    ("Theresa May said; it may rain; May I", ""),
    ("the March on Washington", ""),
    ("from March to May", "--03, --05"),
    ("mid-March", "--03"),
    ("march 5 miles", ""),
    ("March 2011", "2011-03"),
    // Years, decades
    ("in 2016, since 1948, by 2035", "2016, 1948, 2035"),
    ("in 2015 and 2016", "2015, 2016"),
    ("in 2015-16", "2015/2016"),
    ("the 1950-53 war", "1950/1953"),
    ("from 1967 to 1973 and between 2011 and 2015", "1967/1973, 2011/2015"),
    ("from 2000 to 2010 dollars", ""),
    ("the year 2000", "2000"),
    ("in nineteen people", ""),
    ("44 BC and 1600 B.C.E. and 833 AD", "-1599, 0833"),
    ("the 1990s, the nineties, the mid-Sixties, the '90s", "199X, 199X, 196X, 199X"),
    ("in his twenties", ""),
    // Words
    ("yesterday, today, tomorrow, tonight", "yesterday, today, tomorrow, tonight"),
    ("last week, this month, next year", "last-week, this-month, next-year"),
    ("this year's summit", "this-year"),
    ("last man", ""),
    // Times
    ("at 15:30", "T15:30"),
    ("at 3:30 p.m.", "T15:30"),
    ("at 3.30 p.m. and 11.05am", "T15:30, T11:05"),
    ("rose 3.30 percent by 3.5 pm", ""),
    ("5 pm and 5pm and 10 a.m.", "T17:00, T17:00, T10:00"),
    ("12 a.m. and 12 p.m.", "T00:00, T12:00"),
    ("at 5 o'clock", "T05:00"),
    ("15:30:45 GMT", "T15:30"),
    ("at 0700 GMT", "T07:00"),
    ("9/11 and Sept. 11", "--09-11, --09-11"),
    ("the 2016 election and mid-2015", "2016, 2015"),
    ("On Dec. 17, 2010, he", "2010-12-17"),
    ("at 7 p.m. Monday", "T19:00, W1"),
    ("I am 5", ""),
    // Islamic
    ("10 Ramadan 1437 AH", "AH1437-09-10[2016-06-14/2016-06-17]"),
    ("in Ramadan", "AH--09"),
    ("12 Rabi al-Awwal 1438", "AH1438-03-12[2016-12-10/2016-12-13]"),
    ("9 Dhu al-Hijjah", "AH--12-09"),
    ("Rajab Tayyib", ""),
    ("", ""),
  ])
  func datesOfNews(text: String, expected: String) throws {
    #expect(try described(text, .english).dates == expected)
  }

  @Test func allMonthsAndDaysAreRead() throws {
    for width in [LocaleData.Width.wide, .abbreviated] {
      let months = try LocaleData.monthNames(
        locale: "en", calendar: "gregorian", width: width, standalone: true)
      for (index, name) in months.enumerated() {
        let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        #expect(try described("5 \(name) 2016", .english).dates == "2016-\(month)-05")
      }
      let days = try LocaleData.weekdayNames(
        locale: "en", calendar: "gregorian", width: width, standalone: true)
      for (index, name) in days.enumerated() {
        let day = index == 0 ? 7 : index
        #expect(try described("\(name), 5 May", .english).dates == "--05-05,W\(day)")
      }
    }
  }

  @Test func gregorianDaysAreCountedFrom1970() {
    #expect(CivilDay(daysSince1970: 0).description == "1970-01-01")
    #expect(CivilDay(daysSince1970: -1).description == "1969-12-31")
    #expect(CivilDay(daysSince1970: 17_028).description == "2016-08-15")
    #expect(CivilDay(daysSince1970: 11_016).description == "2000-02-29")
    #expect(CivilDay(daysSince1970: -492_148).description == "0622-07-19")
    #expect(CivilDay(daysSince1970: -719_529).description == "-0001-12-31")
  }
}
