import ICU
import Text

/// Cuts documents into paragraphs, sentences, words or clitics, or finds their numbers and dates,
/// paragraph by paragraph.
package struct SegmentTexts: ~Copyable {
  package enum Unit: String, Sendable, CaseIterable {
    case paragraph, sentence, word, clitic, number, date

    /// Whether all of a text but white space is in some piece.
    package var coversText: Bool { self != .number && self != .date }
  }

  private let language: Language?
  private let unit: Unit
  private let rules: (Language) throws -> SRXRules?
  private var arabic: Segmenters?
  private var english: Segmenters?
  private var last: Language = .arabic
  private var group = 0

  /// What cuts text of one language, opened when the first such text comes.
  private struct Segmenters: ~Copyable {
    var sentences: SentenceSegmenter
    var srx: SRXSegmenter?
    var words: WordSegmenter
    var clitics = CliticSegmenter()
    let finder: DateAndNumberFinder
    /// Reused from paragraph to paragraph.
    var ranges: [Range<Int>] = []
    var tokens: [Token] = []
    var dates: [DateMention] = []
    var quantities: [Quantity] = []

    init(_ language: Language, _ rules: SRXRules?) throws {
      // All are open before any is stored: a noncopyable value cannot be half initialised.
      let sentences = try SentenceSegmenter(language)
      let words = try WordSegmenter(language)
      let srx = try rules.map { rules throws(SRXError) in try SRXSegmenter(rules) }
      self.sentences = sentences
      self.words = words
      self.srx = srx
      finder = DateAndNumberFinder(language)
    }

    mutating func cut(_ paragraph: Range<Int>, _ bytes: Span<UInt8>) throws {
      ranges.removeAll(keepingCapacity: true)
      if srx == nil {
        try sentences.segment(paragraph, of: bytes, into: &ranges)
      } else {
        try srx?.segment(paragraph, of: bytes, into: &ranges)
      }
    }

    /// Finds the numbers or the dates of a sentence, given as its tokens.
    mutating func find(
      _ unit: Unit, _ bytes: Span<UInt8>, _ group: Int, _ pieces: inout Pieces
    ) {
      dates.removeAll(keepingCapacity: true)
      quantities.removeAll(keepingCapacity: true)
      finder.find(in: tokens, of: bytes, dates: &dates, quantities: &quantities)
      if unit == .date {
        for date in dates { pieces.append(date, group: group) }
      } else {
        for quantity in quantities { pieces.append(quantity, group: group) }
      }
    }
  }

  /// - Parameters:
  ///   - language: nil to tell each paragraph's language by its script.
  ///   - rules: gives the rules that replace the built-in ones for a language; nil for none.
  package init(
    language: Language?, unit: Unit,
    rules: @escaping (Language) throws -> SRXRules? = { _ in nil }
  ) {
    self.language = language
    self.unit = unit
    self.rules = rules
  }

  /// Puts the pieces of a paragraph of a document into `pieces`.
  ///
  /// Each has the number of the group it is in: a sentence's paragraph, a word's sentence. Groups
  /// are counted on from one call to the next.
  ///
  /// - Throws: `ICUError`, and `SRXError` where rules were given.
  package mutating func segment(
    _ paragraph: Range<Int>, of document: Document, into pieces: inout Pieces
  ) throws {
    pieces.removeAll()
    let bytes = document.bytes.span
    if unit == .paragraph {
      pieces.append(paragraph, group: group)
      return
    }
    let language = languageOf(paragraph, bytes)
    var segmenters =
      try (language == .arabic ? arabic.take() : english.take())
      ?? Segmenters(language, rules(language))
    try segment(paragraph, bytes, &segmenters, &pieces)
    switch language {
    case .arabic: arabic = consume segmenters
    case .english: english = consume segmenters
    }
  }

  /// Takes the next paragraph for the rest of the last one.
  package mutating func continueParagraph() {
    if unit == .sentence, group > 0 { group -= 1 }
  }

  /// A paragraph without letters is of the language before it.
  private mutating func languageOf(_ paragraph: Range<Int>, _ bytes: Span<UInt8>) -> Language {
    if let language { return language }
    last = Language.detect(in: CollectionOfOne(paragraph), of: bytes) ?? last
    return last
  }

  private mutating func segment(
    _ paragraph: Range<Int>, _ bytes: Span<UInt8>, _ segmenters: inout Segmenters,
    _ pieces: inout Pieces
  ) throws {
    try segmenters.cut(paragraph, bytes)
    for index in segmenters.ranges.indices {
      let sentence = segmenters.ranges[index]
      if unit == .sentence {
        pieces.append(sentence, group: group)
        continue
      }
      segmenters.tokens.removeAll(keepingCapacity: true)
      try segmenters.words.segment(sentence, of: bytes, into: &segmenters.tokens)
      switch unit {
      case .clitic:
        for token in segmenters.tokens {
          pieces.append(token.range, of: bytes, group: group, by: &segmenters.clitics)
        }
      case .number, .date: segmenters.find(unit, bytes, group, &pieces)
      case .paragraph, .sentence, .word:
        for token in segmenters.tokens { pieces.append(token.range, group: group) }
      }
      group += 1
    }
    if unit == .sentence { group += 1 }
  }
}
