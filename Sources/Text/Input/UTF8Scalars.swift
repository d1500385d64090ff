/// Scalar access by byte offset into text that is known to be valid UTF-8.
extension Span where Element == UInt8 {
  /// The scalar that begins at `offset`, and its length in bytes.
  ///
  /// `offset` must be a scalar boundary below `count`; a `Document` guarantees validity.
  package func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= count else { return (0xFFFD, count - offset) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length {
      value = value << 6 | UInt32(self[offset + index]) & 0x3F
    }
    return (value, length)
  }

  /// The scalar that ends at `offset`, and its length in bytes; nil at the text's beginning.
  package func scalar(before offset: Int, notBefore start: Int = 0) -> (value: UInt32, length: Int)?
  {
    guard offset > start else { return nil }
    var begin = offset - 1
    while begin > start, self[begin] & 0xC0 == 0x80 { begin -= 1 }
    let scalar = scalar(at: begin)
    return (scalar.value, offset - begin)
  }

  /// The bytes of `range` as a string.
  package func string(_ range: Range<Int>) -> String {
    let part = extracting(range)
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      for index in 0..<part.count { buffer.initializeElement(at: index, to: part[index]) }
      return part.count
    }
  }
}

/// Whether a scalar is white space (Unicode `White_Space`), line ends included.
package func isWhitespace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
    0x3000:
    true
  default: false
  }
}
