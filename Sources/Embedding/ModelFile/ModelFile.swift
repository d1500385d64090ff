internal import CKernels

/// The installed model: named sections in one flat file, mapped into memory as they are used.
///
/// All numbers are little-endian. The header has 4096 bytes: magic, version, number of sections,
/// size of the file, hash of the bytes after the header up to a place, hash of the header with
/// these eight bytes zero, and that place; from byte 64 the sections, each a name of 16 bytes,
/// offset and length. Sections begin at multiples of 64. Hashes are `ck_xxh64`.
///
/// Opening checks all that is hashed. What lies behind, the largest section, is checked by its
/// reader piece by piece as it is used: reading all of it would cost more than a short text's
/// encoding. So a file cut off, altered or left half-written is found, and never trusted.
struct ModelFile: Sendable {
  static let magic = Array("DragoEnc".utf8)
  static let version = 1
  static let headerSize = 4096
  static let tableStart = 64
  static let entrySize = 32
  static let nameSize = 16

  let path: String
  private let file: MappedFile
  private let sections: [String: Range<Int>]

  init(_ path: String) throws(ModelFileError) {
    self.path = path
    file = try MappedFile(path)
    let bytes = file.bytes
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw .notAModel(path: path)
    }
    let version = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == Self.version else {
      throw .wrongVersion(path: path, found: version, expected: Self.version)
    }
    let size = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard size == UInt64(bytes.count) else {
      throw .wrongSize(path: path, found: bytes.count, expected: Int(clamping: size))
    }
    let end = bytes.loadUnaligned(fromByteOffset: 40, as: UInt64.self)
    guard Self.headerHash(bytes) == bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self),
      end >= UInt64(Self.headerSize), end <= size,
      Self.hash(bytes[Self.headerSize..<Int(end)])
        == bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    else { throw .damaged(path: path) }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard count <= (Self.headerSize - Self.tableStart) / Self.entrySize else {
      throw .damaged(path: path)
    }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let at = Self.tableStart + index * Self.entrySize
      let name = bytes[at..<(at + Self.nameSize)].prefix { $0 != 0 }
      let offset = bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
      guard offset % 64 == 0, offset <= size, length <= size - offset else {
        throw .damaged(path: path)
      }
      sections[String(decoding: name, as: UTF8.self)] = Int(offset)..<Int(offset + length)
    }
    self.sections = sections
  }

  var size: Int { file.bytes.count }

  /// A section as an array of numbers.
  ///
  /// - Parameter count: how many there must be; nil for any number but none.
  /// - Throws: `damaged` where the section is absent or of another size.
  func section<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type, count: Int? = nil
  ) throws(ModelFileError) -> UnsafeBufferPointer<Element> {
    guard let range = sections[name], !range.isEmpty,
      range.count % MemoryLayout<Element>.stride == 0
    else { throw .damaged(path: path) }
    let values = UnsafeRawBufferPointer(rebasing: file.bytes[range]).assumingMemoryBound(to: type)
    guard count == nil || values.count == count else { throw .damaged(path: path) }
    return values
  }

  static func headerHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var header = Array(bytes.prefix(headerSize))
    header.replaceSubrange(32..<40, with: repeatElement(0, count: 8))
    return ck_xxh64(header, UInt64(header.count))
  }

  static func hash(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    return ck_xxh64(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }
}
