import ICU

/// Breaks text into lines of a terminal: ICU's line iterator (UAX #14) and column widths (UAX #11).
package struct LineWrapper: ~Copyable {
  private var breaks: BreakIterator

  package init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.line, locale: language.rawValue)
  }

  /// Ranges of `bytes` that each fit in `columns`, without the space where they were cut.
  ///
  /// A word wider than the line is cut between characters.
  package mutating func wrap(
    _ bytes: Span<UInt8>, columns: Int
  ) throws(ICUError) -> [Range<Int>] {
    try breaks.setText(bytes)
    var lines: [Range<Int>] = []
    var lineStart = trimmed(0..<bytes.count, in: bytes).lowerBound
    var lineEnd = lineStart
    var used = 0
    while let boundary = breaks.next() {
      guard boundary.offset > lineEnd else { continue }
      let piece = lineEnd..<boundary.offset
      let end = max(trimmed(piece, in: bytes).upperBound, lineEnd)
      if used + TerminalWidth.columns(of: lineEnd..<end, in: bytes) > columns {
        if lineEnd > lineStart { lines.append(trimmed(lineStart..<lineEnd, in: bytes)) }
        lineStart = lineEnd
        cut(&lineStart, to: boundary.offset, bytes, columns, &lines)
        used = TerminalWidth.columns(of: lineStart..<boundary.offset, in: bytes)
      } else {
        used += TerminalWidth.columns(of: piece, in: bytes)
      }
      lineEnd = boundary.offset
    }
    let last = trimmed(lineStart..<bytes.count, in: bytes)
    if !last.isEmpty { lines.append(last) }
    return lines
  }

  /// Cuts full lines off a word, and leaves `start` at what is left of it.
  private func cut(
    _ start: inout Int, to end: Int, _ bytes: Span<UInt8>, _ columns: Int,
    _ lines: inout [Range<Int>]
  ) {
    let end = trimmed(start..<end, in: bytes).upperBound
    while true {
      var at = start
      var used = 0
      while at < end {
        let cluster = TerminalWidth.cluster(at: at, until: end, in: bytes)
        if used + cluster.columns > columns, at > start { break }
        used += cluster.columns
        at += cluster.length
      }
      if at >= end { return }
      lines.append(start..<at)
      start = at
    }
  }
}
