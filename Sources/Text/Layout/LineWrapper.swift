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
    var lineStart = 0
    var lineEnd = 0
    while let boundary = breaks.next() {
      if TerminalWidth.columns(of: trimmed(lineStart..<boundary.offset, in: bytes), in: bytes)
        > columns
      {
        if lineEnd > lineStart { lines.append(trimmed(lineStart..<lineEnd, in: bytes)) }
        lineStart = lineEnd
        cut(&lineStart, to: boundary.offset, bytes, columns, &lines)
      }
      lineEnd = boundary.offset
    }
    let last = trimmed(lineStart..<bytes.count, in: bytes)
    if !last.isEmpty { lines.append(last) }
    return lines
  }

  private func cut(
    _ start: inout Int, to end: Int, _ bytes: Span<UInt8>, _ columns: Int,
    _ lines: inout [Range<Int>]
  ) {
    while TerminalWidth.columns(of: trimmed(start..<end, in: bytes), in: bytes) > columns {
      var at = start
      var used = 0
      while at < end {
        let cluster = TerminalWidth.cluster(at: at, until: end, in: bytes)
        if used + cluster.columns > columns, at > start { break }
        used += cluster.columns
        at += cluster.length
      }
      lines.append(start..<at)
      start = at
    }
  }
}
