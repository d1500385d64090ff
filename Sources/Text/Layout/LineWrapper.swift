import ICU

/// Breaks text into lines of a terminal: ICU's line iterator (UAX #14) and column widths (UAX #11).
package struct LineWrapper: ~Copyable {
  private var breaks: BreakIterator

  package init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.line, locale: language.rawValue)
  }

  /// Ranges of `bytes` that each fit in `columns`, without the space where they were cut.
  ///
  /// A word wider than the line is cut between scalars.
  package mutating func wrap(
    _ bytes: Span<UInt8>, columns: Int
  ) throws(ICUError) -> [Range<Int>] {
    try breaks.setText(bytes)
    var lines: [Range<Int>] = []
    var lineStart = 0
    var lineEnd = 0
    while let boundary = breaks.next() {
      if Self.columns(of: trimmed(lineStart..<boundary.offset, in: bytes), in: bytes) > columns {
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
    while Self.columns(of: trimmed(start..<end, in: bytes), in: bytes) > columns {
      var at = start
      var used = 0
      while at < end {
        let scalar = bytes.scalar(at: at)
        let width = Self.columns(of: scalar.value)
        if used + width > columns, at > start { break }
        used += width
        at += scalar.length
      }
      lines.append(start..<at)
      start = at
    }
  }

  /// Terminal columns a range takes.
  package static func columns(of range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var total = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      total += columns(of: scalar.value)
      at += scalar.length
    }
    return total
  }

  private static func columns(of scalar: UInt32) -> Int {
    if (0x20..<0x7F).contains(scalar) { return 1 }
    return Unicode.Scalar(scalar).map { Properties.columns(of: $0) } ?? 1
  }
}
