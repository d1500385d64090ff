import libz

/// A zip archive in memory, read without trust.
///
/// Members are listed from the central directory and read one at a time, stored or deflated; sizes
/// and checksums must be as stated, and members must not share bytes. What this reader refuses:
/// zip64, several disks, encryption, names that lead out of the archive. Source: APPNOTE.TXT 6.3.10.
package struct ZipArchive: Sendable {
  /// A file in the archive.
  package struct Member: Sendable, Equatable {
    package let name: String
    /// Bytes it unpacks to.
    package let size: Int
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    /// Where its local header begins.
    let header: Int
  }

  package let members: [Member]
  private let bytes: [UInt8]

  /// Reads the list of members.
  ///
  /// - Throws: `ZipError` for anything that is no archive or a doubtful one; no bytes trap.
  package init(_ bytes: [UInt8]) throws(ZipError) {
    self.bytes = bytes
    let directory = try ZipDirectory(bytes)
    members = directory.members
  }

  package func member(_ name: String) throws(ZipError) -> Member {
    guard let member = members.first(where: { $0.name == name }) else { throw .noMember(name) }
    return member
  }

  /// Unpacks a member.
  ///
  /// - Parameter limit: bytes it may have.
  /// - Throws: `ZipError`, also where the member's checksum is wrong.
  package func read(_ member: Member, limit: Int) throws(ZipError) -> [UInt8] {
    guard member.size <= limit else {
      throw .tooLarge(name: member.name, size: member.size, limit: limit)
    }
    let data = try packedRange(of: member)
    let content: [UInt8]
    switch member.method {
    case 0:
      guard member.size == member.packedSize else {
        throw .damaged(name: member.name, reason: "its two sizes differ though it is stored")
      }
      content = Array(bytes[data])
    case 8:
      // Deflate packs 1032 bytes into one at most, so that a larger size is a lie not worth memory.
      guard member.size <= member.packedSize * 1032 else {
        throw .damaged(name: member.name, reason: "it cannot be as large as it says")
      }
      content = try inflated(data, of: member)
    default:
      throw .unsupported("compression method \(member.method) of \(member.name)")
    }
    guard checksum(content) == member.checksum else {
      throw .damaged(name: member.name, reason: "its checksum is wrong")
    }
    return content
  }

  /// Where a member's packed bytes are, by its local header, which must agree with the directory.
  private func packedRange(of member: Member) throws(ZipError) -> Range<Int> {
    if member.flags & 0x2041 != 0 { throw .unsupported("encryption of \(member.name)") }
    let header = try ZipLocalHeader(bytes, of: member)
    guard header.start <= bytes.count - member.packedSize else {
      throw .malformed(offset: member.header, reason: "the file ends inside \(member.name)")
    }
    guard header.agrees(with: member) else {
      throw .malformed(
        offset: member.header, reason: "the two headers of \(member.name) differ")
    }
    let start = header.start
    return start..<(start + member.packedSize)
  }

  private func inflated(_ data: Range<Int>, of member: Member) throws(ZipError) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged(name: member.name, reason: "zlib has no memory for it") }
    defer { inflateEnd(&stream) }
    var status = Z_OK
    // One byte more than there should be, so that a longer member shows itself.
    let content = [UInt8](unsafeUninitializedCapacity: member.size + 1) { buffer, count in
      bytes.withUnsafeBufferPointer { input in
        // Both are far below 4 GB: sizes in a zip without zip64 are.
        stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: data.lowerBound))
        stream.avail_in = UInt32(clamping: data.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(clamping: member.size + 1)
        status = inflate(&stream, Z_FINISH)
      }
      count = min(Int(stream.total_out), member.size + 1)
    }
    guard status == Z_STREAM_END, content.count == member.size, stream.avail_in == 0 else {
      let isLong = content.count > member.size
      throw .damaged(
        name: member.name,
        reason: isLong || status == Z_STREAM_END
          ? "it unpacks to another size than stated" : "its packed data is wrong or cut off")
    }
    return content
  }
}

/// CRC-32 of bytes, as zip has it.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
}
