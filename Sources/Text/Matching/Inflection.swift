/// How a word differs from its dictionary form, clitics apart.
package struct Inflection: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Two of it: ان, and ين, which after a masculine is the plural as well and so has both.
  package static let dual = Inflection(rawValue: 1)
  package static let plural = Inflection(rawValue: 1 << 1)
  /// With `plural`: one the language's table of such plurals gives (دولة/دول, man/men).
  package static let broken = Inflection(rawValue: 1 << 2)
  /// The feminine of a word that is masculine in the dictionary.
  package static let feminine = Inflection(rawValue: 1 << 3)
  /// A dual or plural that has lost its ن before a genitive: وزيرا الخارجية.
  package static let construct = Inflection(rawValue: 1 << 4)
  /// The alif of the indefinite accusative.
  package static let accusative = Inflection(rawValue: 1 << 5)
  /// A defective noun without its ي: قاض for قاضي.
  package static let shortened = Inflection(rawValue: 1 << 6)
  /// An English verb's -ed or -ing.
  package static let verbal = Inflection(rawValue: 1 << 7)
  /// The adjective of relation made of a noun: عراقي of عراق, سياسي of سياسة.
  package static let nisba = Inflection(rawValue: 1 << 9)
  /// English 's.
  package static let possessive = Inflection(rawValue: 1 << 8)

  /// Number, as a phrase may ask for.
  package static let number: Inflection = [.dual, .plural, .broken]
  /// What a phrase must ask for; the rest is seen through with the clitics.
  static let optional: Inflection = [.dual, .plural, .broken, .feminine, .verbal, .nisba]
}

/// What was found around and in one word of a match.
package struct WordForm: Sendable, Equatable {
  package let proclitics: Proclitics
  /// Whether the article stands before the word.
  package let hasArticle: Bool
  package let inflection: Inflection
  package let pronoun: Pronoun?
}

/// Particles written in one with the word they stand before.
package struct Proclitics: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let waw = Proclitics(rawValue: 1)
  package static let fa = Proclitics(rawValue: 1 << 1)
  package static let ba = Proclitics(rawValue: 1 << 2)
  package static let lam = Proclitics(rawValue: 1 << 3)
  package static let kaf = Proclitics(rawValue: 1 << 4)
  package static let sin = Proclitics(rawValue: 1 << 5)
}

/// A possessive or object pronoun written in one with the word before it.
///
/// ي and ك of the first and second person are not told: ي after a noun is far oftener the ending
/// of an adjective, and both are rare in news.
package enum Pronoun: String, Sendable, CaseIterable {
  case his = "ه"
  case her = "ها"
  case their = "هم"
  case theirFeminine = "هن"
  case theirDual = "هما"
  case your = "كم"
  case our = "نا"
}
