/// Line breaks that an editor or a mail program put where a line was full, not where a paragraph
/// ends.
///
/// Such a program breaks a line only where the next word does not fit any more, so the text shows
/// its width: nearly every line of a paragraph but the last is so full that the first word of the
/// next line would go past the longest line. Headlines, verses, lists, and texts with one sentence
/// or one paragraph a line do not look like that.
package struct HardWrap: Sendable, Equatable {
  /// The length of the longest line.
  let width: Int
  /// What the program counted.
  let measure: Measure
  /// Whether the user said that the text is wrapped, so that lines are joined also where the text
  /// does not show it.
  let isGiven: Bool

  /// What lengths are counted in: editors count columns, where vowel marks have none, simple
  /// programs scalars, and old ones bytes.
  enum Measure: Sendable, CaseIterable {
    case columns, scalars, bytes
  }

  /// The wrapping that a text shows in its first megabyte; nil where it shows none.
  static func detect(in bytes: Span<UInt8>) -> HardWrap? {
    var best: (wrap: HardWrap, full: Int)?
    for measure in Measure.allCases {
      if let found = detect(in: bytes, measure), found.full > best?.full ?? 0 { best = found }
    }
    return best?.wrap
  }

  /// The wrapping by one measure, and how many lines are full by it.
  private static func detect(
    in bytes: Span<UInt8>, _ measure: Measure
  ) -> (wrap: HardWrap, full: Int)? {
    let sample = Sample(bytes, measure)
    let widest = measure == .bytes ? 2 * plausibleWidths.upperBound : plausibleWidths.upperBound
    guard (plausibleWidths.lowerBound...widest).contains(sample.width) else { return nil }
    let wrap = HardWrap(width: sample.width, measure: measure, isGiven: false)
    var full = 0
    var fullInSentence = 0
    var shortInSentence = 0
    for (line, next) in zip(sample.lines, sample.lines.dropFirst()) where next.isAdjacent {
      if wrap.isFull(line, before: next) {
        full += 1
        if !line.endsSentence { fullInSentence += 1 }
      } else if !line.endsSentence {
        shortInSentence += 1
      }
    }
    // A few lines of one length can be chance.
    guard full >= 3, 2 * fullInSentence >= full, full >= 9 * shortInSentence else { return nil }
    return (wrap, full)
  }

  /// The wrapping of a text by what its line breaks are; nil where each ends a paragraph.
  package static func of(_ lineBreaks: LineBreaks, _ bytes: Span<UInt8>) -> HardWrap? {
    switch lineBreaks {
    case .endParagraphs: nil
    case .wrap:
      detect(in: bytes).map { HardWrap(width: $0.width, measure: $0.measure, isGiven: true) }
        ?? HardWrap(width: Sample(bytes, .columns).width, measure: .columns, isGiven: true)
    case .detect: detect(in: bytes)
    }
  }

  /// Narrower ones are lists and verse, wider ones paragraphs of a line each.
  private static let plausibleWidths = 30...130

  /// Whether the line break between two adjacent lines is one of wrapping.
  func joins(_ line: Range<Int>, _ next: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    let line = Line(line, isAdjacent: true, measure, bytes)
    let next = Line(next, isAdjacent: true, measure, bytes)
    let isFull = isFull(line, before: next)
    if next.indentation > line.indentation || next.opensItem { return false }
    // A number that a full line pushed down is one of its sentence.
    if next.opensNumberedItem, line.endsSentence || !isFull { return false }
    return isFull || (isGiven && !line.endsSentence)
  }

  private func isFull(_ line: Line, before next: Line) -> Bool {
    line.columns + 1 + next.firstWord > width
  }

  /// What the first megabyte of a text looks like.
  private struct Sample {
    private(set) var lines: [Line] = []
    private(set) var width = 0

    init(_ bytes: Span<UInt8>, _ measure: Measure) {
      let bytes = bytes.extracting(0..<min(bytes.count, 1 << 20))
      var reader = Lines(from: byteOrderMarkLength(bytes))
      var isAdjacent = false
      var widths: [Int] = []
      while let range = reader.nextLine(in: bytes) {
        let line = Line(range, isAdjacent: isAdjacent, measure, bytes)
        isAdjacent = line.columns > 0
        guard isAdjacent else { continue }
        lines.append(line)
        if line.firstWord + line.indentation < line.columns { widths.append(line.columns) }
      }
      // One line in fifty may stick out, an address or a headline.
      widths.sort()
      width = widths.isEmpty ? 0 : widths[widths.count - 1 - widths.count / 50]
    }
  }

  private struct Line {
    /// The length up to the last visible character; 0 for a blank line.
    private(set) var columns = 0
    private(set) var indentation = 0
    /// The length of the first word.
    private(set) var firstWord = 0
    /// Whether the line before it is not blank.
    let isAdjacent: Bool
    /// Whether it ends as sentences, headings of lists and quotes do.
    private(set) var endsSentence = false
    /// Whether it begins with a bullet.
    private(set) var opensItem = false
    /// Whether it begins with one or two digits and a stop.
    private(set) var opensNumberedItem = false
    private let measure: Measure

    init(_ range: Range<Int>, isAdjacent: Bool, _ measure: Measure, _ bytes: Span<UInt8>) {
      self.isAdjacent = isAdjacent
      self.measure = measure
      let content = trimmed(range, in: bytes)
      indentation = content.isEmpty ? 0 : length(range.lowerBound..<content.lowerBound, bytes)
      columns = indentation + length(content, bytes)
      var at = content.lowerBound
      while at < content.upperBound, case let scalar = bytes.scalar(at: at),
        !isWhitespace(scalar.value)
      {
        at += scalar.length
      }
      let word = content.lowerBound..<at
      firstWord = length(word, bytes)
      if at < content.upperBound { readItem(word, bytes) }
      endsSentence = Self.endsSentence(content, bytes)
    }

    /// The length of a range by the measure.
    private func length(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
      if measure == .bytes { return range.count }
      var columns = 0
      var at = range.lowerBound
      while at < range.upperBound {
        let scalar = bytes.scalar(at: at)
        let isMark =
          measure == .columns
          && (isArabicMark(scalar.value) || (0x0300...0x036F).contains(scalar.value)
            || isDirectionMark(scalar.value))
        if !isMark { columns += 1 }
        at += scalar.length
      }
      return columns
    }

    private static func endsSentence(_ content: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
      var end = content.upperBound
      while let scalar = bytes.scalar(before: end, notBefore: content.lowerBound) {
        if isEndMark(scalar.value) || scalar.value == 0x3A { return true }
        guard OpenMarks.isQuoteOrBracket(scalar.value) || isDirectionMark(scalar.value) else {
          return false
        }
        end -= scalar.length
      }
      return false
    }

    private mutating func readItem(_ word: Range<Int>, _ bytes: Span<UInt8>) {
      let first = bytes.scalar(at: word.lowerBound)
      if word.count == first.length {
        opensItem =
          [0x2A, 0x2D, 0x2B, 0x2022, 0x2013, 0x2014, 0x25CF, 0x25AA].contains(first.value)
      } else if digitValue(first.value) != nil {
        let last = bytes[word.upperBound - 1]
        opensNumberedItem =
          word.count <= 2 * first.length + 1 && (last == 0x2E || last == 0x29 || last == 0x2D)
      }
    }
  }
}
