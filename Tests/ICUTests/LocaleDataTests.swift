import ICU
import Testing

@Suite("Locale data")
struct LocaleDataTests {
  @Test("Countries are listed by two-letter code")
  func codes() {
    let codes = LocaleData.countryCodes()
    #expect(codes.count > 240)
    #expect(Set(codes).isSuperset(of: ["RU", "SY", "EG", "GB", "PS"]))
    #expect(codes.allSatisfy { $0.utf8.count == 2 })
    #expect(codes == codes.sorted())
  }

  static let countries: [(code: String, locale: String, name: String?)] = [
    ("RU", "ar", "روسيا"), ("RU", "en", "Russia"), ("SY", "ar", "سوريا"), ("RU", "en_GB", "Russia"),
    ("AE", "ar_EG", "الإمارات العربية المتحدة"), ("RU", "de", "Russland"),
    ("XQ", "en", nil), ("ru", "en", nil), ("Russia", "en", nil), ("", "en", nil),
    ("R;", "en", nil), ("@=", "en", nil), ("RU", "xx", nil), ("RU", "", nil),
  ]

  @Test("A country has a name in each language, or none", arguments: countries)
  func country(_ code: String, _ locale: String, _ name: String?) throws {
    #expect(try LocaleData.countryName(code, in: locale) == name)
  }

  @Test("Every country is named in Arabic and English", arguments: ["ar", "en"])
  func everyCountry(_ locale: String) throws {
    for code in LocaleData.countryCodes() {
      let name = try LocaleData.countryName(code, in: locale)
      #expect(name != nil && name != code, "\(code)")
    }
  }

  struct Months: Sendable, CustomTestStringConvertible {
    let locale: String
    let calendar: String?
    let index: Int
    let name: String
    var testDescription: String { "\(locale) \(calendar ?? "") \(name)" }
  }

  static let months = [
    Months(locale: "ar_SY", calendar: nil, index: 0, name: "كانون الثاني"),
    Months(locale: "ar_IQ", calendar: "gregorian", index: 5, name: "حزيران"),
    Months(locale: "ar_EG", calendar: nil, index: 0, name: "يناير"),
    Months(locale: "ar_DZ", calendar: nil, index: 0, name: "جانفي"),
    Months(locale: "ar_MA", calendar: nil, index: 6, name: "يوليوز"),
    Months(locale: "ar", calendar: "islamic", index: 8, name: "رمضان"),
    Months(locale: "en", calendar: "islamic", index: 8, name: "Ramadan"),
    Months(locale: "en", calendar: nil, index: 11, name: "December"),
    Months(locale: "en@numbers=arab", calendar: "hebrew", index: 0, name: "Tishri"),
  ]

  @Test("Months are named as the country names them", arguments: months)
  func month(_ example: Months) throws {
    let names = try LocaleData.monthNames(
      locale: example.locale, calendar: example.calendar, width: .wide, standalone: false)
    #expect(names.count >= 12)
    #expect(names.indices.contains(example.index) && names[example.index] == example.name)
  }

  @Test("Names come short and in the form outside a date")
  func forms() throws {
    let short = try LocaleData.monthNames(
      locale: "en", calendar: "gregorian", width: .abbreviated, standalone: false)
    #expect(short.first == "Jan")
    let inDate = try LocaleData.monthNames(
      locale: "ru", calendar: nil, width: .wide, standalone: false)
    let alone = try LocaleData.monthNames(
      locale: "ru", calendar: nil, width: .wide, standalone: true)
    #expect(inDate.first == "января")
    #expect(alone.first == "январь")
    let shortAlone = try LocaleData.monthNames(
      locale: "en", calendar: nil, width: .abbreviated, standalone: true)
    #expect(shortAlone.last == "Dec")
  }

  @Test("The week has seven days and begins with Sunday")
  func weekdays() throws {
    for width in [LocaleData.Width.wide, .abbreviated] {
      for standalone in [false, true] {
        let arabic = try LocaleData.weekdayNames(
          locale: "ar", calendar: nil, width: width, standalone: standalone)
        #expect(arabic.count == 7)
        #expect(arabic.first == "الأحد")
      }
    }
    let english = try LocaleData.weekdayNames(
      locale: "en_GB", calendar: "gregorian", width: .wide, standalone: true)
    #expect(
      english == [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
      ])
  }

  @Test("A language ICU does not know is refused, whatever the environment speaks")
  func unknownLanguage() {
    let error = #expect(throws: ICUError.self) {
      try LocaleData.monthNames(locale: "xx", calendar: nil, width: .wide, standalone: false)
    }
    #expect(error?.name == "U_MISSING_RESOURCE_ERROR")
  }

  @Test("Nonsense gives names or an error, never a crash", arguments: nonsense)
  func nonsenseNames(_ nonsense: Nonsense) {
    let name = nonsense.name
    do throws(ICUError) {
      let country = try LocaleData.countryName("RU", in: name)
      #expect(country?.isEmpty != true)
    } catch {
      #expect(error.code > 0)
    }
    do throws(ICUError) {
      #expect(try LocaleData.countryName(name, in: "ar") == nil)
    } catch {
      #expect(name.contains("\0"))
    }
    do throws(ICUError) {
      _ = try LocaleData.monthNames(locale: name, calendar: nil, width: .wide, standalone: true)
    } catch {
      #expect(error.code > 0)
    }
    do throws(ICUError) {
      let days = try LocaleData.weekdayNames(
        locale: "ar", calendar: name, width: .wide, standalone: true)
      #expect(days.count == 7)
    } catch {
      #expect(error.code > 0)
    }
  }
}
