import ICU

/// The columns that text takes in a terminal.
///
/// A terminal keeps a grid of cells, and what a program may print is counted in cells before any
/// font is asked. So a lam and an alef are two columns, though a font may draw one ligature over
/// them; the presentation form of lam-alef is one character and one column. Marks, bidi controls
/// and joiners take none, and wide East Asian characters two (UAX #11). An emoji sequence (UTS #51:
/// with a skin tone, joined by U+200D, a flag of two letters, a keycap, or one made an emoji by
/// U+FE0F) is one cluster of two columns, as terminals that know clusters have it.
package enum TerminalWidth {
  /// The columns of a range of valid UTF-8.
  package static func columns(of range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var total = 0
    var at = range.lowerBound
    while at < range.upperBound {
      // Nearly all text is plain ASCII or letters that no cluster changes.
      let cluster = cluster(at: at, until: range.upperBound, in: bytes)
      total += cluster.columns
      at += cluster.length
    }
    return total
  }

  /// The end of the longest prefix that fits in `columns`, and the columns it takes.
  package static func prefix(
    of bytes: Span<UInt8>, columns: Int, used: inout Int
  ) -> Int {
    var at = 0
    used = 0
    while at < bytes.count {
      let cluster = cluster(at: at, until: bytes.count, in: bytes)
      if used + cluster.columns > columns { break }
      used += cluster.columns
      at += cluster.length
    }
    return at
  }

  /// The columns and bytes of what begins at `start` and is not to be parted.
  static func cluster(
    at start: Int, until end: Int, in bytes: Span<UInt8>
  ) -> (columns: Int, length: Int) {
    let first = bytes.scalar(at: start)
    var columns = Self.columns(of: first.value)
    var at = start + first.length
    guard first.value >= 0xA9 || isKeycapBase(first.value) else { return (columns, first.length) }
    var isEmoji = columns == 2 && isPictographic(first.value)
    if isRegionalIndicator(first.value), at < end {
      let second = bytes.scalar(at: at)
      if isRegionalIndicator(second.value) {
        at += second.length
        columns = 2
        isEmoji = true
      }
    }
    while at < end {
      let next = bytes.scalar(at: at)
      switch next.value {
      case 0xFE0F where isPictographic(first.value) || isKeycapBase(first.value):
        isEmoji = true
      case 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
        guard isEmoji || isPictographic(first.value) else { return (columns, at - start) }
        isEmoji = true
      case 0x200D where isEmoji:
        let joined = at + next.length
        guard joined < end else { return (2, joined - start) }
        let other = bytes.scalar(at: joined)
        guard isPictographic(other.value) else { return (2, at - start) }
        at = joined + other.length
        continue
      default: return (isEmoji ? 2 : columns, at - start)
      }
      at += next.length
    }
    return (isEmoji ? 2 : columns, at - start)
  }

  private static func columns(of scalar: UInt32) -> Int {
    if (0x20..<0x7F).contains(scalar) { return 1 }
    return Unicode.Scalar(scalar).map { Properties.columns(of: $0) } ?? 1
  }

  private static func isPictographic(_ scalar: UInt32) -> Bool {
    scalar >= 0xA9 && (Unicode.Scalar(scalar).map { Properties.isPictographic($0) } ?? false)
  }

  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }

  /// Digits, number sign and asterisk, which U+20E3 makes keycaps of.
  private static func isKeycapBase(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || scalar == 0x23 || scalar == 0x2A
  }
}
