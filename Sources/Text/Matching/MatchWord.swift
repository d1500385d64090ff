/// A word as the matcher compares it: folded, and where its letters come from.
struct MatchWord: Sendable {
  /// At level `.shapes`; English in the usual spelling.
  var letters: [UInt32] = []
  /// UTF-8 range of the text each letter stands for.
  var sources: [Range<Int>] = []
  /// Two or more capitals and digits (`UN`, `G20`), which are not the word in small letters.
  var isAcronym = false
  /// Whether the text has it in another English spelling than the usual one.
  var isRespelled = false

  /// The letters, told from those of the same word in small letters.
  var seeded: [UInt32] { isAcronym ? [0xFFFF_FFFF] + letters : letters }

  init() {}

  /// Becomes the word a token is, with no letters for one that is none; storage is used again.
  mutating func read(
    _ token: Token, of bytes: Span<UInt8>, _ language: Language, _ folded: inout FoldedText
  ) {
    letters.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    isAcronym = false
    isRespelled = false
    if token.kind == .symbol { return }
    Folding.fold(token.range, of: bytes, level: .shapes, into: &folded)
    let hasStops = language == .english && token.kind == .word
    for index in folded.scalars.indices where !hasStops || folded.scalars[index] != 0x2E {
      // `U.S.` is `US`.
      letters.append(folded.scalars[index])
      sources.append(folded.sources[index])
    }
    guard language == .english else { return }
    isAcronym = Self.isAcronym(token, bytes)
    if !isAcronym { isRespelled = EnglishSpelling.respell(&letters, &sources) }
  }

  /// The word two halves of a hyphenated one make.
  init(_ first: MatchWord, _ second: MatchWord) {
    letters = first.letters + second.letters
    sources = first.sources + second.sources
    isRespelled = first.isRespelled || second.isRespelled
  }

  /// The word without the letters of the article; nil if it does not begin with them.
  var withoutArticle: MatchWord? {
    guard letters.count >= 4, letters[0] == 0x0627, letters[1] == 0x0644 else { return nil }
    var word = self
    word.letters.removeFirst(2)
    word.sources.removeFirst(2)
    return word
  }

  /// Two or more capitals and digits, and else only stops or a short ending.
  private static func isAcronym(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    var capitals = 0
    var digits = 0
    var ending = 0
    for at in token.range {
      switch bytes[at] {
      case 0x41...0x5A: if ending > 0 { return false } else { capitals += 1 }
      case 0x30...0x39: if ending > 0 { return false } else { digits += 1 }
      case 0x2E: continue
      case 0x73, 0x27, 0xE2, 0x80, 0x99: ending += 1
      default: return false
      }
    }
    return capitals > 0 && capitals + digits >= 2
  }
}
