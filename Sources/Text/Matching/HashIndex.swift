/// A map from 64-bit keys to numbers from 0, by open addressing with linear probing.
///
/// Made for tables that are filled once and read for every word of a text; keys cannot be removed.
package struct HashIndex: Sendable {
  private struct Slot {
    var key: UInt64
    /// Negative in a free slot.
    var value: Int32
  }

  private var slots: [Slot]
  private var count = 0

  package init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity &* 2 { size &*= 2 }
    slots = Array(repeating: Slot(key: 0, value: -1), count: size)
  }

  /// The number a key has; nil where it has none.
  package func value(_ key: UInt64) -> Int32? {
    let value = slots[place(of: key)].value
    return value < 0 ? nil : value
  }

  /// Gives a key a number, or another than it has.
  package mutating func set(_ key: UInt64, to value: Int32) {
    var place = place(of: key)
    if slots[place].value < 0 {
      if count &* 2 >= slots.count {
        grow()
        place = self.place(of: key)
      }
      count += 1
    }
    slots[place] = Slot(key: key, value: value)
  }

  /// The place of a key, or the free one it would take; at least half the places are free.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    // The multiplier is 2⁶⁴ over the golden ratio; its product's high half is well mixed.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].value >= 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    self = HashIndex(minimumCapacity: old.count)
    for slot in old where slot.value >= 0 { set(slot.key, to: slot.value) }
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
