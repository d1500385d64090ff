/// Questions asked of every byte of a text, many bytes at a time.
extension Span where Element == UInt8 {
  /// Whether any byte is `byte`.
  func contains(_ byte: UInt8) -> Bool { count(of: byte) > 0 }

  /// How many bytes are `byte`.
  package func count(of byte: UInt8) -> Int {
    var total = 0
    forEachBlock(of: 0..<count) { block in
      // Counts as narrow as the bytes, and an index that cannot overflow, make a loop of vectors.
      var found: UInt8 = 0
      var at = 0
      while at < block.count {
        found &+= block[at] == byte ? 1 : 0
        at &+= 1
      }
      total += Int(found)
    }
    return total
  }

  /// How many bytes of a range begin a scalar of the Arabic block, how many are ASCII letters, and
  /// how many begin a scalar that needs a closer look.
  func scriptCounts(in range: Range<Int>) -> (arabic: Int, latin: Int, other: Int) {
    var total = (arabic: 0, latin: 0, other: 0)
    forEachBlock(of: range) { block in
      var arabic: UInt8 = 0
      var latin: UInt8 = 0
      var other: UInt8 = 0
      var at = 0
      while at < block.count {
        let byte = block[at]
        arabic &+= byte & 0xFC == 0xD8 ? 1 : 0
        latin &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0
        other &+= byte &- 0xC3 < 21 ? 1 : 0
        other &+= byte >= 0xDC ? 1 : 0
        other &-= byte == 0xE2 ? 1 : 0
        at &+= 1
      }
      total.arabic += Int(arabic)
      total.latin += Int(latin)
      total.other += Int(other)
    }
    return total
  }

  /// Calls `body` with the bytes of a range, at most 255 at a time.
  private func forEachBlock(
    of range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    extracting(range).withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = Swift.min(start + 255, bytes.count)
        body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }

  /// The first offset from `start` on at which a line may end: a byte from 08 to 0F, C2 or E2, or
  /// one up to seven bytes before such a byte; `count` where there is none.
  func possibleLineEnd(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var at = start
      while at + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let control = (word & (0xF8 &* Self.ones)) ^ (0x08 &* Self.ones)
        let latin = word ^ (0xC2 &* Self.ones)
        let general = word ^ (0xE2 &* Self.ones)
        if (Self.zeros(control) | Self.zeros(latin) | Self.zeros(general)) != 0 { return at }
        at += 8
      }
      return Swift.min(at, bytes.count)
    }
  }

  /// The top bit of every byte that is zero: only there does the top bit of the sum stay clear
  /// (Warren, Hacker's Delight, §6-1).
  private static func zeros(_ word: UInt64) -> UInt64 {
    let sum = (word & ~tops) &+ ~tops
    return ~(sum | word) & tops
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }
}
