import ICU

/// Cuts paragraphs into sentences: ICU's sentence iterator (UAX #29), corrected by news rules.
///
/// ICU proposes boundaries; `SentenceRules` refuses those that fall after an abbreviation, an
/// initial, an enumeration, inside an ellipsis or before the attribution of a quote. A sentence has
/// no white space at its ends, and only white space lies between two sentences. One segmenter
/// serves one thread; opening one costs a few microseconds.
package struct SentenceSegmenter: ~Copyable {
  private var breaks: BreakIterator
  private let rules: SentenceRules

  package init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.sentence, locale: language.rawValue)
    rules = SentenceRules(language)
  }

  /// Appends the sentences of `paragraph`, a range of `bytes` within one line, to `sentences`.
  package mutating func segment(
    _ paragraph: Range<Int>, of bytes: Span<UInt8>, into sentences: inout [Range<Int>]
  ) throws(ICUError) {
    try breaks.setText(bytes.extracting(paragraph))
    var start = paragraph.lowerBound
    while let boundary = breaks.next() {
      let proposed = paragraph.lowerBound + boundary.offset
      let end: Int
      if proposed == paragraph.upperBound {
        end = proposed
      } else if proposed > start,
        let ruled = rules.end(
          at: proposed, sentenceStart: start, paragraph: paragraph, bytes: bytes)
      {
        end = ruled
      } else {
        continue
      }
      let sentence = trimmed(start..<end, in: bytes)
      if !sentence.isEmpty { sentences.append(sentence) }
      start = end
    }
  }
}
