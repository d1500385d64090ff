/// How a word divides, in letters: proclitics of one letter each, a stem, a pronoun.
///
/// A stem of no letters is allowed: به is a preposition and a pronoun.
struct Analysis: Equatable {
  /// Kinds of the proclitics, four bits each, the first lowest.
  private var kinds: UInt16 = 0
  private(set) var procliticCount = 0
  /// Letters of the pronoun; 0 for none.
  var pronoun = 0
  var seam = Clitic.Seam.none
  /// Letters of the stem that are its article: 2, or 1 where ل has taken the place of its ا.
  var article = 0

  static let whole = Analysis()

  init() {}

  init(_ proclitics: [Clitic.Kind], pronoun: Int = 0, seam: Clitic.Seam = .none) {
    for kind in proclitics { append(kind) }
    self.pronoun = pronoun
    self.seam = seam
  }

  var isWhole: Bool { procliticCount == 0 && pronoun == 0 }

  func kind(_ index: Int) -> Clitic.Kind {
    Clitic.Kind(rawValue: UInt8(truncatingIfNeeded: kinds >> UInt16(4 * index) & 0xF)) ?? .stem
  }

  /// Adds a proclitic before the stem; past four nothing is added, and no word has as many.
  mutating func append(_ kind: Clitic.Kind) {
    guard procliticCount < 4 else { return }
    kinds |= UInt16(kind.rawValue) << UInt16(4 * procliticCount)
    procliticCount += 1
  }

  /// The same analysis of the rest of a word after one more proclitic.
  func after(_ kind: Clitic.Kind) -> Analysis {
    var analysis = Analysis([kind])
    for index in 0..<procliticCount { analysis.append(self.kind(index)) }
    analysis.pronoun = pronoun
    analysis.seam = seam
    analysis.article = article
    return analysis
  }

  /// The analysis in 32 bits, for a table.
  var packed: UInt32 {
    UInt32(kinds) | UInt32(procliticCount) << 16 | UInt32(pronoun & 0x7) << 20
      | UInt32(seam.rawValue) << 24 | UInt32(article & 0x3) << 28
  }

  init(packed: UInt32) {
    kinds = UInt16(truncatingIfNeeded: packed)
    procliticCount = Int(packed >> 16 & 0x7)
    pronoun = Int(packed >> 20 & 0x7)
    seam = Clitic.Seam(rawValue: UInt8(truncatingIfNeeded: packed >> 24 & 0x7)) ?? .none
    article = Int(packed >> 28 & 0x3)
  }
}
