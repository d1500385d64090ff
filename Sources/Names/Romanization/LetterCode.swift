import ICU
import Text

/// A reversible mapping of Arabic letters and marks to Latin ones, letter for letter.
///
/// Text that is not Arabic stays as it is where nothing is lost by it. What would be read back as
/// Arabic is escaped with a backslash: one character as `\.`, several as `\[Putin\]`, a backslash
/// itself as `\\`; so that reading back gives exactly the text, whatever it was.
struct LetterCode: Sendable {
  /// Letters that are written as a sign.
  struct Rule: Sendable {
    /// Where a rule applies.
    enum Place: Sendable {
      case anywhere
      /// Behind no letter or mark that has a rule.
      case wordStart
      /// Behind one.
      case wordInside
    }

    let source: [UInt32]
    let sign: [UInt32]
    let place: Place

    init(_ source: String, _ sign: String, _ place: Place = .anywhere) {
      self.init(source.unicodeScalars.map(\.value), sign.unicodeScalars.map(\.value), place)
    }

    init(_ source: [UInt32], _ sign: [UInt32], _ place: Place) {
      self.source = source
      self.sign = sign
      self.place = place
    }

    func applies(insideWord isInside: Bool) -> Bool {
      switch place {
      case .anywhere: true
      case .wordStart: !isInside
      case .wordInside: isInside
      }
    }
  }

  /// Whether case tells nothing, so that capitals may be written.
  let hasCapitals: Bool
  /// Rules by the first letter of the source, those of the longest source first.
  private let forward: [UInt32: [Rule]]
  /// Rules by the first letter of the sign, with and without capital, those of the longest first.
  private let backward: [UInt32: [Rule]]
  /// The signs of U+0600 to U+06FF that one rule writes in every place; empty for all others.
  private let plain: [Glyph]
  /// All letters and marks that have a rule.
  private let letters: Set<UInt32>
  /// What stands for itself only when escaped: whether it does, for Latin-1, and the rest.
  private let latin1Signs: [Bool]
  private let signs: Set<UInt32>

  init(_ rules: [Rule], hasCapitals: Bool = false) {
    var forward: [UInt32: [Rule]] = [:]
    var backward: [UInt32: [Rule]] = [:]
    var signs: Set<UInt32> = [Self.backslash]
    for rule in rules {
      guard let first = rule.source.first else { continue }
      forward[first, default: []].append(rule)
      let capital = Self.capital(rule.sign)
      for spelling in hasCapitals && capital != rule.sign ? [rule.sign, capital] : [rule.sign] {
        guard let first = spelling.first else { continue }
        signs.formUnion(spelling)
        backward[first, default: []].append(Rule(rule.source, spelling, rule.place))
      }
    }
    self.hasCapitals = hasCapitals
    self.forward = forward.mapValues { $0.sorted { $0.source.count > $1.source.count } }
    self.backward = backward.mapValues { $0.sorted { $0.sign.count > $1.sign.count } }
    self.signs = signs
    latin1Signs = (0..<256).map { signs.contains($0) }
    letters = Set(rules.flatMap(\.source))
    plain = (UInt32(0x600)...0x6FF).map { letter in
      guard let rules = forward[letter], rules.count == 1, rules[0].source.count == 1,
        rules[0].place == .anywhere, !hasCapitals
      else { return Glyph("") }
      return Glyph(Self.string(rules[0].sign))
    }
  }

  private static let backslash: UInt32 = 0x5C
  private static let opening: UInt32 = 0x5B
  private static let closing: UInt32 = 0x5D

  private static func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(text)
  }

  /// A sign with its first letter a capital, where it has one.
  private static func capital(_ sign: [UInt32]) -> [UInt32] {
    for (place, value) in sign.enumerated() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let capital = scalar.properties.uppercaseMapping.unicodeScalars.map(\.value)
      if capital != [value] { return sign[..<place] + capital + sign[(place + 1)...] }
    }
    return sign
  }

  // MARK: Writing

  /// What is remembered from letter to letter.
  struct State {
    /// Whether a letter with a rule came last.
    fileprivate var isInsideWord = false
    /// Whether the next letter that can shall be a capital.
    var needsCapital = false

    init() {}
  }

  /// Appends the signs of a stretch of text, with all that is not Arabic kept or escaped.
  func write(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ state: inout State, to output: inout [UInt8]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      if scalar.value & ~0xFF == 0x600 {
        let glyph = plain[Int(scalar.value & 0xFF)]
        if glyph.count > 0 {
          glyph.append(to: &output)
          state.isInsideWord = true
          at += scalar.length
          continue
        }
      }
      if letters.contains(scalar.value) {
        at = writeLetter(at, range.upperBound, bytes, &state, &output)
      } else {
        state.isInsideWord = false
        at = writeOther(at, range.upperBound, bytes, &output)
      }
    }
  }

  /// Writes the letters that the longest rule takes; gives the place behind them.
  private func writeLetter(
    _ at: Int, _ end: Int, _ bytes: Span<UInt8>, _ state: inout State, _ output: inout [UInt8]
  ) -> Int {
    let first = bytes.scalar(at: at)
    for rule in forward[first.value] ?? [] where rule.applies(insideWord: state.isInsideWord) {
      guard let behind = Self.match(rule.source, at, end, bytes) else { continue }
      var sign = rule.sign
      // The article has none; the noun behind it has.
      if state.needsCapital, !(rule.place == .wordStart && rule.source.last == Letter.lam) {
        let capital = Self.capital(sign)
        if capital != sign {
          state.needsCapital = false
          sign = capital
        }
      }
      for scalar in sign { output.appendUTF8(scalar) }
      state.isInsideWord = true
      return behind
    }
    // Every letter has a rule for its own in every place; for all that, none is lost.
    output.appendUTF8(first.value)
    return at + first.length
  }

  private static func match(
    _ pattern: [UInt32], _ start: Int, _ end: Int, _ bytes: Span<UInt8>
  ) -> Int? {
    var at = start
    for value in pattern {
      guard at < end else { return nil }
      let scalar = bytes.scalar(at: at)
      guard scalar.value == value else { return nil }
      at += scalar.length
    }
    return at
  }

  private static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar & ~0x20)
  }

  private func isSign(_ scalar: UInt32) -> Bool {
    scalar < 256 ? latin1Signs[Int(scalar)] : signs.contains(scalar)
  }

  /// Writes a stretch without Arabic, of one line, escaping what would be read back as Arabic.
  private func writeOther(
    _ start: Int, _ end: Int, _ bytes: Span<UInt8>, _ output: inout [UInt8]
  ) -> Int {
    var at = start
    var escaped: Range<Int>?
    /// Where the Latin word that is being read begins; whole words are escaped.
    var wordStart: Int?
    var isEscapedWord = false
    while at < end {
      let scalar = bytes.scalar(at: at)
      if at > start, scalar.value == 0x0A || scalar.value & ~0xFF == 0x600 { break }
      if letters.contains(scalar.value) { break }
      let next = at + scalar.length
      if Self.isASCIILetter(scalar.value) {
        wordStart = wordStart ?? at
      } else {
        wordStart = nil
        isEscapedWord = false
      }
      if isSign(scalar.value) {
        escaped = (escaped?.lowerBound ?? wordStart ?? at)..<next
        isEscapedWord = wordStart != nil
      } else if isEscapedWord, let begun = escaped {
        escaped = begun.lowerBound..<next
      }
      at = next
    }
    guard let escaped else {
      output.append(contentsOf: start..<at, of: bytes)
      return at
    }
    output.append(contentsOf: start..<escaped.lowerBound, of: bytes)
    if bytes.scalar(at: escaped.lowerBound).length == escaped.count {
      output.append(0x5C)
      output.append(contentsOf: escaped, of: bytes)
    } else {
      output.append(contentsOf: [0x5C, 0x5B])
      for place in escaped {
        if bytes[place] == 0x5C { output.append(0x5C) }
        output.append(bytes[place])
      }
      output.append(contentsOf: [0x5C, 0x5D])
    }
    output.append(contentsOf: escaped.upperBound..<at, of: bytes)
    return at
  }

  // MARK: Reading

  /// Appends the text that signs stand for.
  func read(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var at = 0
    var isInside = false
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      if scalar.value == Self.backslash {
        at = readEscape(at + 1, bytes, &output)
        isInside = false
        continue
      }
      let rule = (backward[scalar.value] ?? []).first {
        $0.applies(insideWord: isInside) && Self.match($0.sign, at, bytes.count, bytes) != nil
      }
      if let rule {
        for letter in rule.source { output.appendUTF8(letter) }
        at = Self.match(rule.sign, at, bytes.count, bytes) ?? bytes.count
        isInside = true
      } else {
        output.append(contentsOf: at..<at + scalar.length, of: bytes)
        isInside = letters.contains(scalar.value)
        at += scalar.length
      }
    }
  }

  /// Reads what follows a backslash; gives the place behind it.
  private func readEscape(_ start: Int, _ bytes: Span<UInt8>, _ output: inout [UInt8]) -> Int {
    guard start < bytes.count else {
      output.append(0x5C)
      return start
    }
    guard bytes[start] == UInt8(Self.opening) else {
      let length = bytes.scalar(at: start).length
      output.append(contentsOf: start..<start + length, of: bytes)
      return start + length
    }
    var at = start + 1
    while at < bytes.count {
      if bytes[at] == 0x5C, at + 1 < bytes.count {
        if bytes[at + 1] == UInt8(Self.closing) { return at + 2 }
        if bytes[at + 1] == 0x5C { at += 1 }
      }
      output.append(bytes[at])
      at += 1
    }
    return at
  }
}

extension [UInt8] {
  mutating func append(contentsOf range: Range<Int>, of bytes: Span<UInt8>) {
    for at in range { append(bytes[at]) }
  }

  mutating func appendUTF8(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
