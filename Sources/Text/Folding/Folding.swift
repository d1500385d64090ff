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

/// A folded text that knows where each of its scalars came from.
package struct FoldedText: Sendable {
  /// Folded scalar values.
  package private(set) var scalars: [UInt32] = []
  /// UTF-8 range of the source each scalar stands for; a ligature's letters share one.
  package private(set) var sources: [Range<Int>] = []

  package init() {}

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }

  /// Drops the scalars that satisfy a condition.
  mutating func removeAll(where isDropped: (UInt32) -> Bool) {
    let kept = scalars.indices.filter { !isDropped(scalars[$0]) }
    if kept.count == scalars.count { return }
    sources = kept.map { sources[$0] }
    scalars = kept.map { scalars[$0] }
  }

  mutating func append(_ scalar: UInt32, from source: Range<Int>) {
    scalars.append(scalar)
    sources.append(source)
  }

  /// Replaces the last scalar by its composition with a mark; false where there is none.
  mutating func compose(with mark: UInt32, to end: Int) -> Bool {
    guard let last = scalars.last, let source = sources.last,
      let composed = hamzaCompositions[last]?[mark]
    else { return false }
    scalars[scalars.count - 1] = composed
    sources[sources.count - 1] = source.lowerBound..<end
    return true
  }

  /// A mark that is dropped still belongs to the letter it stands on.
  mutating func extendLast(to end: Int) {
    guard let source = sources.last else { return }
    sources[sources.count - 1] = source.lowerBound..<end
  }

  mutating func raise(to level: FoldingLevel) {
    for index in scalars.indices { scalars[index] = Folding.letter(scalars[index], level) }
  }
}

/// Folds text for comparison, in one pass over its UTF-8.
package enum Folding {
  /// Folds `range` of `bytes` into `text`, whose storage is reused.
  package static func fold(
    _ range: Range<Int>, of bytes: Span<UInt8>, level: FoldingLevel, into text: inout FoldedText
  ) {
    text.removeAll()
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      let source = at..<at + scalar.length
      at = source.upperBound
      let value = scalar.value
      if value < 0x80 {
        text.append((0x41...0x5A).contains(value) ? value + 0x20 : value, from: source)
      } else if (0x0621...0x064A).contains(value), value != 0x0640 {
        text.append(value, from: source)
      } else if (0x0653...0x0655).contains(value), text.compose(with: value, to: at) {
        continue
      } else if isDropped(value) {
        text.extendLast(to: at)
      } else if let digit = digitValue(value) {
        text.append(0x30 + digit, from: source)
      } else if let letter = letterShapes[value] {
        text.append(letter, from: source)
      } else if let letters = compatibility.letters[value] {
        for letter in letters { text.append(letter, from: source) }
      } else {
        text.append(value, from: source)
      }
    }
    if level > .shapes { text.raise(to: level) }
  }

  /// The folded scalars of a string.
  package static func fold(_ string: String, level: FoldingLevel) -> [UInt32] {
    var text = FoldedText()
    let bytes = Array(string.utf8)
    fold(0..<bytes.count, of: bytes.span, level: level, into: &text)
    return text.scalars
  }

  /// What a letter folded to `.shapes` becomes at a higher level.
  static func letter(_ scalar: UInt32, _ level: FoldingLevel) -> UInt32 {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671: level >= .alef ? 0x0627 : scalar
    case 0x0649: level >= .alef ? 0x064A : scalar
    case 0x0629: level >= .carriers ? 0x0647 : scalar
    case 0x0624: level >= .carriers ? 0x0648 : scalar
    case 0x0626: level >= .carriers ? 0x064A : scalar
    default: scalar
    }
  }

  private static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0640, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF, 0x0300...0x036F:
      true
    default: isArabicMark(scalar)
    }
  }
}

/// Hamza and madda written as marks make the letters Unicode composes them to (UAX #15).
private let hamzaCompositions: [UInt32: [UInt32: UInt32]] = [
  0x0627: [0x0653: 0x0622, 0x0654: 0x0623, 0x0655: 0x0625],
  0x0648: [0x0654: 0x0624],
  0x064A: [0x0654: 0x0626],
  0x0649: [0x0654: 0x0626],
]

/// Persian and Urdu shapes of letters Arabic has, and the signs English writes for ' and ʿ.
///
/// گ پ چ ژ ڤ are letters of their own and stay.
private let letterShapes: [UInt32: UInt32] = [
  0x2018: 0x27, 0x2019: 0x27, 0x02BC: 0x27, 0x02BE: 0x27, 0x02BF: 0x27,
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
      let kept = mapped.unicodeScalars.map(\.value).filter(keeps).map { letterShapes[$0] ?? $0 }
      if kept != [value] { letters[value] = kept }
    }
  }
}

private let compatibility = Compatibility()
