import ICU

/// How a line is laid out: its direction and why, its levels and its runs.
package struct LineLayout: Sendable, Equatable {
  /// UTF-8 bytes of the text, without the line's end.
  package let range: Range<Int>
  package let base: ParagraphBase
  /// The direction of the first strong character; nil where there is none.
  package let firstStrong: TextDirection?
  /// The level of each Unicode scalar, in the order of the text.
  package let levels: [UInt8]
  /// From left to right as displayed; the ranges are bytes of the text.
  package let runs: [Bidi.Run]
}

/// Lays out a text's lines one by one (UAX #9).
package struct BidiLayout: ~Copyable {
  private let rule: BaseRule
  private var bidi: Bidi

  package init(rule: BaseRule = .language(nil)) throws(ICUError) {
    bidi = try Bidi()
    self.rule = rule
  }

  /// Calls `body` with each line that is not blank, in order.
  package mutating func layOut(
    _ document: Document, _ body: (LineLayout) throws -> Void
  ) throws {
    let bytes = document.bytes.span
    let language = rule.language(of: document)
    for line in document.paragraphs {
      let base = rule.base(of: line, in: bytes, document: language)
      try bidi.setParagraph(bytes.extracting(line), base: base.direction.base)
      try body(
        LineLayout(
          range: line, base: base, firstStrong: firstStrongDirection(of: line, in: bytes),
          levels: bidi.levels(),
          runs: bidi.visualRuns().map {
            Bidi.Run(
              range: $0.range.lowerBound + line.lowerBound..<$0.range.upperBound + line.lowerBound,
              level: $0.level)
          }))
    }
  }
}
