import ICU

/// Evidence ICU's locale data knows in both languages: countries and months.
package struct GazetteerEvidence: EvidenceSource {
  private let keys: [EvidenceKey]
  private let arabic: PhraseMatcher
  private let english: PhraseMatcher

  /// Reads the names from ICU: a few milliseconds, once.
  package init() throws(ICUError) {
    var keys: [EvidenceKey] = []
    var arabic: [PhraseMatcher.Phrase] = []
    var english: [PhraseMatcher.Phrase] = []
    for code in LocaleData.countryCodes() {
      let id = Int32(keys.count)
      keys.append(EvidenceKey(.country, code.utf8.reduce(0) { $0 << 8 | UInt64($1) }))
      if let name = try LocaleData.countryName(code, in: "ar") {
        arabic.append(.init(name, id: id, inflections: []))
      }
      if let name = try LocaleData.countryName(code, in: "en") {
        english.append(.init(name, id: id, inflections: []))
      }
    }
    for month in 0..<12 {
      let id = Int32(keys.count)
      keys.append(EvidenceKey(.month, UInt64(month + 1)))
      for locale in Self.arabicMonthLocales {
        let names = try LocaleData.monthNames(
          locale: locale, calendar: "gregorian", width: .wide, standalone: true)
        if names.indices.contains(month) {
          arabic.append(.init(names[month], id: id, inflections: []))
        }
      }
      let names = try LocaleData.monthNames(
        locale: "en", calendar: "gregorian", width: .wide, standalone: true)
      if names.indices.contains(month) {
        english.append(.init(names[month], id: id, inflections: []))
      }
    }
    self.keys = keys
    self.arabic = try PhraseMatcher(.arabic, arabic)
    self.english = try PhraseMatcher(.english, english)
  }

  /// Levant and Iraq, Egypt and the Gulf, Algeria and Tunisia, Morocco, Mauritania.
  private static let arabicMonthLocales = ["ar_SY", "ar_EG", "ar_DZ", "ar_MA", "ar_MR"]

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    let matcher = language == .arabic ? arabic : english
    for match in matcher.longestMatches(in: tokens, of: bytes) {
      let key = self.keys[Int(match.id)]
      // News writes both names of a month, أيلول/ سبتمبر: one month.
      if key.kind != .month || !keys.contains(key) { keys.append(key) }
    }
  }
}
