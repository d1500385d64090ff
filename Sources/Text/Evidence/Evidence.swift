import ICU

/// Something a sentence says in a form both languages share: a number, a country, a name.
///
/// Sentences of two texts speak for each other by the keys they share.
package struct EvidenceKey: Hashable, Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case number, unit, month, date, weekday, relative, country, latin, name, concept, word, question
    case quotation
  }

  package let kind: Kind
  /// A month from 1 to 12, 100 times a month and a day, a weekday from 1 to 7, a country's code, a
  /// concept's index, or a hash.
  package let value: UInt64

  package init(_ kind: Kind, _ value: UInt64) {
    self.kind = kind
    self.value = value
  }

  /// A number that is another for another key, but for chances of one in 2⁶⁴.
  package var hash: UInt64 { value ^ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15 }
}

/// Finds keys in a sentence of either language.
package protocol EvidenceSource: Sendable {
  /// Appends the keys of a sentence, given as its tokens in `bytes`.
  func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey])
}
