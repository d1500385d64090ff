/// A folded text that knows where each of its scalars came from.
package struct FoldedText: Sendable {
  /// Folded scalar values.
  package private(set) var scalars: [UInt32] = []
  /// Where each came from, counted from `base`.
  private var ranges: [(start: UInt32, end: UInt32)] = []
  private var base = 0

  package init() {}

  /// The UTF-8 range of the source each scalar stands for; a ligature's letters share one, and
  /// marks that were dropped belong to the letter they stand on.
  package var sources: Sources { Sources(ranges: ranges, base: base) }

  /// Ranges of the source, by the index of a folded scalar.
  package struct Sources: Sendable, RandomAccessCollection {
    fileprivate let ranges: [(start: UInt32, end: UInt32)]
    fileprivate let base: Int

    package var startIndex: Int { 0 }
    package var endIndex: Int { ranges.count }

    package subscript(index: Int) -> Range<Int> {
      let range = ranges[index]
      return base + Int(range.start)..<base + Int(range.end)
    }
  }

  /// Forgets the text before and lets `body` write another, whose source begins at `base`.
  mutating func fill(
    from base: Int, capacity: Int, _ body: (inout Writer) -> Bool
  ) -> Bool {
    self.base = base
    scalars.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    var result = false
    scalars.append(addingCapacity: capacity) { scalars in
      ranges.append(addingCapacity: capacity) { ranges in
        scalars.withUnsafeMutableBufferPointer { scalars, scalarCount in
          ranges.withUnsafeMutableBufferPointer { ranges, rangeCount in
            var writer = Writer(base: base, scalars: scalars, ranges: ranges)
            result = body(&writer)
            scalarCount = writer.count
            rangeCount = writer.count
          }
        }
      }
    }
    return result
  }

  /// Writes a folded text into storage of a fixed size.
  ///
  /// Whoever writes asks `hasRoom` before, so that no scalar costs a check of its own.
  struct Writer {
    private let base: Int
    private let scalars: UnsafeMutableBufferPointer<UInt32>
    private let ranges: UnsafeMutableBufferPointer<(start: UInt32, end: UInt32)>
    fileprivate private(set) var count = 0

    fileprivate init(
      base: Int, scalars: UnsafeMutableBufferPointer<UInt32>,
      ranges: UnsafeMutableBufferPointer<(start: UInt32, end: UInt32)>
    ) {
      self.base = base
      self.scalars = scalars
      self.ranges = ranges
    }

    func hasRoom(for more: Int) -> Bool { count + more <= scalars.count }

    var last: UInt32? { count > 0 ? scalars[count - 1] : nil }

    /// Appends a scalar that stands for the source from `start` to `end`.
    mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int) {
      scalars.initializeElement(at: count, to: scalar)
      ranges.initializeElement(
        at: count,
        to: (UInt32(truncatingIfNeeded: start - base), UInt32(truncatingIfNeeded: end - base)))
      count += 1
    }

    /// Puts another scalar in the last one's place, which now reaches to `end`.
    mutating func replaceLast(by scalar: UInt32, to end: Int) {
      guard count > 0 else { return }
      scalars[count - 1] = scalar
      extendLast(to: end)
    }

    /// Makes the last scalar's source reach to `end`.
    mutating func extendLast(to end: Int) {
      if count > 0 { ranges[count - 1].end = UInt32(truncatingIfNeeded: end - base) }
    }
  }

  /// Drops the scalars that satisfy a condition.
  mutating func removeAll(where isDropped: (UInt32) -> Bool) {
    let kept = scalars.indices.filter { !isDropped(scalars[$0]) }
    if kept.count == scalars.count { return }
    ranges = kept.map { ranges[$0] }
    scalars = kept.map { scalars[$0] }
  }

  /// Appends the folded text as UTF-8.
  package func appendUTF8(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 4 * scalars.count) { bytes in
      bytes.withUnsafeMutableBufferPointer { buffer, count in
        func put(_ byte: UInt32) {
          buffer.initializeElement(at: count, to: UInt8(truncatingIfNeeded: byte))
          count += 1
        }
        for scalar in scalars {
          if scalar < 0x80 {
            put(scalar)
          } else if scalar < 0x800 {
            put(0xC0 | scalar >> 6)
            put(0x80 | scalar & 0x3F)
          } else if scalar < 0x1_0000 {
            put(0xE0 | scalar >> 12)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
          } else {
            put(0xF0 | scalar >> 18)
            put(0x80 | scalar >> 12 & 0x3F)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
          }
        }
      }
    }
  }
}
