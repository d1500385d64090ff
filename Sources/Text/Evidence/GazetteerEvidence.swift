import ICU

/// Evidence ICU's locale data knows in both languages: countries.
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
        arabic.append(.init(name, id: id))
      }
      if let name = try LocaleData.countryName(code, in: "en") {
        english.append(.init(name, id: id))
      }
    }
    self.keys = keys
    self.arabic = try PhraseMatcher(.arabic, arabic)
    self.english = try PhraseMatcher(.english, english)
  }

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    let matcher = language == .arabic ? arabic : english
    for match in matcher.longestMatches(in: tokens, of: bytes) {
      keys.append(self.keys[Int(match.id)])
    }
  }
}
