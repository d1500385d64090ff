import ICU
import Text

/// A compiled set of concepts, ready to find their terms in both languages.
///
/// Immutable and shared between threads.
package struct Termbase: Sendable {
  package let concepts: [Concept]
  private let arabic: PhraseMatcher
  private let english: PhraseMatcher
  /// The rendering each English id stands for.
  private let renderings: [(concept: Int, rendering: Int)]

  package init(_ concepts: [Concept]) throws(ICUError) {
    var terms: [PhraseMatcher.Phrase] = []
    var renderings: [(concept: Int, rendering: Int)] = []
    var english: [PhraseMatcher.Phrase] = []
    for (index, concept) in concepts.enumerated() {
      for term in [concept.arabic] + concept.variants {
        terms.append(
          .init(
            term, id: Int32(index), strictness: concept.strictness,
            inflections: concept.inflections.subtracting(.verbal)))
      }
      // A form is inflected already.
      for form in concept.forms {
        terms.append(
          .init(form, id: Int32(index), strictness: concept.strictness, inflections: []))
      }
      // A guard is a longer phrase that stands for nothing: where it matches, the concept cannot.
      terms += concept.notIn.map { .init($0, id: Self.guardID) }
      for (number, rendering) in concept.renderings.enumerated() {
        // Of a noun such as accord no verb is made: according.
        english.append(
          .init(
            rendering.text, id: Int32(renderings.count),
            inflections: concept.inflections.intersection(.verbal).union(.number)))
        renderings.append((index, number))
      }
    }
    arabic = try PhraseMatcher(.arabic, terms)
    self.english = try PhraseMatcher(.english, english)
    self.concepts = concepts
    self.renderings = renderings
  }

  /// Of two that fit equally well the lower is found: a guard that is a term itself is the term.
  private static let guardID = Int32.max

  /// The terms of an Arabic sentence; where several begin at one place the longest wins.
  package func terms(in tokens: [Token], of bytes: Span<UInt8>) -> [TermMatch] {
    arabic.longestMatches(in: tokens, of: bytes).compactMap { match in
      match.id == Self.guardID
        ? nil : TermMatch(concept: Int(match.id), range: match.range)
    }
  }

  /// Every rendering found in an English sentence, overlaps included.
  ///
  /// A rendering inside a longer one still counts for its own concept: "president" is rendered in
  /// "Russian president".
  package func renderings(in tokens: [Token], of bytes: Span<UInt8>) -> [RenderingMatch] {
    english.allMatches(in: tokens, of: bytes).map { match in
      let (concept, rendering) = renderings[Int(match.id)]
      return RenderingMatch(
        concept: concept, rendering: concepts[concept].renderings[rendering], range: match.range)
    }
  }
}

/// A concept's term found in Arabic text.
package struct TermMatch: Sendable, Equatable {
  /// Index into the termbase's concepts.
  package let concept: Int
  /// UTF-8 bytes of the term, without clitics.
  package let range: Range<Int>
}

/// A rendering found in English text.
package struct RenderingMatch: Sendable, Equatable {
  /// Index into the termbase's concepts.
  package let concept: Int
  package let rendering: Rendering
  /// UTF-8 bytes of the rendering, without a possessive ending.
  package let range: Range<Int>
}
