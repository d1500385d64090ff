import Text

/// Where a spelling of a part of a name comes from, the surest first.
package enum NameLayer: String, Sendable {
  /// The user's own list.
  case user
  /// A list of persons and places that people keep.
  case curated
  /// Spellings attested for the word.
  case lexicon
  /// The model, for words nobody has listed.
  case model
}

/// A spelling of a whole name.
package struct NameSpelling: Sendable, Equatable {
  package let text: String
  /// How probable it is that this is the spelling in use, from 0 to 1.
  package let probability: Double
  /// Of each part, in the order of the name.
  package let layers: [NameLayer]

  package init(text: String, probability: Double, layers: [NameLayer]) {
    self.text = text
    self.probability = probability
    self.layers = layers
  }
}

/// What is known of the names to be spelled.
package struct NameHints: Sendable {
  package enum Domain: String, CaseIterable, Sendable {
    case auto, person, place
  }

  package var domain: Domain
  package var country: NameCountry?

  package init(domain: Domain = .auto, country: NameCountry? = nil) {
    self.domain = domain
    self.country = country
  }
}

/// Spells Arabic names as English-language newspapers do.
///
/// Layers answer in turn, word by word or for several words at once: the user's own list, curated
/// persons and places, attested spellings, the model.
package struct NameSpeller: Sendable {
  private let model: NameModel
  private let weights: SpellingWeights
  private let names: UserNames
  private let hints: NameHints
  private let style: NameStyle

  package init(
    _ model: NameModel, _ weights: SpellingWeights, names: UserNames = UserNames(),
    hints: NameHints = NameHints(), style: NameStyle = .standard
  ) {
    self.model = model
    self.weights = weights
    self.names = names
    self.hints = hints
    self.style = style
  }

  /// The likeliest spellings of a name, best first.
  ///
  /// A name is of one kind throughout: whoever is Mohamed Chakib is not Muhammad Chakib, nor Mohamed
  /// Shakib.
  ///
  /// - Parameter name: words of Arabic letters, parted by spaces; others stay as they are.
  package func spellings(of name: String, count: Int) -> [NameSpelling] {
    let words = NameWords(name)
    var found = [NameSpelling(text: "", probability: 1, layers: [])]
    var at = 0
    while at < words.count {
      // A line of many words is no name: a few words are one after the other.
      var parts: [Part] = []
      while at < words.count, parts.count < Self.parts {
        let part = part(words, at, wanted: count)
        parts.append(part)
        at += part.words
      }
      let next = spellings(of: parts, count: count)
      if found.count == 1, found[0].text.isEmpty {
        found = next
      } else if let first = found.first, let last = next.first {
        found = [
          NameSpelling(
            text: first.text + " " + last.text, probability: first.probability * last.probability,
            layers: first.layers + last.layers)
        ]
      }
    }
    return words.count == 0 ? [] : found
  }

  /// Parts of the longest name whose spellings are weighed together.
  private static let parts = 10

  private func spellings(of parts: [Part], count: Int) -> [NameSpelling] {
    let kinds = kinds(parts.compactMap(\.kinds))
    var paths = [Path(probabilities: kinds, pieces: [], layers: [])]
    for part in parts {
      let options = part.options.sorted {
        let (a, b) = ($0.probability(kinds), $1.probability(kinds))
        return a != b ? a > b : $0.piece.letters.lexicographicallyPrecedes($1.piece.letters)
      }
      var next: [Path] = []
      for path in paths {
        for option in options.prefix(Self.options) { next.append(path.adding(option)) }
      }
      next.sort { $0.probability > $1.probability }
      paths = Array(next.prefix(max(2 * count, Self.paths)))
    }
    var found: [NameSpelling] = []
    for path in paths {
      let text = style.rendered(path.pieces)
      if let place = found.firstIndex(where: { $0.text == text }) {
        found[place] = NameSpelling(
          text: text, probability: found[place].probability + Double(path.probability),
          layers: found[place].layers)
      } else {
        found.append(
          NameSpelling(text: text, probability: Double(path.probability), layers: path.layers))
      }
    }
    found.sort { $0.probability > $1.probability }
    return Array(found.prefix(count))
  }

  /// Spellings of a part of a name that are tried, and of a whole name that are kept at least.
  private static let options = 30
  private static let paths = 60

  /// The first parts of a name, spelled.
  private struct Path {
    /// How probable each kind of name and this spelling are together.
    let probabilities: [Float]
    let pieces: [NamePiece]
    let layers: [NameLayer]

    var probability: Float { probabilities.reduce(0, +) }

    func adding(_ option: Option) -> Path {
      Path(
        probabilities: zip(probabilities, option.probabilities).map { $0 * $1 },
        pieces: pieces + [option.piece], layers: layers + [option.layer])
    }
  }

  private struct Option {
    let piece: NamePiece
    /// Given each kind of name.
    let probabilities: [Float]
    let layer: NameLayer

    init(_ piece: NamePiece, _ probabilities: [Float], _ layer: NameLayer) {
      self.piece = piece
      self.probabilities = probabilities
      self.layer = layer
    }

    /// The same whatever the kind of name.
    init(_ printed: String, _ probability: Float, _ layer: NameLayer) {
      self.init(
        NamePiece(printed: printed),
        Array(repeating: probability, count: NameDomain.allCases.count), layer)
    }

    func probability(_ kinds: [Float]) -> Float {
      zip(kinds, probabilities).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Words that are spelled together.
  private struct Part {
    let words: Int
    let options: [Option]
    /// How probable each kind of name is by this part; nil where it says nothing.
    var kinds: [Float]?
  }

  /// The ways to write what stands at a word.
  private func part(_ words: NameWords, _ at: Int, wanted: Int) -> Part {
    if !words.isArabic(at) {
      return Part(words: 1, options: [Option(words.text(at), 1, .user)])
    }
    for length in stride(from: min(words.count - at, Self.longest), through: 1, by: -1) {
      let range = at..<at + length
      guard words.areArabic(range) else { continue }
      let key = words.key(range)
      if let spelling = names.spelling(of: key) {
        return Part(words: length, options: [Option(spelling, 1, .user)])
      }
      let curated = curated(key)
      if !curated.isEmpty { return Part(words: length, options: curated) }
    }
    if at > 0, let particle = NameParticle(words, at) {
      return Part(
        words: 1,
        options: particle.spellings.map {
          Option(NamePiece(particle: $0.letters), $0.probabilities, .lexicon)
        })
    }
    let length = words.unit(at)
    return spelled(words.unitLetters(at..<at + length), words: length, wanted: wanted)
  }

  /// Words of the longest listed name.
  private static let longest = 6

  private func curated(_ key: [UInt32]) -> [Option] {
    var entries: [(String, Float)] = []
    for entry in model.lexicon.entries(key) {
      let count = entry.groups.reduce(0) { sum, one in
        switch (one.group, hints.domain) {
        case (.person, .auto), (.person, .person), (.place, .auto), (.place, .place):
          sum + one.count
        default: sum
        }
      }
      if count > 0 { entries.append((entry.spelling, Float(count))) }
    }
    let total = entries.reduce(0) { $0 + $1.1 }
    return entries.map {
      Option($0.0, Self.curatedShare * $0.1 / total, .curated)
    }
  }

  /// How sure it is that one of the curated spellings is meant.
  private static let curatedShare: Float = 0.97

  /// The ways to write a word, by what is attested and, where that is little, by the model.
  private func spelled(_ letters: [UInt32], words: Int, wanted: Int) -> Part {
    let entries = model.lexicon.entries(NameLetters.key(letters)).map {
      (letters: NameLetters.latin($0.spelling), entry: $0)
    }
    let attested = attestations(entries.map(\.entry))
    let isKnown = attested.reduce(0, +) >= (wanted > 1 ? Self.enough : Self.enoughForOne)
    let candidates = isKnown ? [] : model.candidates(letters)
    let kinds =
      isKnown
      ? Self.kinds(attested) : weights.kinds(NameDomain.evidence(letters, candidates))
    let byKind = weights.probabilities(candidates)
    struct Sum {
      var probabilities: [Float]
      var printed: String?
      var count = 0
    }
    var sums: [[UInt8]: Sum] = [:]
    for (at, candidate) in candidates.enumerated() {
      sums[candidate.letters] = Sum(probabilities: byKind.map { $0[at] })
    }
    for kind in NameDomain.allCases {
      let counts = entries.map { entry in
        entry.entry.groups.reduce(Float(0)) { $0 + weight($1.group, kind) * Float($1.count) }
      }
      let total = counts.reduce(0, +)
      if total == 0 { continue }
      let trust = total / (total + Self.doubt)
      for key in sums.keys { sums[key]?.probabilities[kind.rawValue] *= 1 - trust }
      for (entry, count) in zip(entries, counts) {
        sums[
          entry.letters, default: Sum(probabilities: Array(repeating: 0, count: kinds.count))
        ].probabilities[kind.rawValue] += trust * count / total
      }
    }
    for (letters, entry) in entries {
      let count = entry.groups.reduce(0) { $0 + $1.count }
      if count > sums[letters]?.count ?? 0 {
        sums[letters]?.printed = entry.spelling
        sums[letters]?.count = count
      }
    }
    let hasArticle =
      NameWords.hasArticle(letters) && kinds[NameDomain.foreign.rawValue] < Self.foreign
    let options = sums.map { key, sum in
      let factor = hints.country?.factor(key, letters) ?? 1
      return Option(
        NamePiece(letters: key, attested: sum.printed, arabic: letters, hasArticle: hasArticle),
        sum.probabilities.map { min($0 * factor, 1) }, sum.count > 0 ? .lexicon : .model)
    }
    return Part(words: words, options: options, kinds: kinds)
  }

  /// How often a word is attested among the names of each kind.
  private func attestations(_ entries: [NameLexicon.Entry]) -> [Float] {
    NameDomain.allCases.map { kind in
      entries.reduce(Float(0)) { sum, entry in
        entry.groups.reduce(sum) { $0 + (weight($1.group, kind) == 1 ? Float($1.count) : 0) }
      }
    }
  }

  /// How probable each kind of name is by where a word is attested.
  ///
  /// Lists differ in size, so that twice as often is less than twice as probable.
  private static func kinds(_ attested: [Float]) -> [Float] {
    let roots = attested.map { ($0 + 1).squareRoot() }
    let total = roots.reduce(0, +)
    return roots.map { $0 / total }
  }

  /// How often a word must be attested for the model not to be asked.
  private static let enough: Float = 25
  /// The same where one spelling is all that is wanted.
  private static let enoughForOne: Float = 1

  /// How many times a spelling must be attested to count as much as the model.
  private static let doubt: Float = 0.7
  /// How probably foreign a word is whose first letters are no article: الكسندر.
  private static let foreign: Float = 0.5

  /// How probable each kind is of a name, by its parts.
  private func kinds(_ parts: [[Float]]) -> [Float] {
    let count = NameDomain.allCases.count
    var kinds = [Float](repeating: 1 / Float(count), count: count)
    if !parts.isEmpty {
      // The parts of a name do not speak each for itself: half of what all say is enough.
      let share = 1 / Float(parts.count).squareRoot()
      let sums = kinds.indices.map { kind in
        share * parts.reduce(0) { $0 + max($1[kind], 1e-4).logarithm }
      }
      let highest = sums.max() ?? 0
      kinds = sums.map { ($0 - highest).exponential }
    }
    if let domain = hints.country?.domain { prefer(domain, &kinds) }
    switch hints.domain {
    case .auto: break
    case .person: kinds[NameDomain.place.rawValue] = 0
    case .place: prefer(.place, &kinds)
    }
    let total = max(kinds.reduce(0, +), 1e-6)
    return kinds.map { $0 / total }
  }

  private func prefer(_ kind: NameDomain, _ kinds: inout [Float]) {
    let total = max(kinds.reduce(0, +), 1e-6)
    for other in kinds.indices { kinds[other] *= 0.1 / total }
    kinds[kind.rawValue] += 0.9
  }

  /// What an attestation in a group counts for a kind of name.
  private func weight(_ group: NameLexicon.Group, _ kind: NameDomain) -> Float {
    let isOwn =
      switch (group, kind) {
      case (.foreign, .foreign), (.foreign, .place), (.arab, .arab), (.maghreb, .maghreb),
        (.persian, .persian):
        true
      default: false
      }
    if group == .person || group == .place { return 0 }
    return isOwn ? 1 : 0.2
  }
}
