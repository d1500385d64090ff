/// The header before a member's data, which repeats what the directory says.
struct ZipLocalHeader {
  private let flags: Int
  private let method: Int
  private let checksum: UInt32
  private let packedSize: Int
  private let size: Int
  private let name: ArraySlice<UInt8>
  /// Where the data begins.
  let start: Int

  init(_ bytes: [UInt8], of member: ZipArchive.Member) throws(ZipError) {
    let reader = LittleEndian(bytes)
    let at = member.header
    guard reader.uint32(at) == 0x0403_4B50, let flags = reader.uint16(at + 6),
      let method = reader.uint16(at + 8), let checksum = reader.uint32(at + 14),
      let packedSize = reader.uint32(at + 18), let size = reader.uint32(at + 22),
      let nameLength = reader.uint16(at + 26), let extraLength = reader.uint16(at + 28),
      at + 30 + nameLength + extraLength <= bytes.count
    else { throw .malformed(offset: at, reason: "no header of a file") }
    let extra = at + 30 + nameLength
    start = extra + extraLength
    name = bytes[(at + 30)..<extra]
    self.flags = flags
    self.method = method
    self.checksum = checksum
    // NumPy writes zip64 sizes here for arrays of any size, though the directory needs none.
    if size == UInt32.max, packedSize == UInt32.max,
      let sizes = Self.longSizes(reader, in: extra..<start)
    {
      (self.size, self.packedSize) = sizes
    } else {
      (self.size, self.packedSize) = (Int(size), Int(packedSize))
    }
  }

  /// The sizes of the zip64 extra field; nil where there is none.
  private static func longSizes(
    _ reader: LittleEndian, in extra: Range<Int>
  ) -> (size: Int, packedSize: Int)? {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound, let id = reader.uint16(at), let length = reader.uint16(at + 2)
    {
      if id == 1, length >= 16, at + 4 + length <= extra.upperBound,
        let size = reader.uint64(at + 4), let packedSize = reader.uint64(at + 12)
      {
        return (size, packedSize)
      }
      at += 4 + length
    }
    return nil
  }

  func agrees(with member: ZipArchive.Member) -> Bool {
    // With bit 3 the header has zeros, and the figures follow the data.
    let isStreamed = flags & 8 != 0
    return method == member.method && flags & 0x2041 == 0 && name.elementsEqual(member.name.utf8)
      && (size == member.size || isStreamed && size == 0)
      && (packedSize == member.packedSize || isStreamed && packedSize == 0)
      && (checksum == member.checksum || isStreamed && checksum == 0)
  }
}
