import ICU

/// Cuts paragraphs into sentences: ICU's sentence iterator (UAX #29), corrected by news rules.
///
/// One pass over the bytes finds the end marks; ICU says where UAX #29 has a boundary, and
/// `SentenceRules` decide. A paragraph without end marks in its middle is not given to ICU at all.
/// A sentence has no white space at its ends, and only white space lies between two sentences. One
/// segmenter serves one thread; opening one costs a few microseconds.
package struct SentenceSegmenter: ~Copyable {
  private var proposals: SentenceProposals
  private let rules: SentenceRules

  package init(_ language: Language) throws(ICUError) {
    proposals = try SentenceProposals(language)
    rules = SentenceRules(language)
  }

  /// Appends the sentences of `paragraph`, a range of `bytes`, to `sentences`.
  ///
  /// Line breaks within the paragraph are white space, as in hard-wrapped text.
  package mutating func segment(
    _ paragraph: Range<Int>, of bytes: Span<UInt8>, into sentences: inout [Range<Int>]
  ) throws(ICUError) {
    let content = trimmed(paragraph, in: bytes)
    var scan = SentenceScan(content, bytes)
    proposals.close()
    var start = content.lowerBound
    while true {
      let ending = scan.next(in: bytes)
      if !proposals.isOpen, ending != nil || scan.hasForeignScript {
        try proposals.open(content, of: bytes)
      }
      // Before end marks that the rules know, UAX #29 may know some of another script.
      let known = ending?.marks.upperBound ?? content.upperBound
      while let foreign = proposals.next(after: start, before: known) {
        append(start..<foreign, bytes, &sentences)
        start = foreign
      }
      guard let ending else { break }
      let isProposed = proposals.skip(through: ending.proposal)
      let first = trimmed(start..<content.upperBound, in: bytes).lowerBound
      if let end = rules.end(
        of: ending, start: first, isProposed: isProposed, to: content.upperBound, bytes)
      {
        append(start..<end, bytes, &sentences)
        start = end
        scan.beginSentence(at: end, bytes)
      }
    }
    append(start..<content.upperBound, bytes, &sentences)
  }

  private func append(
    _ range: Range<Int>, _ bytes: Span<UInt8>, _ sentences: inout [Range<Int>]
  ) {
    let sentence = trimmed(range, in: bytes)
    if !sentence.isEmpty { sentences.append(sentence) }
  }
}
