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
