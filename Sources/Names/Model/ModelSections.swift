/// The parts of a name model's file, whose bytes stay where the system mapped them.
///
/// Little-endian: `DNM1`, the number of sections (4 bytes), for each its offset and length in bytes
/// (4 bytes each), then the sections, each at a multiple of 4.
struct ModelSections {
  static let magic: UInt32 = 0x314D_4E44  // "DNM1"

  private let bytes: UnsafeRawBufferPointer
  private var next = 0
  private let ranges: [Range<Int>]
  /// Whether the parts surely fit each other.
  let isTrusted: Bool

  init(_ bytes: UnsafeRawBufferPointer, isTrusted: Bool) throws(NameModelError) {
    self.bytes = bytes
    func word(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard bytes.count >= 8, word(0) == Int(Self.magic) else { throw .notAModel }
    let count = word(4)
    guard count <= 64, bytes.count >= 8 + 8 * count else { throw .cutShort }
    var ranges: [Range<Int>] = []
    for number in 0..<count {
      let offset = word(8 + 8 * number)
      let length = word(12 + 8 * number)
      guard offset % 4 == 0, offset <= bytes.count, length <= bytes.count - offset else {
        throw .cutShort
      }
      ranges.append(offset..<offset + length)
    }
    self.ranges = ranges
    self.isTrusted = isTrusted
  }

  /// The next section, as numbers.
  mutating func column<Element: FixedWidthInteger>(
    of type: Element.Type = Element.self
  ) throws(NameModelError) -> Column<Element> {
    guard next < ranges.count else { throw .cutShort }
    let range = ranges[next]
    next += 1
    guard range.count % MemoryLayout<Element>.size == 0 else { throw .damaged }
    return Column(UnsafeRawBufferPointer(rebasing: bytes[range]))
  }
}

/// Numbers in a part of a mapped file.
struct Column<Element: FixedWidthInteger>: @unchecked Sendable {
  // Unchecked: the bytes do not change as long as anything reads them.
  private let start: UnsafeRawPointer?
  let count: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    start = bytes.baseAddress
    count = bytes.count / MemoryLayout<Element>.size
  }

  /// 0 outside.
  @inline(__always)
  subscript(_ index: Int) -> Element {
    guard let start, index >= 0, index < count else { return 0 }
    return Element(
      littleEndian: start.loadUnaligned(
        fromByteOffset: index &* MemoryLayout<Element>.size, as: Element.self))
  }
}

/// Why a file is no name model.
package enum NameModelError: Error, Equatable {
  case notAModel
  case cutShort
  /// Its parts do not fit each other.
  case damaged
}
