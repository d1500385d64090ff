/// Words between the names of a person: son of, daughter of, the family of.
struct NameParticle {
  /// The spellings, each with how probable it is for each kind of name.
  let spellings: [(letters: [UInt8], probabilities: [Float])]

  /// The particle that stands at a word, another behind it; nil for other words.
  init?(_ words: NameWords, _ at: Int) {
    guard at + 1 < words.count, let shares = Self.table[words.key(at..<at + 1)] else { return nil }
    spellings = shares.map { spelling, arab, maghreb in
      (
        Array(spelling.utf8),
        NameDomain.allCases.map { $0 == .maghreb ? maghreb : arab }
      )
    }
  }

  private static let table: [[UInt32]: [(String, arab: Float, maghreb: Float)]] = {
    var table: [[UInt32]: [(String, arab: Float, maghreb: Float)]] = [:]
    let entries: [(String, [(String, arab: Float, maghreb: Float)])] = [
      ("بن", [("bin", 0.68, 0.07), ("ben", 0.26, 0.9), ("ibn", 0.06, 0.03)]),
      ("ابن", [("ibn", 0.8, 0.6), ("bin", 0.15, 0.1), ("ben", 0.05, 0.3)]),
      ("بنت", [("bint", 0.95, 0.7), ("bent", 0.05, 0.3)]),
    ]
    for (word, spellings) in entries {
      table[NameLetters.key(word.unicodeScalars.map(\.value))] = spellings
    }
    return table
  }()
}
