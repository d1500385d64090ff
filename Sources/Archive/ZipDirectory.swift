/// The central directory at the end of a zip archive.
struct ZipDirectory {
  let members: [ZipArchive.Member]

  init(_ bytes: [UInt8]) throws(ZipError) {
    let reader = LittleEndian(bytes)
    let end = try Self.endRecord(bytes)
    guard let disk = reader.uint16(end + 4), let firstDisk = reader.uint16(end + 6),
      let countHere = reader.uint16(end + 8), let count = reader.uint16(end + 10),
      let size = reader.uint32(end + 12), let start = reader.uint32(end + 16)
    else { throw .notAnArchive }
    guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF,
      end < 20 || reader.uint32(end - 20) != 0x0706_4B50
    else { throw .unsupported("zip64") }
    guard disk == 0, firstDisk == 0, countHere == count else {
      throw .unsupported("an archive of several disks")
    }
    guard Int(start) + Int(size) == end else {
      throw .malformed(offset: end, reason: "the list of files is not where it should be")
    }
    var members: [ZipArchive.Member] = []
    var at = Int(start)
    for _ in 0..<count {
      let (member, next) = try Self.entry(at, before: end, of: bytes)
      members.append(member)
      at = next
    }
    guard at == end else {
      throw .malformed(offset: at, reason: "the list of files is longer than stated")
    }
    try Self.checkNames(members)
    try Self.checkOverlap(members, before: Int(start))
    self.members = members
  }

  /// The last end record whose comment ends where the file does.
  private static func endRecord(_ bytes: [UInt8]) throws(ZipError) -> Int {
    let reader = LittleEndian(bytes)
    var at = bytes.count - 22
    let last = max(0, at - 0xFFFF)
    while at >= last {
      if reader.uint32(at) == 0x0605_4B50, let comment = reader.uint16(at + 20),
        at + 22 + comment == bytes.count
      {
        return at
      }
      at -= 1
    }
    throw .notAnArchive
  }

  private static func entry(
    _ at: Int, before end: Int, of bytes: [UInt8]
  ) throws(ZipError) -> (ZipArchive.Member, next: Int) {
    let reader = LittleEndian(bytes)
    guard at + 46 <= end, reader.uint32(at) == 0x0201_4B50, let flags = reader.uint16(at + 8),
      let method = reader.uint16(at + 10), let checksum = reader.uint32(at + 16),
      let packedSize = reader.uint32(at + 20), let size = reader.uint32(at + 24),
      let nameLength = reader.uint16(at + 28), let extraLength = reader.uint16(at + 30),
      let commentLength = reader.uint16(at + 32), let disk = reader.uint16(at + 34),
      let header = reader.uint32(at + 42)
    else { throw .malformed(offset: at, reason: "no entry in the list of files") }
    let next = at + 46 + nameLength + extraLength + commentLength
    guard next <= end else {
      throw .malformed(offset: at, reason: "an entry is longer than the list of files")
    }
    guard let name = String(validating: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
    else { throw .malformed(offset: at + 46, reason: "a name that is not UTF-8") }
    guard disk == 0 else { throw .unsupported("an archive of several disks") }
    guard size != 0xFFFF_FFFF, packedSize != 0xFFFF_FFFF, header != 0xFFFF_FFFF else {
      throw .unsupported("zip64")
    }
    let member = ZipArchive.Member(
      name: name, size: Int(size), flags: flags, method: method, checksum: checksum,
      packedSize: Int(packedSize), header: Int(header))
    return (member, next)
  }

  private static func checkNames(_ members: [ZipArchive.Member]) throws(ZipError) {
    var names: Set<String> = []
    for member in members {
      let bytes = member.name.utf8
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let isSafe =
        !bytes.isEmpty && bytes.first != UInt8(ascii: "/")
        && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        && parts.allSatisfy { !$0.elementsEqual("..".utf8) }
        && parts.first?.contains(UInt8(ascii: ":")) != true
      guard isSafe else { throw .unsafeName(member.name) }
      guard names.insert(member.name).inserted else { throw .duplicateName(member.name) }
    }
  }

  /// Members that share bytes make small archives with endless content (Fifield 2019).
  private static func checkOverlap(
    _ members: [ZipArchive.Member], before end: Int
  ) throws(ZipError) {
    var last = 0
    for member in members.sorted(by: { $0.header < $1.header }) {
      guard member.header >= last else {
        throw .malformed(offset: member.header, reason: "\(member.name) overlaps another file")
      }
      last = member.header + 30 + member.name.utf8.count + member.packedSize
      guard last <= end else {
        throw .malformed(offset: member.header, reason: "the file ends inside \(member.name)")
      }
    }
  }
}
