/// Reads an input line by line, lines ended by LF, holding one at a time.
package struct LineStream: ~Copyable {
  private let source: ByteSource
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the last line given, from 1.
  package private(set) var number = 0

  /// A line of more bytes is not held, but passed over.
  private let longestLine: Int

  /// A line, or what is known of one too long to hold.
  package enum Line: Equatable, Sendable {
    case bytes([UInt8])
    case tooLong(limit: Int)
  }

  package init(_ input: TextInput, longestLine: Int = 1 << 28) throws(FileError) {
    source = try ByteSource(input)
    self.longestLine = longestLine
  }

  /// The next line without its end; nil when the input is used up.
  package mutating func next() throws(FileError) -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      while searched < pending.count, pending[searched] != 0x0A { searched += 1 }
      if searched < pending.count || isAtEnd { break }
      if searched - start > longestLine {
        isTooLong = true
        pending.removeAll(keepingCapacity: true)
        start = 0
        searched = 0
      } else if start > 0 {
        pending.removeFirst(start)
        searched -= start
        start = 0
      }
      isAtEnd = try source.fill(&pending, upTo: pending.count + 1 << 16)
    }
    if searched == start, searched == pending.count, !isTooLong { return nil }
    number += 1
    let line = start..<searched
    start = min(searched + 1, pending.count)
    return isTooLong || line.count > longestLine
      ? .tooLong(limit: longestLine) : .bytes(Array(pending[line]))
  }
}
