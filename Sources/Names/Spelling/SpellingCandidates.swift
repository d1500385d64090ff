/// A spelling of a word of a name, and what speaks for it.
package struct SpellingCandidate: Sendable {
  /// a to z.
  package let letters: [UInt8]
  /// By the raw values of `SpellingFeature`.
  package let features: [Float]
}

/// What the score of a spelling is made of; each has a weight, another for each kind of name.
package enum SpellingFeature: Int, CaseIterable, Sendable {
  // Logarithms of probabilities: of the word and its spelling among all names and among Arab ones,
  // of the Latin letters among Arab names, foreign, Algerian and Persian ones.
  case all, arab, latinArab, latinForeign, latinMaghreb, latinPersian
  // Whether and how often a name of these letters is found: in all lists, among Arab names, among
  // others, in any of both.
  case isListed, listed, listedArab, listedForeign, isKnown
  case length
  // Of words that begin with a prefix, spelled as one: whether a spelling of the prefix is there.
  case withPrefix, withoutPrefix
  // Of words spelled in two, by prefix.
  case abdul, abuAl, abu, bint, binAl, bin, al

  package static let count = allCases.count
}

extension NameModel {
  /// The spellings a word may have, in no order, each once.
  package func candidates(_ letters: [UInt32]) -> [SpellingCandidate] {
    var scratch = NameDecoder.Scratch()
    let key = NameLetters.key(letters)
    let prefix = NamePrefix.number(of: key)
    var candidates: [SpellingCandidate] = []
    var places: [[UInt8]: Int] = [:]
    func add(_ candidate: SpellingCandidate) {
      if let place = places[candidate.letters] {
        candidates[place] = candidate
      } else {
        places[candidate.letters] = candidates.count
        candidates.append(candidate)
      }
    }
    for name in decoder.spellings(of: letters, &scratch) {
      var features = self.features(name)
      if let prefix {
        let has = NamePrefix.all[prefix].latin.contains { name.letters.starts(with: $0.letters) }
        features[(has ? SpellingFeature.withPrefix : .withoutPrefix).rawValue] = 1
      }
      add(SpellingCandidate(letters: name.letters, features: features))
    }
    guard let prefix else { return candidates }
    let stem = Array(letters.dropFirst(NamePrefix.all[prefix].arabic.count))
    for name in decoder.spellings(of: stem, &scratch).prefix(Self.stems) {
      var features = self.features(name)
      features[SpellingFeature.abdul.rawValue + prefix] = 1
      for spelling in NamePrefix.all[prefix].latin {
        var features = features
        features[SpellingFeature.all.rawValue] += spelling.share.logarithm
        add(SpellingCandidate(letters: spelling.letters + name.letters, features: features))
      }
    }
    return candidates
  }

  /// Spellings of what stands behind a prefix that are tried.
  private static let stems = 40

  private func features(_ name: DecodedName) -> [Float] {
    var features = [Float](repeating: 0, count: SpellingFeature.count)
    func set(_ feature: SpellingFeature, _ value: Float) { features[feature.rawValue] = value }
    set(.all, name.all)
    set(.arab, name.arab)
    set(.latinArab, latin(latinArab, name.letters))
    set(.latinForeign, latin(latinForeign, name.letters))
    set(.latinMaghreb, latin(latinMaghreb, name.letters))
    set(.latinPersian, latin(latinPersian, name.letters))
    let counts = decoder.tree.find(name.letters.lazy.map { $0 - 0x61 })
    set(.isListed, counts.all > 0 ? 1 : 0)
    set(.listed, counts.all)
    set(.listedArab, counts.arab)
    set(.listedForeign, counts.foreign)
    set(.isKnown, counts.arab > 0 || counts.foreign > 0 ? 1 : 0)
    set(.length, Float(name.letters.count))
    return features
  }
}
