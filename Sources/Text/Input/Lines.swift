/// The lines of a text by UAX #14's mandatory breaks (BK, CR, LF, NL), CRLF as one.
package struct Lines: Sendable {
  private var next: Int

  /// Lines from byte `start` on.
  package init(from start: Int = 0) { next = start }

  /// The next line's range without its terminator; nil when the text is used up.
  package mutating func nextLine(in bytes: Span<UInt8>) -> Range<Int>? {
    guard next < bytes.count else { return nil }
    let start = next
    var offset = start
    while offset < bytes.count {
      offset = bytes.possibleLineEnd(from: offset)
      let end = min(offset + 8, bytes.count)
      while offset < end {
        let length = Self.terminatorLength(at: offset, in: bytes)
        if length > 0 {
          next = offset + length
          return start..<offset
        }
        offset += 1
      }
    }
    next = bytes.count
    return start..<bytes.count
  }

  /// Bytes of the line terminator at `offset`: 0 where there is none.
  private static func terminatorLength(at offset: Int, in bytes: Span<UInt8>) -> Int {
    let byte = bytes[offset]
    switch byte {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
      return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
