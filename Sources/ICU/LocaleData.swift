internal import CICU

/// The names that languages have for countries, months and days (CLDR).
package enum LocaleData {
  /// How long a name is.
  package enum Width: Sendable {
    /// In full, "January".
    case wide
    /// Shortened, "Jan"; Arabic does not shorten most of its names.
    case abbreviated
  }

  /// Lists the two-letter codes of ISO 3166 that ICU knows, in alphabetical order.
  package static func countryCodes() -> [String] {
    var codes: [String] = []
    while let code = cicu_country_code(Int32(truncatingIfNeeded: codes.count)) {
      codes.append(String(cString: code))
    }
    return codes
  }

  /// Gives a country's name in a locale's language, or `nil` where ICU has none.
  ///
  /// `code` is two capital letters of ISO 3166; anything else has no name.  Nor has any country in
  /// a locale of a language ICU does not know.  Throws `U_ILLEGAL_ARGUMENT_ERROR` for a locale that
  /// cannot be read as one.
  package static func countryName(
    _ code: String, in locale: String
  ) throws(ICUError) -> String? {
    let operation = "name country"
    guard !code.utf8.contains(0) else {
      throw ICUError(operation, cicu_status(CICU_ILLEGAL_ARGUMENT))
    }
    let name = try withName(locale, operation) { locale, status in
      code.withCString { cicu_country_name($0, locale, &status) }
    }
    return name.bytes == nil ? nil : String(taking: name)
  }

  /// Lists the months of a locale's calendar, from the first.
  ///
  /// `calendar` is a CLDR type such as "islamic" or "gregorian", and `nil` the locale's own; a type
  /// ICU does not know is taken for "gregorian".  Calendars with leap months have 13 or 14 names.
  /// `standalone` asks for the form outside a date, which some languages inflect.  Throws
  /// `U_MISSING_RESOURCE_ERROR` for a locale of a language ICU does not know.
  package static func monthNames(
    locale: String, calendar: String?, width: Width, standalone: Bool
  ) throws(ICUError) -> [String] {
    let kind =
      switch (width, standalone) {
      case (.wide, false): CICU_MONTHS
      case (.wide, true): CICU_STANDALONE_MONTHS
      case (.abbreviated, false): CICU_SHORT_MONTHS
      case (.abbreviated, true): CICU_STANDALONE_SHORT_MONTHS
      }
    return try names(Int32(kind), from: 0, locale: locale, calendar: calendar)
  }

  /// Lists the seven days of the week, Sunday first in every locale.
  ///
  /// The parameters and errors are those of `monthNames`.
  package static func weekdayNames(
    locale: String, calendar: String?, width: Width, standalone: Bool
  ) throws(ICUError) -> [String] {
    let kind =
      switch (width, standalone) {
      case (.wide, false): CICU_WEEKDAYS
      case (.wide, true): CICU_STANDALONE_WEEKDAYS
      case (.abbreviated, false): CICU_SHORT_WEEKDAYS
      case (.abbreviated, true): CICU_STANDALONE_SHORT_WEEKDAYS
      }
    // ICU counts weekdays from 1 and leaves the name at 0 empty.
    return try names(Int32(kind), from: 1, locale: locale, calendar: calendar)
  }

  private static func names(
    _ kind: Int32, from first: Int32, locale: String, calendar: String?
  ) throws(ICUError) -> [String] {
    let operation = "name months and days"
    let handle: OpaquePointer
    if let calendar {
      guard !calendar.utf8.contains(0) else {
        throw ICUError(operation, cicu_status(CICU_ILLEGAL_ARGUMENT))
      }
      handle = try openedByName(locale, operation) { locale, status in
        calendar.withCString { cicu_calendar_open(locale, $0, &status) }
      }
    } else {
      handle = try openedByName(locale, operation) { locale, status in
        cicu_calendar_open(locale, nil, &status)
      }
    }
    defer { cicu_calendar_close(handle) }
    var names: [String] = []
    var index = first
    while index < cicu_calendar_count(handle, kind) {
      let name = try checked(operation) { cicu_calendar_name(handle, kind, index, &$0) }
      names.append(String(taking: name))
      index += 1
    }
    return names
  }
}
