/// The forms of an Arabic noun or adjective, as tables by the end of its dictionary form.
///
/// The adjective of relation is a word of its own and a form of its noun only where a phrase asks
/// for it: لبناني is not looked for with لبنان, nor روسيا found where روسي is looked for. So ي alone is an ending only where it can
/// be the dual or plural before a genitive: in nouns of persons, and within a phrase.
enum ArabicForms {
  /// What the end of a word says about its endings.
  enum Class: Int, CaseIterable {
    /// Four letters or more that end in none of the letters below.
    case plain
    /// The same of two or three letters: it takes neither ون nor ات, which make other words of it
    /// (ضرب, ضربات), but as an adjective beside its noun.
    case short
    /// Four letters or more that end in ا, as foreign words do.
    case alef
    /// In ي, as adjectives of relation do.
    case nisba
    /// In the ي of a defective noun (قاضي), which the indefinite loses.
    case defective
    /// In ة.
    case taMarbuta
    /// In أة: the plural alone, مفاجآت.
    case hamzaTaMarbuta
    /// In اة: the plural alone, قنوات, مباريات.
    case alefTaMarbuta
    /// In ى.
    case alefMaqsura
    /// In اء.
    case alefHamza
    /// In ء after another letter.
    case hamza
    /// In أ.
    case hamzaOnAlef
  }

  static let morphology = Morphology(
    proclitics: proclitics, classes: Class.allCases.map(endings))

  private static func endings(_ kind: Class) -> [Morphology.Spec] {
    switch kind {
    case .plain:
      base + dualOrPlural
        + [
          .init("ون", .plural, .none, .isSoundPlural),
          .init("و", [.plural, .construct], .optional, [.isSoundPlural, .isOfPersons]),
          .init("ا", .dual, .needed),
          .init("ات", .plural, .optional, [.isSoundPlural, .isFemininePlural]),
        ] + feminine
    case .short:
      base + dualOnly + feminine + [.init("ون", .plural, .none, .needsAgreement)]
    case .alef:
      [
        .init("", [], .optional, .isBase),
        .init("ت", .plural, .optional, .isFemininePlural),
      ]
    case .nisba:
      [
        .init("", [], .optional, .isBase), .init("ا", .accusative), .init("ان", .dual),
        .init("ين", [.dual, .plural]), .init("ون", .plural, .none, .isSoundPlural),
        .init("و", [.plural, .construct], .optional, .isSoundPlural),
        .init("ي", [.dual, .plural, .construct], .optional),
      ] + feminine
    case .defective:
      [
        .init("ي", [], .optional, .isBase), .init("", .shortened), .init("يا", .accusative),
        .init("يان", .dual), .init("يين", .dual), .init("ون", .plural), .init("ين", .plural),
        .init("و", [.plural, .construct], .optional), .init("ية", .feminine),
        .init("يت", .feminine, .needed), .init("يتان", [.feminine, .dual]),
        .init("يتين", [.feminine, .dual]),
        .init("يات", [.feminine, .plural], .optional, .isFemininePlural),
      ]
    case .taMarbuta:
      [
        .init("ة", [], .none, .isBase), .init("ه", [], .none, [.isBase, .isMisspelled]),
        .init("ت", [], .needed), .init("تان", .dual), .init("تين", .dual),
        .init("تا", [.dual, .construct], .optional), .init("تي", [.dual, .construct], .optional),
        .init("ات", .plural, .optional, .isFemininePlural),
      ]
    case .hamzaTaMarbuta: [.init("آت", .plural, .optional, .isFemininePlural)]
    case .alefTaMarbuta:
      ["وات", "يات"].map { .init($0, .plural, .optional, .isFemininePlural) }
    case .alefMaqsura:
      [
        .init("ى", [], .none, .isBase), .init("ا", [], .needed), .init("يان", .dual),
        .init("يين", .dual), .init("يا", [.dual, .construct], .optional),
        .init("يي", [.dual, .construct], .optional),
        .init("يات", .plural, .optional, .isFemininePlural),
      ]
    case .alefHamza:
      beforePronoun("ء", "ؤ", "ئ")
        + [
          .init("ءان", .dual), .init("ءين", .dual), .init("ئين", [.dual, .plural]),
          .init("وان", .dual), .init("وين", .dual), .init("ءا", [.dual, .construct]),
          .init("ءي", [.dual, .construct], .optional, .isOfPersons),
          .init("ئي", [.dual, .construct], .optional, .isOfPersons),
          .init("ؤون", .plural, .none, .isSoundPlural),
          .init("ءات", .plural, .optional, .isFemininePlural),
          .init("وات", .plural, .optional, .isFemininePlural),
        ]
    case .hamza:
      beforePronoun("ء", "ؤ", "ئ", "أ")
        + [
          .init("ءا", .accusative), .init("ئا", .accusative), .init("ءان", .dual),
          .init("ئان", .dual), .init("آن", .dual), .init("ءين", .dual), .init("ئين", .dual),
          .init("أين", .dual), .init("ءا", [.dual, .construct]),
          .init("أي", [.dual, .construct], .none, .isOfPersons),
        ]
    case .hamzaOnAlef:
      beforePronoun("أ", "ؤ", "ئ")
        + [
          .init("آن", .dual), .init("أين", .dual), .init("آ", [.dual, .construct]),
          .init("أي", [.dual, .construct], .none, .isOfPersons),
          .init("آت", .plural, .optional, .isFemininePlural),
        ]
    }
  }

  private static let base: [Morphology.Spec] = [
    .init("", [], .optional, .isBase), .init("ا", .accusative),
    .init("ا", [.dual, .construct]),
  ]

  private static let dualOnly: [Morphology.Spec] = [
    .init("ان", .dual), .init("ين", .dual),
    .init("ي", [.dual, .construct], .none, .isOfPersons),
  ]

  /// ين and ي, which after a masculine are the dual's and the plural's.
  private static let dualOrPlural: [Morphology.Spec] = [
    .init("ين", [.dual, .plural]), .init("ان", .dual),
    .init("ي", [.dual, .plural, .construct], .optional, .isOfPersons),
  ]

  private static let feminine: [Morphology.Spec] = [
    .init("ة", .feminine), .init("ت", .feminine, .needed), .init("تان", [.feminine, .dual]),
    .init("تين", [.feminine, .dual]), .init("تا", [.feminine, .dual, .construct]),
    .init("تي", [.feminine, .dual, .construct]),
    .init("ات", [.feminine, .plural], .optional, .isFemininePlural),
  ]

  /// A last hamza, and the seats the vowel before a pronoun gives it.
  private static func beforePronoun(_ seats: String...) -> [Morphology.Spec] {
    seats.prefix(1).map { .init($0, [], .none, .isBase) } + seats.map { .init($0, [], .needed) }
  }

  private static let proclitics: [Morphology.ProcliticSpec] = {
    typealias Follower = Morphology.Proclitic.Follower
    let particles: [(letters: String, Proclitics, article: Int?, Follower)] = [
      ("", [], nil, .any), ("ال", [], 2, .any), ("ب", .ba, nil, .any), ("بال", .ba, 2, .any),
      ("ك", .kaf, nil, .any), ("كال", .kaf, 2, .any), ("ل", .lam, nil, .any),
      ("لل", .lam, 1, .any), ("س", .sin, nil, .imperfect),
      // ل + ال + لجنة is written للجنة: the article's own ل is lost.
      ("ل", .lam, 0, .lam),
    ]
    let conjunctions: [(letters: String, Proclitics)] = [("", []), ("و", .waw), ("ف", .fa)]
    return conjunctions.flatMap { conjunction in
      particles.map { particle in
        Morphology.ProcliticSpec(
          letters: conjunction.letters + particle.letters,
          proclitics: conjunction.1.union(particle.1), article: particle.article,
          needsLongWord: conjunction.letters == "ف"
            || (particle.article == nil && !particle.letters.isEmpty),
          follower: particle.3)
      }
    }
  }()
}
