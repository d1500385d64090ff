internal import CResources

/// How often Arabic words are written, looked up in bytes the system maps with the program.
///
/// Nothing is parsed or copied at start. The table knows words by a hash of 41 bits: a word it does
/// not have is taken for one it has once in about five million look-ups.
/// `Sources/CResources/build-word-counts.py` has the layout and says where the counts come from.
struct WordCounts: @unchecked Sendable {
  // Unchecked: the bytes are constants of the program.
  private let starts: UnsafeRawPointer
  private let entries: UnsafeRawPointer
  private let count: Int
  private let buckets: Int

  static let arabic = WordCounts(cresource_arabic_word_counts())

  /// A table of another shape than expected counts as empty.
  private init(_ resource: cresource) {
    let bytes = UnsafeRawPointer(resource.bytes)
    func word(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let header = 16
    let magic = 0x3143_5741  // "AWC1"
    if resource.count >= header, word(0) == magic, word(8) == 1 << 16,
      resource.count == header + 2 * (word(8) + 2) + 4 * word(4)
    {
      count = word(4)
      buckets = word(8)
      starts = bytes + header
      entries = starts + 2 * (buckets + 2)
    } else {
      count = 0
      buckets = 0
      starts = bytes
      entries = bytes
    }
  }

  /// The logarithm of a word's frequency, in eighths above a floor, 1 to 127; 0 for a word that is
  /// not in the table.
  @inline(__always)
  func code(_ hash: WordHash) -> Int {
    guard buckets > 0 else { return 0 }
    let mixed = hash.mixed
    let bucket = Int(mixed >> 48)
    let start = first(bucket)
    let end = first(bucket + 1)
    guard start >= 0, start <= end, end <= count else { return 0 }
    let fingerprint = UInt32(truncatingIfNeeded: mixed >> 23) & 0x1FF_FFFF
    for index in start..<end {
      let entry = UInt32(
        littleEndian: entries.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
      if entry >> 7 == fingerprint { return Int(entry & 0x7F) }
    }
    return 0
  }

  /// The index of a bucket's first entry, kept as its distance from where it would be if every
  /// bucket had the same number.
  @inline(__always)
  private func first(_ bucket: Int) -> Int {
    let delta = Int16(
      littleEndian: starts.loadUnaligned(fromByteOffset: 2 * bucket, as: Int16.self))
    return (bucket * count) >> 16 + Int(delta)
  }
}

/// The hash of a word's letters, from which those of the word with an affix are made.
///
/// A polynomial modulo 2⁶⁴: hash(xy) = hash(x) · m^|y| + hash(y).
struct WordHash: Equatable {
  static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  var value: UInt64

  @inline(__always)
  init(_ value: UInt64 = 0) { self.value = value }

  @inline(__always)
  func appending(_ letter: UInt16) -> WordHash {
    WordHash(value &* Self.multiplier &+ UInt64(letter))
  }

  /// The hash with its bits spread over the whole word.
  @inline(__always)
  var mixed: UInt64 {
    let spread = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return spread ^ spread >> 32
  }
}
