/// What a language glues to a word in running text, as tables of folded letters.
///
/// A form of a word is `proclitics + article + stem + ending`. Nothing here decides what a word
/// means: the words looked for do, since only a stem that is one of them counts.
struct Morphology: Sendable {
  /// Particles before the stem, with or without the article; the empty one first.
  let proclitics: [Proclitic]
  /// Endings a stem takes as it is; the empty one is implied.
  let endings: [Ending]
  /// How a stem's last letter changes before an ending.
  let seams: [Seam]
  /// Letters a stem must have before a short particle or an ending may come off: two letters and
  /// a particle are too often a word of their own.
  let shortestStem: Int

  struct Proclitic: Sendable {
    let letters: [UInt32]
    /// How many of `letters` are the article; nil where there is none.
    let article: Int?
    /// Whether the stem needs `shortestStem` letters.
    let needsLongStem: Bool
    /// The letters the stem must begin with; nil for any.
    let before: [UInt32]?
  }

  struct Ending: Sendable {
    let letters: [UInt32]
    /// A letter the stem must not end in.
    let notAfter: UInt32?
  }

  struct Seam: Sendable {
    /// The stem's last letter at level `.shapes`.
    let last: UInt32
    /// What stands in its place.
    let surface: UInt32
    /// The endings it happens before.
    let endings: [[UInt32]]
  }

  static func of(_ language: Language) -> Morphology {
    switch language {
    case .arabic: arabic
    case .english: english
    }
  }

  private static let arabic: Morphology = {
    let lam = scalars("ل")
    // The prefixes of the imperfect, which the future particle stands before.
    let imperfect = scalars("يتنا")
    let particles: [(letters: String, article: Int?, before: [UInt32]?)] = [
      ("", nil, nil), ("ال", 2, nil), ("ب", nil, nil), ("بال", 2, nil), ("ك", nil, nil),
      ("كال", 2, nil), ("ل", nil, nil), ("لل", 1, nil), ("س", nil, imperfect),
      // ل + ال + لجنة is written للجنة: the article's own ل is lost.
      ("ل", 0, lam),
    ]
    let proclitics = ["", "و", "ف"].flatMap { conjunction in
      particles.map {
        Proclitic(
          letters: scalars(conjunction + $0.letters), article: $0.article,
          needsLongStem: conjunction == "ف" || ($0.article == nil && !$0.letters.isEmpty),
          before: $0.before)
      }
    }
    // ي and ك are left out: after a country's name ي makes the adjective, and both are rare in
    // news as pronouns.
    let pronouns = ["ه", "ها", "هم", "هن", "هما", "كم", "نا"].map(scalars)
    return Morphology(
      proclitics: proclitics,
      endings: pronouns.map { Ending(letters: $0, notAfter: nil) }
        // The accusative alif, whose tanwin folding drops. After ي it would turn an adjective
        // into a country: روسي, روسيا.
        + [Ending(letters: scalars("ا"), notAfter: 0x064A)],
      seams: [
        Seam(last: 0x0629, surface: 0x062A, endings: pronouns),
        Seam(last: 0x0649, surface: 0x0627, endings: pronouns),
        Seam(last: 0x0621, surface: 0x0624, endings: pronouns),
        Seam(last: 0x0621, surface: 0x0626, endings: pronouns),
      ],
      shortestStem: 3)
  }()

  private static let english = Morphology(
    proclitics: [Proclitic(letters: [], article: nil, needsLongStem: false, before: nil)],
    endings: ["s", "es", "'s", "s'", "'"].map {
      Ending(letters: scalars($0), notAfter: nil)
    },
    seams: [Seam(last: 0x79, surface: 0x69, endings: [scalars("es")])],
    shortestStem: 2)

  private static func scalars(_ string: String) -> [UInt32] { string.unicodeScalars.map(\.value) }
}
