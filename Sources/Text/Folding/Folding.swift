import ICU

/// How much spelling variation a comparison sees through; each level includes those below it.
package enum FoldingLevel: Int, Sendable, Comparable, CaseIterable {
  /// Vowel marks, tatweel and invisible controls dropped; presentation forms, Persian and Urdu
  /// letter shapes and digits unified; Latin letters without case and accents.
  case shapes = 1
  /// Also أ إ آ ٱ as ا, and ى as ي.
  case alef = 2
  /// Also ة as ه, ؤ as و, ئ as ي.
  case carriers = 3

  package static func < (a: FoldingLevel, b: FoldingLevel) -> Bool { a.rawValue < b.rawValue }
}

/// Folds text for comparison, in one pass over its UTF-8.
package enum Folding {
  /// Folds `range` of `bytes` into `text`, whose storage is reused.
  package static func fold(
    _ range: Range<Int>, of bytes: Span<UInt8>, level: FoldingLevel, into text: inout FoldedText
  ) {
    // Only ligatures have more letters than bytes, up to 18 in three (U+FDFA).
    let roomForLigatures = 32
    let isDone = text.fill(from: range.lowerBound, capacity: range.count + roomForLigatures) {
      fold(range, of: bytes, level, &$0)
    }
    if !isDone {
      _ = text.fill(from: range.lowerBound, capacity: 6 * range.count + roomForLigatures) {
        fold(range, of: bytes, level, &$0)
      }
    }
  }

  /// Folds into `text`; false where it has not the room.
  private static func fold(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ level: FoldingLevel,
    _ text: inout FoldedText.Writer
  ) -> Bool {
    let letters = ArabicLetters.table(level)
    var at = range.lowerBound
    while at < range.upperBound {
      let first = bytes[at]
      if first < 0x80 {
        guard text.hasRoom(for: 1) else { return false }
        text.append(UInt32((0x41...0x5A).contains(first) ? first | 0x20 : first), at, at + 1)
        at += 1
      } else if first & 0xFC == 0xD8, at + 1 < range.upperBound {
        guard text.hasRoom(for: 1) else { return false }
        // D8 to DB begin U+0600 to U+06FF.
        let folded = letters[Int(first & 3) << 6 | Int(bytes[at + 1] & 0x3F)]
        if folded > ArabicLetters.composing {
          text.append(UInt32(folded), at, at + 2)
        } else if folded == ArabicLetters.dropped
          || !compose(bytes.scalar(at: at).value, to: at + 2, level, &text)
        {
          text.extendLast(to: at + 2)
        }
        at += 2
      } else {
        guard text.hasRoom(for: 18) else { return false }
        let scalar = bytes.scalar(at: at)
        foldOther(scalar.value, at, at + scalar.length, level, &text)
        at += scalar.length
      }
    }
    return true
  }

  /// Scalars outside ASCII and the Arabic block.
  private static func foldOther(
    _ value: UInt32, _ start: Int, _ end: Int, _ level: FoldingLevel,
    _ text: inout FoldedText.Writer
  ) {
    if isDropped(value) {
      text.extendLast(to: end)
    } else if let letter = otherLetterShapes[value] {
      text.append(letter, start, end)
    } else if let letters = compatibility.letters[value] {
      for letter in letters { text.append(self.letter(letter, level), start, end) }
    } else {
      text.append(value, start, end)
    }
  }

  /// Makes the last letter and a hamza or madda written as a mark the letter Unicode composes them
  /// to (UAX #15); false where there is none.
  private static func compose(
    _ mark: UInt32, to end: Int, _ level: FoldingLevel, _ text: inout FoldedText.Writer
  ) -> Bool {
    guard let last = text.last, let composed = hamzaCompositions[last]?[mark] else {
      return false
    }
    text.replaceLast(by: letter(composed, level), to: end)
    return true
  }

  /// The folded scalars of a string.
  package static func fold(_ string: String, level: FoldingLevel) -> [UInt32] {
    var text = FoldedText()
    let bytes = Array(string.utf8)
    fold(0..<bytes.count, of: bytes.span, level: level, into: &text)
    return text.scalars
  }

  /// What a letter folded to `.shapes` becomes at a higher level.
  package static func letter(_ scalar: UInt32, _ level: FoldingLevel) -> UInt32 {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671: level >= .alef ? 0x0627 : scalar
    case 0x0649: level >= .alef ? 0x064A : scalar
    case 0x0629: level >= .carriers ? 0x0647 : scalar
    case 0x0624: level >= .carriers ? 0x0648 : scalar
    case 0x0626: level >= .carriers ? 0x064A : scalar
    default: scalar
    }
  }

  fileprivate static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0640, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF, 0x0300...0x036F:
      true
    default: isArabicMark(scalar)
    }
  }
}

/// What letters and hamza or madda as marks compose to.
private let hamzaCompositions: [UInt32: [UInt32: UInt32]] = [
  0x0627: [0x0653: 0x0622, 0x0654: 0x0623, 0x0655: 0x0625],
  0x0648: [0x0654: 0x0624],
  0x064A: [0x0654: 0x0626],
  0x0649: [0x0654: 0x0626],
]

/// Signs English writes for ' and ʿ.
private let otherLetterShapes: [UInt32: UInt32] = [
  0x2018: 0x27, 0x2019: 0x27, 0x02BC: 0x27, 0x02BE: 0x27, 0x02BF: 0x27,
]

/// What the scalars of the Arabic block fold to, U+0600 to U+06FF, for each level.
private enum ArabicLetters {
  static let dropped: UInt16 = 0
  /// Hamza and madda as marks, which join the letter before or are dropped.
  static let composing: UInt16 = 1

  static func table(_ level: FoldingLevel) -> UnsafePointer<UInt16> {
    tables + (level.rawValue - 1) * count
  }

  private static let count = 256

  /// Never freed: an array would be retained and released for each word, by all threads at once.
  nonisolated(unsafe) private static let tables: UnsafePointer<UInt16> = {
    let tables = UnsafeMutablePointer<UInt16>.allocate(
      capacity: FoldingLevel.allCases.count * count)
    var place = tables
    for level in FoldingLevel.allCases {
      for scalar in UInt32(0x0600)...0x06FF {
        place.initialize(to: folded(scalar, level))
        place += 1
      }
    }
    return UnsafePointer(tables)
  }()

  private static func folded(_ scalar: UInt32, _ level: FoldingLevel) -> UInt16 {
    if (0x0653...0x0655).contains(scalar) { return composing }
    if Folding.isDropped(scalar) { return dropped }
    if let digit = digitValue(scalar) { return UInt16(0x30 + digit) }
    return UInt16(Folding.letter(letterShapes[scalar] ?? scalar, level))
  }
}

/// Persian and Urdu shapes of letters Arabic has.
///
/// گ پ چ ژ ڤ are letters of their own and stay.
private let letterShapes: [UInt32: UInt32] = [
  0x06A9: 0x0643, 0x06AA: 0x0643, 0x06CC: 0x064A, 0x06D2: 0x064A, 0x06BE: 0x0647, 0x06C1: 0x0647,
  0x06D5: 0x0647, 0x06C3: 0x0629,
]

/// Letters that stand for others by Unicode's compatibility mappings, from ICU's own NFKC.
///
/// Arabic presentation forms and Latin letters with accents: a few hundred, looked up once.
private struct Compatibility: Sendable {
  let letters: [UInt32: [UInt32]]

  init() {
    var letters: [UInt32: [UInt32]] = [:]
    if let decompose = try? Normalizer(.nfkd), let compose = try? Normalizer(.nfkc) {
      for value: UInt32 in [0xFB50...0xFDFF, 0xFE70...0xFEFC].joined() {
        add(value, compose, { !isArabicMark($0) && $0 != 0x20 && $0 != 0x0640 })
      }
      for value: UInt32 in [0xA0...0x024F, 0x1E00...0x1EFF, 0x2100...0x214F, 0xFF01...0xFF5E]
        .joined()
      {
        add(value, decompose, { !(0x0300...0x036F).contains($0) })
      }
    }
    self.letters = letters

    func add(_ value: UInt32, _ normalizer: Normalizer, _ keeps: (UInt32) -> Bool) {
      guard let scalar = Unicode.Scalar(value),
        let mapped = try? normalizer.normalize(String(scalar).lowercased())
      else { return }
      // Letterlike symbols decompose to capitals: ™ is tm.
      let kept = mapped.lowercased().unicodeScalars.map(\.value).filter(keeps).map {
        letterShapes[$0] ?? otherLetterShapes[$0] ?? $0
      }
      if kept != [value] { letters[value] = kept }
    }
  }
}

private let compatibility = Compatibility()
