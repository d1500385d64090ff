/// A map from 64-bit keys to numbers from 0, by open addressing with linear probing.
///
/// Made for tables that are filled once and read for every word of a text; keys cannot be removed.
struct HashIndex: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity &* 2 { size &*= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
  }

  /// The number a key has; nil where it has none.
  func value(_ key: UInt64) -> Int32? {
    let value = values[slot(of: key)]
    return value < 0 ? nil : value
  }

  /// Gives a key a number, or another than it has.
  mutating func set(_ key: UInt64, to value: Int32) {
    var slot = slot(of: key)
    if values[slot] < 0 {
      if count &* 2 >= keys.count {
        grow()
        slot = self.slot(of: key)
      }
      count += 1
      keys[slot] = key
    }
    values[slot] = value
  }

  /// The place of a key, or the free one it would take; at least half the places are free.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    // The multiplier is 2⁶⁴ over the golden ratio; its product's high half is well mixed.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = self
    self = HashIndex(minimumCapacity: keys.count)
    for slot in old.keys.indices where old.values[slot] >= 0 {
      set(old.keys[slot], to: old.values[slot])
    }
  }
}

/// The hash of a sequence of letters, fed one by one (FNV-1a's scheme on 32-bit units).
struct LetterHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func feed(_ letter: UInt32) {
    value = (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    value ^= value >> 29
  }

  static func of(_ letters: some Sequence<UInt32>) -> UInt64 {
    var hash = LetterHash()
    for letter in letters { hash.feed(letter) }
    return hash.value
  }
}
