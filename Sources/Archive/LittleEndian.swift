/// Little-endian numbers at any place of bytes; nil where they do not lie inside.
struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func uint16(_ at: Int) -> Int? {
    guard at >= 0, at <= bytes.count - 2 else { return nil }
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  func uint32(_ at: Int) -> UInt32? {
    guard let low = uint16(at), let high = uint16(at + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// Numbers too large for `Int` are none.
  func uint64(_ at: Int) -> Int? {
    guard let low = uint32(at), let high = uint32(at + 4), high < 1 << 31 else { return nil }
    return Int(high) << 32 | Int(low)
  }
}
