/// What kind of name it is, which tells how it is probably spelled.
package enum NameDomain: Int, CaseIterable, Sendable {
  case foreign, arab, maghreb, persian, place

  package init?(_ name: String) {
    guard let found = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = found
  }

  /// What tells the kind of a word, in the order of `evidence`.
  package static let evidenceNames = [
    "one", "difference", "perLetter", "article", "length", "listed", "latinDifference", "persian",
  ]

  /// What tells the kind of a word: whether Arab or all names make more of it, and its shape.
  package static func evidence(
    _ letters: [UInt32], _ candidates: [SpellingCandidate]
  ) -> [Float] {
    func highest(_ feature: SpellingFeature) -> Float {
      candidates.map { $0.features[feature.rawValue] }.max() ?? 0
    }
    let count = Float(max(letters.count, 1))
    let difference = highest(.arab) - highest(.all)
    let hasArticle = letters.count > 3 && letters[0] == 0x0627 && letters[1] == 0x0644
    let persian: Set<UInt32> = [0x067E, 0x0686, 0x0698, 0x06AF]
    return [
      1, difference, highest(.all) / count, hasArticle ? 1 : 0, count / 10, highest(.listed),
      (highest(.latinArab) - highest(.latinForeign)) / count,
      letters.contains(where: persian.contains) ? 1 : 0,
    ]
  }
}
