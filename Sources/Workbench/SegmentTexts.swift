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

  private struct Segmenters: ~Copyable {
    var sentences: SentenceSegmenter
    var words: WordSegmenter

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

  /// Calls `body` with each piece's UTF-8 range and the number of the group it is in: a sentence's
  /// paragraph, a word's sentence.
  package mutating func segment(
    _ document: Document, _ body: (_ piece: Range<Int>, _ group: Int) throws -> Void
  ) throws {
    let bytes = document.bytes.span
    let fallback = document.detectLanguage() ?? .arabic
    var group = 0
    for paragraph in document.paragraphs {
      if unit == .paragraph {
        try body(paragraph, group)
        continue
      }
      switch language ?? Language.detect(in: CollectionOfOne(paragraph), of: bytes) ?? fallback {
      case .arabic: try Self.segment(paragraph, bytes, unit, &arabic, &group, body)
      case .english: try Self.segment(paragraph, bytes, unit, &english, &group, body)
      }
    }
  }

  private static func segment(
    _ paragraph: Range<Int>, _ bytes: Span<UInt8>, _ unit: Unit, _ segmenters: inout Segmenters,
    _ group: inout Int, _ body: (_ piece: Range<Int>, _ group: Int) throws -> Void
  ) throws {
    var sentences: [Range<Int>] = []
    try segmenters.sentences.segment(paragraph, of: bytes, into: &sentences)
    var tokens: [Token] = []
    for sentence in sentences {
      if unit == .sentence {
        try body(sentence, group)
        continue
      }
      tokens.removeAll(keepingCapacity: true)
      try segmenters.words.segment(sentence, of: bytes, into: &tokens)
      for token in tokens { try body(token.range, group) }
      group += 1
    }
    if unit == .sentence { group += 1 }
  }
}
