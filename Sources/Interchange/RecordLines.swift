/// The lines of a file of records, each ended by LF or CRLF; blank ones are passed over.
struct RecordLines {
  private var at: Int
  /// The number of the last line given, from 1.
  private(set) var number = 0

  init(from start: Int) { at = start }

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      var end = at
      at += 1
      number += 1
      while end > start, bytes[end - 1] == 0x0D { end -= 1 }
      if (start..<end).contains(where: { bytes[$0] > 0x20 }) { return start..<end }
    }
    return nil
  }
}
