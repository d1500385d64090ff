import ICU
import Text

/// What a file in SRX says: rules, and which languages they are for.
package struct SRXFile: Sendable, Equatable {
  /// Which languages a set of rules is for.
  package struct LanguageMap: Sendable, Equatable {
    /// A regular expression that a language's whole code must match, in either case.
    package let languagePattern: String
    package let rulesName: String
    package let position: Position
  }

  /// The name people know the file by.
  package let name: String
  /// Whether all maps that match a language apply, in their order, or the first alone.
  package let cascades: Bool
  package let rules: [String: [SRXRules.Rule]]
  /// In the file's order.
  package let maps: [LanguageMap]

  /// The rules for a language, by its BCP 47 code.
  ///
  /// Throws where a map's pattern is none, and where no map matches: text cut by no rules would
  /// look as if it had one sentence a line.
  package func rules(for language: String) throws(SRXError) -> SRXRules {
    var found: [SRXRules.Rule] = []
    var names: Set<String> = []
    for map in maps where try matches(map, language) {
      // Rules asked a second time have nothing to add.
      if names.insert(map.rulesName).inserted { found += rules[map.rulesName] ?? [] }
      if !cascades { break }
    }
    if names.isEmpty {
      throw SRXError(file: name, position: nil, .noRules(language: language))
    }
    return SRXRules(file: name, rules: found)
  }

  private func matches(_ map: LanguageMap, _ language: String) throws(SRXError) -> Bool {
    let pattern = map.languagePattern
    var expression: RegularExpression
    do { expression = try RegularExpression(pattern, ignoringCase: true) } catch {
      throw SRXError(
        file: name, position: map.position, .badExpression(pattern: pattern, error))
    }
    do throws(ICUError) {
      var text = try SearchText()
      try text.set(language.utf8.span)
      return try expression.matchesAll(of: text)
    } catch {
      throw SRXError(
        file: name, position: map.position,
        error.isTooCostly ? .tooCostly(pattern: pattern) : .text(error))
    }
  }
}
