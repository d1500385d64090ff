/// A sound of a word, as Arabic script writes it and schemes render it.
enum Sound: UInt8, CaseIterable {
  // Consonants.
  case hamza, b, t, th, j, strongH, kh, d, dh, r, z, s, sh, strongS, strongD, strongT, strongZ
  case ayn, gh, f, q, k, l, m, n, h, w, y
  // Consonants of letters that Arabic borrowed, named after the letter.
  case peh, tcheh, veh, gaf, jeh, qafWithThreeDots, ngoeh
  /// A letter no scheme here names; it is written as it is.
  case other
  // Vowels.
  case a, i, u, longA, longI, longU
  /// A final long a written ى.
  case maqsura
  /// ة with the vowel before it: -ah, -at, -a.
  case taMarbuta
  // A short vowel behind the last letter: of a case, a mood, a person.
  case endA, endI, endU
  // Nunation, -an, -in, -un; on ى in the fourth case.
  case an, `in`, un, anOnMaqsura

  var isConsonant: Bool { rawValue <= Self.other.rawValue }

  /// Whether the ل of the article becomes it (the sun letters).
  var assimilatesArticle: Bool {
    switch self {
    case .t, .th, .d, .dh, .r, .z, .s, .sh, .strongS, .strongD, .strongT, .strongZ, .l, .n: true
    default: false
    }
  }

  /// The consonant a letter stands for; nil for alif, ta marbuta and what is no consonant.
  static func consonant(_ letter: UInt32) -> Sound? {
    switch letter {
    case 0x0621, 0x0623...0x0626: .hamza
    case 0x0628: .b
    case 0x062A: .t
    case 0x062B: .th
    case 0x062C: .j
    case 0x062D: .strongH
    case 0x062E: .kh
    case 0x062F: .d
    case 0x0630: .dh
    case 0x0631: .r
    case 0x0632: .z
    case 0x0633: .s
    case 0x0634: .sh
    case 0x0635: .strongS
    case 0x0636: .strongD
    case 0x0637: .strongT
    case 0x0638: .strongZ
    case 0x0639: .ayn
    case 0x063A: .gh
    case 0x0641: .f
    case 0x0642: .q
    case 0x0643: .k
    case 0x0644: .l
    case 0x0645: .m
    case 0x0646: .n
    case 0x0647: .h
    case 0x0648: .w
    case 0x0649, 0x064A: .y
    case 0x067E: .peh
    case 0x0686: .tcheh
    case 0x06A4: .veh
    case 0x06AF: .gaf
    case 0x0698: .jeh
    case 0x06A8: .qafWithThreeDots
    case 0x06AD: .ngoeh
    default: nil
    }
  }
}

/// A sound in a word: with its length, and its letter where no scheme names it.
struct SoundUnit: Equatable {
  var sound: Sound
  var isDoubled = false
  /// The letter of `.other`.
  var letter: UInt32 = 0
}
