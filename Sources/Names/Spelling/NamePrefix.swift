/// What Arabic names begin with that is a word by itself, and how it is written in front of the rest.
struct NamePrefix: Sendable {
  /// At level `.carriers`.
  let arabic: [UInt32]
  /// The spellings, each with its share.
  let latin: [(letters: [UInt8], share: Float)]

  private init(_ arabic: String, _ latin: [(String, Float)]) {
    self.arabic = NameLetters.key(arabic.unicodeScalars.map(\.value))
    self.latin = latin.map { (Array($0.0.utf8), $0.1) }
  }

  /// The longer before those they begin with.
  static let all = [
    NamePrefix("عبدال", [("abdul", 0.45), ("abdel", 0.3), ("abdal", 0.2), ("abdol", 0.05)]),
    NamePrefix("ابوال", [("abual", 0.5), ("abul", 0.3), ("aboul", 0.1), ("abouel", 0.1)]),
    NamePrefix("ابو", [("abu", 0.83), ("abou", 0.12), ("abo", 0.05)]),
    NamePrefix("بنت", [("bint", 0.5), ("bent", 0.5)]),
    NamePrefix("بنال", [("benal", 0.6), ("benel", 0.3), ("binal", 0.1)]),
    NamePrefix("بن", [("ben", 0.8), ("bin", 0.15), ("ibn", 0.05)]),
    NamePrefix("ال", [("al", 0.74), ("el", 0.21), ("l", 0.05)]),
  ]

  /// The number of the prefix a word begins with, at least two letters being left; nil for none.
  static func number(of key: [UInt32]) -> Int? {
    all.firstIndex { key.count >= $0.arabic.count + 2 && key.starts(with: $0.arabic) }
  }
}

/// Takes prefixes off name pairs.
package enum NameSplit {
  /// What is left of a word and of its spelling without the prefix both have; nil where either has
  /// none.
  package static func stem(
    _ arabic: [UInt32], _ latin: [UInt8]
  ) -> (arabic: [UInt32], latin: [UInt8])? {
    guard let number = NamePrefix.number(of: NameLetters.key(arabic)) else { return nil }
    let prefix = NamePrefix.all[number]
    let spelling = prefix.latin.map(\.letters).filter { latin.starts(with: $0) }
      .max { $0.count < $1.count }
    guard let spelling, latin.count >= spelling.count + 2 else { return nil }
    return (
      Array(arabic.dropFirst(prefix.arabic.count)), Array(latin.dropFirst(spelling.count))
    )
  }
}
