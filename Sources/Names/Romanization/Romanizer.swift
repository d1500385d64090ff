import ICU
import Text

/// Rewrites Arabic text in Latin script by a scheme, or by rules of the user's own.
///
/// ```swift
/// var romanizer = try Romanizer(.bgnPCGN)
/// var result = Romanized()
/// try romanizer.romanize(Array("مُحَافَظَة دِمَشْق".utf8).span, into: &result)  // Muḩāfaz̧at Dimashq
/// ```
package struct Romanizer: ~Copyable {
  private var sounds: SoundRomanizer?
  private var code: LetterCode?
  private let transliterator: Transliterator?
  private let capitals: Capitals
  private let listsWords: Bool

  /// - Parameters:
  ///   - capitals: nil for those of the scheme.
  ///   - listsWords: whether `Romanized.words` is wanted. With ICU's rules each word is then
  ///     rewritten by itself.
  package init(
    _ scheme: Scheme, capitals: Capitals? = nil, listsWords: Bool = false
  ) throws(ICUError) {
    let capitals = capitals ?? scheme.defaultCapitals
    self.capitals = capitals
    self.listsWords = listsWords
    switch scheme.kind {
    case .sounds(let table):
      sounds = SoundRomanizer(scheme: table, capitals: capitals)
      transliterator = nil
    case .letters(let code):
      self.code = code
      transliterator = nil
    case .icu(let id): transliterator = try Transliterator(id: id)
    }
  }

  /// Takes rules in ICU's language (UTS #35, part 2).
  package init(
    rules: String, direction: Transliterator.Direction = .forward, listsWords: Bool = false
  ) throws(TransliteratorError) {
    capitals = .none
    self.listsWords = listsWords
    transliterator = try Transliterator(rules: rules, name: "rules", direction: direction)
  }

  /// Appends a text in Latin script, and its words, to `result`.
  ///
  /// The text is one or more whole lines.
  package mutating func romanize(
    _ bytes: Span<UInt8>, into result: inout Romanized
  ) throws(ICUError) {
    if sounds != nil {
      sounds?.romanize(bytes, into: &result)
    } else if let code {
      write(bytes, by: code, into: &result)
    } else {
      try rewrite(bytes, into: &result)
    }
  }

  /// Appends the text that was written letter for letter; false where the scheme cannot be reversed.
  package func reverse(_ bytes: Span<UInt8>, into result: inout Romanized) -> Bool {
    guard let code else { return false }
    code.read(bytes, to: &result.bytes)
    return true
  }

  /// Writes letter for letter, word by word for the sake of capitals.
  private func write(_ bytes: Span<UInt8>, by code: LetterCode, into result: inout Romanized) {
    var state = LetterCode.State()
    var words = ArabicWords()
    var written = 0
    var beginsSentence = true
    while let word = words.next(in: bytes) {
      code.write(written..<word.lowerBound, of: bytes, &state, to: &result.bytes)
      if capitals == .sentence {
        beginsSentence = beginsSentence || endsSentence(written..<word.lowerBound, bytes)
      }
      state.needsCapital = capitals == .names || (capitals == .sentence && beginsSentence)
      beginsSentence = false
      let start = result.bytes.count
      code.write(word, of: bytes, &state, to: &result.bytes)
      state.needsCapital = false
      written = word.upperBound
      if listsWords {
        result.append(
          RomanizedWord(
            source: word, latin: start..<result.bytes.count, lacksVowels: false))
      }
    }
    code.write(written..<bytes.count, of: bytes, &state, to: &result.bytes)
  }

  private func endsSentence(_ gap: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var at = gap.lowerBound
    while at < gap.upperBound {
      let scalar = bytes.scalar(at: at)
      if SentenceMarks.contains(scalar.value) { return true }
      at += scalar.length
    }
    return false
  }

  // MARK: ICU's rules

  /// Bytes of a line that are rewritten at once; ICU's time grows with their square.
  private static let longestPiece = 1 << 12

  private func rewrite(_ bytes: Span<UInt8>, into result: inout Romanized) throws(ICUError) {
    if listsWords {
      var words = ArabicWords()
      var written = 0
      while let word = words.next(in: bytes) {
        result.bytes.append(contentsOf: written..<word.lowerBound, of: bytes)
        let start = result.bytes.count
        try rewrite(word, of: bytes, into: &result)
        written = word.upperBound
        result.append(
          RomanizedWord(source: word, latin: start..<result.bytes.count, lacksVowels: false))
      }
      result.bytes.append(contentsOf: written..<bytes.count, of: bytes)
    } else {
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        try rewrite(at..<end, of: bytes, into: &result)
        while end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D {
          result.bytes.append(bytes[end])
          end += 1
        }
        at = end
      }
    }
  }

  /// Rewrites a line, or a word, a long one in pieces that end with a space where there is one.
  private func rewrite(
    _ range: Range<Int>, of bytes: Span<UInt8>, into result: inout Romanized
  ) throws(ICUError) {
    var at = range.lowerBound
    while at < range.upperBound {
      var end = min(at + Self.longestPiece, range.upperBound)
      if end < range.upperBound {
        var space = end
        while space > at, bytes[space - 1] != 0x20 { space -= 1 }
        if space > at {
          end = space
        } else {
          while end > at, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
      }
      if let text = try transliterator?.transliterate(bytes.string(at..<end)) {
        result.bytes.append(contentsOf: text.utf8)
      }
      at = end
    }
  }
}
