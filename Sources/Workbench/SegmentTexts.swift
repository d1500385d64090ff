import ICU
import Text

/// Cuts documents into paragraphs, sentences or words, paragraph by paragraph.
package struct SegmentTexts: ~Copyable {
  package enum Unit: String, Sendable, CaseIterable {
    case paragraph, sentence, word
  }

  private let language: Language?
  private let unit: Unit
  private var arabic: Segmenters
  private var english: Segmenters
  private var last: Language = .arabic
  private var group = 0

  private struct Segmenters: ~Copyable {
    var sentences: SentenceSegmenter
    var words: WordSegmenter
    /// Reused from paragraph to paragraph.
    var ranges: [Range<Int>] = []
    var tokens: [Token] = []

    init(_ language: Language) throws(ICUError) {
      // Both are open before either is stored: a noncopyable value cannot be half initialised.
      let sentences = try SentenceSegmenter(language)
      let words = try WordSegmenter(language)
      self.sentences = sentences
      self.words = words
    }
  }

  /// - Parameter language: nil to tell each paragraph's language by its script.
  package init(language: Language?, unit: Unit) throws(ICUError) {
    self.language = language
    self.unit = unit
    let arabic = try Segmenters(.arabic)
    let english = try Segmenters(.english)
    self.arabic = arabic
    self.english = english
  }

  /// Puts the pieces of a paragraph of a document into `pieces`, each with the number of the group
  /// it is in: a sentence's paragraph, a word's sentence. Groups are counted on from one call to
  /// the next.
  package mutating func segment(
    _ paragraph: Range<Int>, of document: Document, into pieces: inout Pieces
  ) throws {
    pieces.removeAll()
    let bytes = document.bytes.span
    if unit == .paragraph {
      pieces.append(paragraph, group: group)
      return
    }
    switch languageOf(paragraph, bytes) {
    case .arabic: try Self.segment(paragraph, bytes, unit, &arabic, &group, &pieces)
    case .english: try Self.segment(paragraph, bytes, unit, &english, &group, &pieces)
    }
  }

  /// A paragraph without letters is of the language before it.
  private mutating func languageOf(_ paragraph: Range<Int>, _ bytes: Span<UInt8>) -> Language {
    if let language { return language }
    last = Language.detect(in: CollectionOfOne(paragraph), of: bytes) ?? last
    return last
  }

  private static func segment(
    _ paragraph: Range<Int>, _ bytes: Span<UInt8>, _ unit: Unit, _ segmenters: inout Segmenters,
    _ group: inout Int, _ pieces: inout Pieces
  ) throws {
    segmenters.ranges.removeAll(keepingCapacity: true)
    try segmenters.sentences.segment(paragraph, of: bytes, into: &segmenters.ranges)
    for index in segmenters.ranges.indices {
      let sentence = segmenters.ranges[index]
      if unit == .sentence {
        pieces.append(sentence, group: group)
        continue
      }
      segmenters.tokens.removeAll(keepingCapacity: true)
      try segmenters.words.segment(sentence, of: bytes, into: &segmenters.tokens)
      for token in segmenters.tokens { pieces.append(token.range, group: group) }
      group += 1
    }
    if unit == .sentence { group += 1 }
  }
}
