import Text

/// A concept of a termbase: an Arabic term and the English renderings a house accepts for it.
///
/// Concept-oriented as in ISO 30042; `Glossaries/README.md` gives each field's meaning.
package struct Concept: Sendable, Equatable {
  package let id: String
  /// The subject field: the name of the file the concept stands in.
  package let domain: String
  /// The headword in its dictionary form.
  package let arabic: String
  /// Other spellings and names looked up like the headword.
  package let variants: [String]
  /// Inflected forms that are not made by clitics: broken plurals, duals, feminines.
  package let forms: [String]
  /// In order of preference.
  package let renderings: [Rendering]
  package let strictness: PhraseMatcher.Strictness
  /// How the headword and its variants may be inflected, and whether its renderings are verbs.
  package let inflections: Inflection
  /// Longer phrases in which the headword has another sense.
  package let notIn: [String]
  /// Whether a text should keep to one rendering.
  package let isConsistent: Bool
  package let note: String

  package init(
    id: String, domain: String, arabic: String, variants: [String] = [], forms: [String] = [],
    renderings: [Rendering], strictness: PhraseMatcher.Strictness = .free,
    inflections: Inflection = .number, notIn: [String] = [],
    isConsistent: Bool = true, note: String = ""
  ) {
    self.id = id
    self.domain = domain
    self.arabic = arabic
    self.variants = variants
    self.forms = forms
    self.renderings = renderings
    self.strictness = strictness
    self.inflections = inflections
    self.notIn = notIn
    self.isConsistent = isConsistent
    self.note = note
  }

  /// The renderings the glossary accepts, the preferred one first.
  package var accepted: [String] {
    renderings.filter { $0.status != .forbidden }.map(\.text)
  }
}

/// An English term for a concept.
package struct Rendering: Sendable, Equatable {
  /// ISO 30042's administrative statuses, as far as the termbase uses them.
  package enum Status: String, Sendable {
    case preferred, admitted, forbidden
  }

  package let text: String
  package let status: Status
  /// Whether it is an abbreviation, which may stand beside the full term.
  package let isAcronym: Bool

  package init(_ text: String, _ status: Status, isAcronym: Bool = false) {
    self.text = text
    self.status = status
    self.isAcronym = isAcronym
  }
}
