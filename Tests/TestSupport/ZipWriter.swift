import libz

/// Writes zip archives for tests, right ones and wrong ones.
public struct ZipWriter {
  public struct Entry {
    public var name: String
    public var content: [UInt8]
    public var isDeflated = true
    public var flags = 0
    /// What the headers state, where it is not the truth.
    public var size: Int?
    public var packedSize: Int?
    public var checksum: UInt32?
    public var method: Int?
    public var localName: String?
    public var header: Int?
    /// Sizes after the data, zeros before it.
    public var isStreamed = false
    /// Sizes in a zip64 field before the data, as NumPy writes them.
    public var hasLongSizes = false

    public init(
      name: String, content: [UInt8], isDeflated: Bool = true, flags: Int = 0, size: Int? = nil,
      packedSize: Int? = nil, checksum: UInt32? = nil, method: Int? = nil,
      localName: String? = nil, header: Int? = nil, isStreamed: Bool = false,
      hasLongSizes: Bool = false
    ) {
      self.name = name
      self.content = content
      self.isDeflated = isDeflated
      self.flags = flags
      self.size = size
      self.packedSize = packedSize
      self.checksum = checksum
      self.method = method
      self.localName = localName
      self.header = header
      self.isStreamed = isStreamed
      self.hasLongSizes = hasLongSizes
    }
  }

  public var entries: [Entry]
  public var comment: [UInt8] = []
  /// What the end record states, where it is not the truth.
  public var count: Int?
  public var disk = 0
  public var directoryOffset: Int?

  public init(
    entries: [Entry], comment: [UInt8] = [], count: Int? = nil, disk: Int = 0,
    directoryOffset: Int? = nil
  ) {
    self.entries = entries
    self.comment = comment
    self.count = count
    self.disk = disk
    self.directoryOffset = directoryOffset
  }

  public func bytes() -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let sum = entry.checksum ?? UInt32(crc32_z(0, entry.content, entry.content.count))
      let size = entry.size ?? entry.content.count
      let packedSize = entry.packedSize ?? packed.count
      let flags = entry.flags | (entry.isStreamed ? 8 : 0)
      let header = entry.header ?? file.count
      let localName = Array((entry.localName ?? entry.name).utf8)
      let long =
        entry.hasLongSizes ? bytes(1, 2) + bytes(16, 2) + bytes(size, 8) + bytes(packedSize, 8) : []
      let shown = { entry.isStreamed ? 0 : entry.hasLongSizes ? 0xFFFF_FFFF : $0 }
      file += bytes(0x0403_4B50, 4) + bytes(20, 2) + bytes(flags, 2) + bytes(method, 2)
      file += bytes(0, 4) + bytes(entry.isStreamed ? 0 : Int(sum), 4)
      file += bytes(shown(packedSize), 4) + bytes(shown(size), 4)
      file += bytes(localName.count, 2) + bytes(long.count, 2) + localName + long + packed
      if entry.isStreamed { file += bytes(Int(sum), 4) + bytes(packedSize, 4) + bytes(size, 4) }
      let name = Array(entry.name.utf8)
      directory += bytes(0x0201_4B50, 4) + bytes(20, 2) + bytes(20, 2) + bytes(flags, 2)
      directory += bytes(method, 2) + bytes(0, 4) + bytes(Int(sum), 4) + bytes(packedSize, 4)
      directory += bytes(size, 4) + bytes(name.count, 2) + bytes(0, 8) + bytes(0, 4)
      directory += bytes(header, 4) + name
    }
    let offset = directoryOffset ?? file.count
    let total = count ?? entries.count
    return file + directory + bytes(0x0605_4B50, 4) + bytes(disk, 2) + bytes(disk, 2)
      + bytes(total, 2) + bytes(total, 2) + bytes(directory.count, 4) + bytes(offset, 4)
      + bytes(comment.count, 2) + comment
  }

  private func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Zlib's format is raw deflate between two bytes and four.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(content.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    compress2(&packed, &count, content, UInt(content.count), 9)
    return Array(packed[2..<(Int(count) - 4)])
  }
}
