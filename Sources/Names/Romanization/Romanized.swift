/// A word of a text and what it became.
package struct RomanizedWord: Equatable, Sendable {
  /// UTF-8 bytes of the text.
  package let source: Range<Int>
  /// UTF-8 bytes of the result.
  package let latin: Range<Int>
  /// Whether the text has not the vowels the scheme writes, and they are not known.
  package let lacksVowels: Bool
}

/// A text in Latin script, and its words.
///
/// The storage is reused from text to text.
package struct Romanized: Sendable {
  package internal(set) var bytes: [UInt8] = []
  package internal(set) var words: [RomanizedWord] = []
  /// Words whose vowels are missing.
  package internal(set) var lackingCount = 0

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    lackingCount = 0
  }

  mutating func append(_ word: RomanizedWord) {
    words.append(word)
    if word.lacksVowels { lackingCount += 1 }
  }
}
