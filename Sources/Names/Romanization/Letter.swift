import ICU
import Text

/// An Arabic letter with the marks it bears, in whatever order they were written.
struct Letter: Equatable {
  /// What is written over or under a letter for the vowel behind it.
  enum Vowel: UInt8 {
    case none, a, i, u, sukun, an, `in`, un

    var isShort: Bool { self == .a || self == .i || self == .u }
    var isNunation: Bool { rawValue >= Vowel.an.rawValue }
    /// Whether no vowel can follow.
    var isSilent: Bool { self == .none || self == .sukun }
  }

  var base: UInt32
  var vowel = Vowel.none
  var hasShadda = false
  var hasDaggerAlif = false

  /// Whether nothing is written on it.
  var isBare: Bool { vowel == .none && !hasShadda && !hasDaggerAlif }

  static let alif: UInt32 = 0x0627
  static let alifMadda: UInt32 = 0x0622
  static let alifHamza: UInt32 = 0x0623
  static let waw: UInt32 = 0x0648
  static let alifHamzaBelow: UInt32 = 0x0625
  static let yehHamza: UInt32 = 0x0626
  static let hamza: UInt32 = 0x0621
  static let taMarbuta: UInt32 = 0x0629
  static let lam: UInt32 = 0x0644
  static let heh: UInt32 = 0x0647
  static let maqsura: UInt32 = 0x0649
  static let yeh: UInt32 = 0x064A
  static let alifWasla: UInt32 = 0x0671
  static let dal: UInt32 = 0x062F
  static let beh: UInt32 = 0x0628
  static let noon: UInt32 = 0x0646

  /// Reads the letters of `range` behind those there are.
  ///
  /// Hamza and madda written as marks join their carrier; Persian and Urdu shapes of Arabic letters
  /// and presentation forms become the letter; tatweel, controls and other marks are passed over.
  static func read(
    _ range: Range<Int>, of bytes: Span<UInt8>, into letters: inout [Letter]
  ) {
    var at = range.lowerBound
    let first = letters.count
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      add(scalar.value, to: &letters, after: first)
    }
  }

  /// The letters of a word, for tables.
  static func letters(of word: some Sequence<UInt32>) -> [Letter] {
    var letters: [Letter] = []
    for scalar in word { add(scalar, to: &letters, after: 0) }
    return letters
  }

  private static func add(_ scalar: UInt32, to letters: inout [Letter], after first: Int) {
    if (0x0621...0x063A).contains(scalar) || (0x0641...0x064A).contains(scalar) {
      letters.append(Letter(base: scalar))
    } else if ArabicScript.isMark(scalar) {
      if letters.count > first { letters[letters.count - 1].bear(scalar) }
    } else if let shape = shapes[scalar] {
      letters.append(Letter(base: shape))
    } else if scalar >= 0xFB50 {
      for part in PresentationLetters.table[scalar] ?? [scalar] {
        if ArabicScript.isMark(part) {
          if letters.count > first { letters[letters.count - 1].bear(part) }
        } else {
          letters.append(Letter(base: shapes[part] ?? part))
        }
      }
    } else if !ArabicScript.isFiller(scalar) {
      letters.append(Letter(base: scalar))
    }
  }

  private mutating func bear(_ mark: UInt32) {
    switch mark {
    case 0x064E, 0x08E4: vowel = .a
    case 0x064F, 0x08E5: vowel = .u
    case 0x0650, 0x08E6: vowel = .i
    case 0x064B, 0x08F0: vowel = .an
    case 0x064C, 0x08F1: vowel = .un
    case 0x064D, 0x08F2: vowel = .in
    case 0x0651: hasShadda = true
    case 0x0652, 0x06E1: vowel = .sukun
    case 0x0670: hasDaggerAlif = true
    case 0x0653 where base == Self.alif: base = Self.alifMadda
    case 0x0654:
      switch base {
      case Self.alif: base = Self.alifHamza
      case Self.waw: base = 0x0624
      case Self.yeh, Self.maqsura: base = Self.yehHamza
      default: break
      }
    case 0x0655 where base == Self.alif: base = Self.alifHamzaBelow
    default: break
    }
  }

  /// Persian, Urdu and other shapes of letters Arabic has, and letters next to one it has.
  private static let shapes: [UInt32: UInt32] = [
    0x06A9: 0x0643, 0x06AA: 0x0643, 0x06CC: 0x064A, 0x06D2: 0x064A, 0x06BE: 0x0647,
    0x06C1: 0x0647, 0x06D5: 0x0647, 0x06C3: 0x0629, 0x06C0: 0x0629, 0x06D0: 0x064A,
    0x06CB: 0x06A4, 0x06A5: 0x06A4, 0x0672: 0x0623, 0x0673: 0x0625, 0x06BA: 0x0646,
    0x0679: 0x062A, 0x0688: 0x062F, 0x0691: 0x0631,
  ]
}

/// What belongs to a word of Arabic script.
enum ArabicScript {
  /// Letters of the script: base blocks, supplements and presentation forms, but for those of whole
  /// phrases.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0620...0x063F, 0x0641...0x064A, 0x066E...0x066F, 0x0671...0x06D3, 0x06D5,
      0x06EE...0x06EF, 0x06FA...0x06FC, 0x06FF, 0x0750...0x077F, 0x0870...0x0887,
      0x0889...0x088E, 0x08A0...0x08C9, 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDF9,
      0xFE70...0xFEFC:
      true
    default: false
    }
  }

  /// Marks that letters bear.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4,
      0x06E7...0x06E8, 0x06EA...0x06ED, 0x08CA...0x08E1, 0x08E3...0x08FF:
      true
    default: false
    }
  }

  /// Tatweel, and the invisible controls that stand inside words.
  static func isFiller(_ scalar: UInt32) -> Bool {
    scalar == 0x0640 || (0x200C...0x200F).contains(scalar) || scalar == 0x061C
  }
}

/// The letters that presentation forms stand for, by Unicode's compatibility mappings.
enum PresentationLetters {
  static let table: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    guard let normalizer = try? Normalizer(.nfkc) else { return table }
    for value: UInt32 in [0xFB50...0xFDFB, 0xFE70...0xFEFC].joined() {
      guard let scalar = Unicode.Scalar(value),
        let mapped = try? normalizer.normalize(String(scalar))
      else { continue }
      let parts = mapped.unicodeScalars.map(\.value).filter { $0 != 0x20 && $0 != 0x0640 }
      if parts != [value] { table[value] = parts }
    }
    return table
  }()
}
