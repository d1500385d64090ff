/// What the encoder knows of sentences before its head: sums over tokens, which add up.
///
/// The features of neighbours joined are those of the tokens between begin and end of each, of the
/// first one's begin token and of the last one's end token, added up. This is not quite what the
/// encoder makes of the joined text, whose tokens see over the border, but nearly. They take 6 kB a
/// sentence: of long texts keep those of a part at a time.
package struct SentenceFeatures: Sendable {
  /// Floats of a sentence: 512 each for its inner tokens, its begin token and its end token.
  static let width = 3 * SentenceEncoder.dimensions

  /// Tokens of each sentence, those of begin and end among them; 3 at least.
  package internal(set) var tokenCounts: [Int32]
  /// A row of `width` floats for each sentence.
  var values: [Float]

  package var count: Int { tokenCounts.count }

  /// No sentences.
  package init() {
    tokenCounts = []
    values = []
  }

  init(count: Int) {
    tokenCounts = [Int32](repeating: 0, count: count)
    values = [Float](repeating: 0, count: count * Self.width)
  }

  /// Adds the sentences of `other` behind these.
  package mutating func append(_ other: SentenceFeatures) {
    tokenCounts += other.tokenCounts
    values += other.values
  }
}
