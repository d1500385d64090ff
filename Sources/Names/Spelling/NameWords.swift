import Text

/// A name as words.
struct NameWords {
  private let texts: [String]
  private let letters: [[UInt32]]

  init(_ name: String) {
    texts = name.split(whereSeparator: \.isWhitespace).map { String($0) }
    letters = texts.map { text in
      NameLetters.arabic(text).filter { (0x0621...0x06FF).contains($0) }
    }
  }

  var count: Int { texts.count }

  func text(_ word: Int) -> String { texts[word] }

  func isArabic(_ word: Int) -> Bool { !letters[word].isEmpty }

  func areArabic(_ range: Range<Int>) -> Bool { range.allSatisfy(isArabic) }

  /// What several words are found by in lists.
  func key(_ range: Range<Int>) -> [UInt32] {
    Array(letters[range].map { NameLetters.key($0) }.joined(separator: [0x20]))
  }

  /// How many words are spelled as one: عبد and the name of God behind it.
  func unit(_ at: Int) -> Int {
    guard letters[at] == [0x0639, 0x0628, 0x062F], at + 1 < count else { return 1 }
    if Self.hasArticle(letters[at + 1]) { return 2 }
    // عبد ال عزيز, as some lists have it.
    return letters[at + 1] == [0x0627, 0x0644] && at + 2 < count && isArabic(at + 2) ? 3 : 1
  }

  func unitLetters(_ range: Range<Int>) -> [UInt32] { Array(letters[range].joined()) }

  /// Whether a word begins with the article's letters and has others behind.
  static func hasArticle(_ letters: [UInt32]) -> Bool {
    letters.count >= 4 && letters[0] == 0x0627 && letters[1] == 0x0644
  }
}
