/// A closed set of words that is asked by bytes, without making a string.
///
/// Words are kept by their 64-bit FNV-1a hash: with a few hundred words the chance that another
/// one is taken for a member is below 10⁻¹⁶.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: [String]) {
    hashes = Set(
      words.map { word in
        var hash = FNV1a()
        for byte in word.utf8 { hash.add(byte) }
        return hash.value
      })
  }

  /// A set of the words that white space parts.
  init(_ words: StaticString) {
    self.init("\(words)".split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether the bytes of `range`, Arabic marks left out, are one of the words.
  func contains(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var hash = FNV1a()
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      if scalar.value < 0x80 || !isArabicMark(scalar.value) {
        for offset in at..<at + scalar.length { hash.add(bytes[offset]) }
      }
      at += scalar.length
    }
    return hashes.contains(hash.value)
  }
}
