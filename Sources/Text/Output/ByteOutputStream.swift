/// A text output stream that takes UTF-8 as it is, without making a string of it.
package protocol ByteOutputStream: TextOutputStream {
  /// Writes bytes of valid UTF-8.
  mutating func write(_ bytes: Span<UInt8>)
}

extension String: ByteOutputStream {
  package mutating func write(_ bytes: Span<UInt8>) { self += bytes.string(0..<bytes.count) }
}
