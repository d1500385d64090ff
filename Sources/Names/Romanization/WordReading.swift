/// A one-letter word written together with the next.
enum Prefix: UInt8 {
  case wa, fa, bi, ka, li
  /// ل before a pronoun: له.
  case la
  /// س of the future.
  case sa
}

/// A word as it is read: its sounds, and what stands before them.
struct WordReading {
  /// A stem with its prefixes and article; names written together are two: عبدالله.
  struct Part {
    var conjunction: Prefix?
    var preposition: Prefix?
    var hasArticle = false
    var units: Range<Int>
    var kind: WordKind
    /// Whether the stem is a pronoun behind its preposition: به.
    var isPronoun = false
    /// Whether a hyphen, and no space, parts it from the next: بنعبد, Bin-ʻAbd.
    var isHyphenated = false
  }

  var units: [SoundUnit] = []
  var parts: [Part] = []
  /// Whether vowels are missing in the text and are not known.
  var lacksVowels = false

  mutating func removeAll() {
    units.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    lacksVowels = false
  }

  /// Whether the last stem ends in ة.
  var endsInTaMarbuta: Bool {
    guard let last = parts.last else { return false }
    return units[last.units].contains { $0.sound == .taMarbuta }
  }

  /// Whether it can be the genitive a noun before it depends on, and not that noun's adjective.
  var canFollowConstruct: Bool {
    guard let part = parts.first else { return false }
    if part.conjunction != nil || part.preposition != nil { return false }
    if part.hasArticle { return true }
    switch part.kind {
    case .particle:
      // Relative: معرفة ما يجب.
      return units[part.units].map(\.sound) == [.m, .longA]
    case .adverb, .verb, .adjective, .filiation: return false
    case .name, .noun: return true
    case .unknown: return !isLikeFeminineAdjective(units[part.units])
    }
  }

  /// Whether it has the shape of a feminine adjective: ـية, فاعلة, فعيلة, or a tanwin on ة.
  private func isLikeFeminineAdjective(_ units: ArraySlice<SoundUnit>) -> Bool {
    guard let end = units.lastIndex(where: { $0.sound == .taMarbuta }) else { return false }
    if units[end...].contains(where: { $0.sound == .un || $0.sound == .in || $0.sound == .an }) {
      return true
    }
    var before = units[units.startIndex..<end]
    if before.last?.sound == .a { before = before.dropLast() }
    if before.last?.sound == .y { return true }
    let consonants = before.count { $0.sound.isConsonant }
    let hasLong = before.contains { $0.sound == .longA || $0.sound == .longI || $0.sound == .longU }
    return consonants >= 3 && hasLong
  }
}
