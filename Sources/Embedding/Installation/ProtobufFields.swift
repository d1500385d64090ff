/// The fields of a Protocol Buffers message one after another, read without trust.
///
/// Source: protobuf.dev/programming-guides/encoding. Groups, long out of use, are refused.
struct ProtobufFields {
  enum Value: Equatable {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// Where the bytes of a string, or of a message in this one, are.
    case bytes(Range<Int>)
  }

  struct Malformed: Error, Equatable {
    /// The byte where a field was to be.
    let offset: Int
  }

  private let message: [UInt8]
  private var at: Int
  private let end: Int

  /// - Parameter range: the message's bytes; nil for all.
  init(_ message: [UInt8], in range: Range<Int>? = nil) {
    self.message = message
    let range = (range ?? 0..<message.count).clamped(to: 0..<message.count)
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next field; nil at the end.
  mutating func next() throws(Malformed) -> (number: Int, value: Value)? {
    guard at < end else { return nil }
    let start = at
    let tag = try varint()
    let number = Int(truncatingIfNeeded: tag >> 3)
    guard tag >> 3 > 0, tag <= UInt64(UInt32.max) else { throw Malformed(offset: start) }
    switch tag & 7 {
    case 0: return (number, .varint(try varint()))
    case 1: return (number, .fixed64(try fixed(8)))
    case 2:
      let length = try varint()
      guard length <= UInt64(end - at) else { throw Malformed(offset: start) }
      let range = at..<(at + Int(length))
      at = range.upperBound
      return (number, .bytes(range))
    case 5: return (number, .fixed32(UInt32(truncatingIfNeeded: try fixed(4))))
    default: throw Malformed(offset: start)
    }
  }

  private mutating func varint() throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard at < end else { break }
      let byte = message[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      // The tenth byte has room for one bit.
      if shift == 63, byte > 1 { break }
      if byte < 0x80 { return value }
    }
    throw Malformed(offset: at)
  }

  private mutating func fixed(_ count: Int) throws(Malformed) -> UInt64 {
    guard count <= end - at else { throw Malformed(offset: at) }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(message[at + index]) << (8 * UInt64(index)) }
    at += count
    return value
  }
}
