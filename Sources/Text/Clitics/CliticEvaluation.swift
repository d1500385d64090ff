/// How well words are divided into clitics, against gold that people made.
///
/// Gold is a line for each word: the word, a tab, its pieces joined by `+`. A `+` of the word's own
/// is read as one where the pieces without the joints do not make the word. Other lines are counted
/// and left out.
package struct CliticEvaluation: Sendable {
  /// A word and its two divisions, pieces joined by `+`.
  package struct Difference: Sendable, Hashable {
    package let word: String
    package let gold: String
    package let found: String
  }

  package private(set) var words = 0
  /// Words whose pieces are exactly the gold's.
  package private(set) var right = 0
  /// Words the gold divides.
  package private(set) var divided = 0
  package private(set) var dividedRight = 0
  /// Words the gold leaves whole and we divide.
  package private(set) var falseSplits = 0
  /// Words we divide.
  package private(set) var dividedByUs = 0
  /// Lines that are no gold.
  package private(set) var unreadable = 0
  private var counts: [Difference: Int] = [:]

  package init() {}

  /// The share of words that are right; 1 where there are none.
  package var accuracy: Double { Self.share(right, words) }

  /// The share of the words the gold divides that are right.
  package var dividedAccuracy: Double { Self.share(dividedRight, divided) }

  /// The share of the words the gold leaves whole that we divide.
  package var falseSplitRate: Double {
    words > divided ? Double(falseSplits) / Double(words - divided) : 0
  }

  /// The share of the words we divide that the gold leaves whole.
  package var falseSplitsOfSplits: Double {
    dividedByUs > 0 ? Double(falseSplits) / Double(dividedByUs) : 0
  }

  /// The differences, the most frequent first.
  package func differences(limit: Int) -> [(difference: Difference, count: Int)] {
    counts.sorted { a, b in
      a.value != b.value ? a.value > b.value : (a.key.word, a.key.gold) < (b.key.word, b.key.gold)
    }
    .prefix(limit).map { (difference: $0.key, count: $0.value) }
  }

  /// Adds the words of a gold file, as UTF-8.
  package mutating func add(_ gold: Span<UInt8>, with segmenter: inout CliticSegmenter) {
    var pieces: [Clitic] = []
    var start = 0
    while start < gold.count {
      var end = start
      while end < gold.count, gold[end] != UInt8(ascii: "\n") { end += 1 }
      let next = end + 1
      if end > start, gold[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if end > start { addLine(start..<end, of: gold, &pieces, with: &segmenter) }
      start = next
    }
  }

  private mutating func addLine(
    _ line: Range<Int>, of gold: Span<UInt8>, _ pieces: inout [Clitic],
    with segmenter: inout CliticSegmenter
  ) {
    guard let tab = line.first(where: { gold[$0] == UInt8(ascii: "\t") }), tab > line.lowerBound,
      let ends = Self.ends(
        of: tab + 1..<line.upperBound, dividing: line.lowerBound..<tab, of: gold)
    else {
      unreadable += 1
      return
    }
    pieces.removeAll(keepingCapacity: true)
    segmenter.segment(line.lowerBound..<tab, of: gold, into: &pieces)
    let found = pieces.map(\.range.upperBound)
    words += 1
    if ends.count > 1 { divided += 1 }
    if found.count > 1 { dividedByUs += 1 }
    if found == ends {
      right += 1
      if ends.count > 1 { dividedRight += 1 }
    } else {
      if ends.count == 1 { falseSplits += 1 }
      let difference = Difference(
        word: gold.string(line.lowerBound..<tab),
        gold: gold.string(tab + 1..<line.upperBound),
        found: pieces.map { gold.string($0.range) }.joined(separator: "+"))
      counts[difference, default: 0] += 1
    }
  }

  /// Where each piece of the gold ends in the word; nil where the pieces do not make the word.
  private static func ends(
    of joined: Range<Int>, dividing word: Range<Int>, of bytes: Span<UInt8>
  ) -> [Int]? {
    var ends: [Int] = []
    var at = word.lowerBound
    for index in joined {
      if at < word.upperBound, bytes[index] == bytes[at] {
        at += 1
      } else if bytes[index] == UInt8(ascii: "+"), at > (ends.last ?? word.lowerBound),
        at < word.upperBound
      {
        ends.append(at)
      } else {
        return nil
      }
    }
    guard at == word.upperBound else { return nil }
    return ends + [at]
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 1
  }
}
