import ICU

/// A document cut into sentences.
package struct SegmentedText: Sendable {
  package let document: Document
  package let language: Language
  /// UTF-8 ranges of `document.bytes`, in order, apart from one another.
  package let sentences: [Range<Int>]
  /// For each sentence, the index of its paragraph in `document.paragraphs`.
  package let paragraphs: [Int]
  /// Whether paragraphs say anything: not where every line is a sentence.
  package let hasParagraphs: Bool

  /// Cuts a document by the sentence rules of its language, or one sentence a line.
  ///
  /// - Parameters:
  ///   - language: nil to tell it by script, Arabic where the text has no letters.
  ///   - isSegmented: whether every line that is not blank is one sentence already.
  package init(
    _ document: Document, language: Language? = nil, isSegmented: Bool = false
  ) throws(ICUError) {
    let bytes = document.bytes.span
    self.document = document
    self.language =
      language ?? document.detectLanguage() ?? .arabic
    hasParagraphs = !isSegmented
    if isSegmented {
      sentences = document.paragraphs.map { trimmed($0, in: bytes) }
      paragraphs = Array(document.paragraphs.indices)
      return
    }
    var segmenter = try SentenceSegmenter(self.language)
    var sentences: [Range<Int>] = []
    var paragraphs: [Int] = []
    for (index, paragraph) in document.paragraphs.enumerated() {
      try segmenter.segment(paragraph, of: bytes, into: &sentences)
      while paragraphs.count < sentences.count { paragraphs.append(index) }
    }
    self.sentences = sentences
    self.paragraphs = paragraphs
  }

  /// A text whose sentences are given.
  ///
  /// A line break within a sentence becomes a space. Each sentence keeps its index, be it blank.
  ///
  /// - Parameter language: nil to tell it by script, Arabic where there are no letters.
  /// - Throws: `DocumentError` for a zero character.
  package init(
    name: String, sentences texts: [String], language: Language? = nil
  ) throws(DocumentError) {
    var bytes: [UInt8] = []
    var sentences: [Range<Int>] = []
    for text in texts {
      let start = bytes.count
      let utf8 = Array(text.utf8)
      var lines = Lines()
      while let line = lines.nextLine(in: utf8.span) {
        if bytes.count > start { bytes.append(0x20) }
        bytes += utf8[line]
      }
      sentences.append(start..<bytes.count)
      bytes.append(0x0A)
    }
    let document = try Document(name: name, bytes: bytes)
    self.document = document
    self.language = language ?? document.detectLanguage() ?? .arabic
    hasParagraphs = false
    self.sentences = sentences.map { trimmed($0, in: document.bytes.span) }
    paragraphs = Array(sentences.indices)
  }

  /// The same sentences, taken for text of another language.
  package func with(language: Language) -> SegmentedText {
    SegmentedText(self, language: language)
  }

  private init(_ text: SegmentedText, language: Language) {
    document = text.document
    self.language = language
    sentences = text.sentences
    paragraphs = text.paragraphs
    hasParagraphs = text.hasParagraphs
  }

  /// The text of a sentence.
  package func string(_ sentence: Int) -> String { document.string(sentences[sentence]) }

  /// The text of neighbouring sentences: as it stands within a line, with one space where a line or
  /// a paragraph ends.
  package func string(_ group: Range<Int>) -> String {
    var text = ""
    var at = group.lowerBound
    while at < group.upperBound {
      var last = at
      while last + 1 < group.upperBound, paragraphs[last + 1] == paragraphs[at] { last += 1 }
      if at > group.lowerBound { text += " " }
      text += document.unwrappedString(sentences[at].lowerBound..<sentences[last].upperBound)
      at = last + 1
    }
    return text
  }

  /// From the first byte of a group of sentences to its last; nil for an empty group.
  package func range(_ group: Range<Int>) -> Range<Int>? {
    group.isEmpty
      ? nil : sentences[group.lowerBound].lowerBound..<sentences[group.upperBound - 1].upperBound
  }

  /// The tokens of every sentence.
  package func tokens() throws(ICUError) -> [[Token]] {
    var segmenter = try WordSegmenter(language)
    var all: [[Token]] = []
    all.reserveCapacity(sentences.count)
    for sentence in sentences {
      var tokens: [Token] = []
      try segmenter.segment(sentence, of: document.bytes.span, into: &tokens)
      all.append(tokens)
    }
    return all
  }
}
