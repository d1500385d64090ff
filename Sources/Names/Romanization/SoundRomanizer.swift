import Text

/// Writes the Arabic words of a text as a scheme renders their sounds.
///
/// What is between them stays, but for Arabic digits and punctuation, which become those of Latin
/// text.
struct SoundRomanizer {
  private let writer: SoundWriter
  private var reader = WordReader()
  /// The word before, which is written when the next one is known.
  private var pending = WordReading()
  private var next = WordReading()

  init(scheme: SoundScheme, capitals: Capitals) {
    writer = SoundWriter(scheme: scheme, capitals: capitals)
  }

  mutating func romanize(_ bytes: Span<UInt8>, into result: inout Romanized) {
    var words = ArabicWords()
    var written = 0
    var context = SoundWriter.Context(isFirst: true, beginsSentence: true, isConstruct: false)
    guard var word = words.next(in: bytes) else {
      copy(0..<bytes.count, bytes, into: &result)
      return
    }
    reader.read(word, of: bytes, into: &pending)
    advance(&context, over: 0..<word.lowerBound, bytes)
    while true {
      copy(written..<word.lowerBound, bytes, into: &result)
      written = word.upperBound
      let following = words.next(in: bytes)
      context.isConstruct = false
      if let following {
        reader.read(following, of: bytes, into: &next)
        if isSpace(word.upperBound..<following.lowerBound, bytes) {
          context.isConstruct = pending.endsInTaMarbuta && next.canFollowConstruct
        }
      }
      let start = result.bytes.count
      if pending.parts.isEmpty {
        // Presentation forms of nothing but marks.
        result.bytes.append(contentsOf: word, of: bytes)
      } else {
        writer.write(pending, in: context, to: &result.bytes)
      }
      result.append(
        RomanizedWord(
          source: word, latin: start..<result.bytes.count, lacksVowels: pending.lacksVowels))
      guard let following else { break }
      context.isFirst = false
      context.beginsSentence = false
      advance(&context, over: word.upperBound..<following.lowerBound, bytes)
      word = following
      swap(&pending, &next)
    }
    copy(written..<bytes.count, bytes, into: &result)
  }

  /// What marks and line ends between two words change.
  private func advance(
    _ context: inout SoundWriter.Context, over gap: Range<Int>, _ bytes: Span<UInt8>
  ) {
    var at = gap.lowerBound
    while at < gap.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      switch scalar.value {
      case _ where SentenceMarks.contains(scalar.value):
        context.isFirst = true
        context.beginsSentence = true
      case 0x20, 0xA0, 0x2C, 0x2D, 0x27, 0x2019, 0x060C: break
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0xC0...0x024F, 0x0660...0x0669:
        context.isFirst = false
        context.beginsSentence = false
      default: context.isFirst = true
      }
    }
  }

  private func isSpace(_ gap: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var at = gap.lowerBound
    while at < gap.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      guard
        scalar.value == 0x20 || scalar.value == 0xA0 || scalar.value == 0x09
          || ArabicScript.isFiller(scalar.value)
      else { return false }
    }
    return !gap.isEmpty
  }

  /// Copies what is no word.
  private func copy(_ gap: Range<Int>, _ bytes: Span<UInt8>, into result: inout Romanized) {
    var at = gap.lowerBound
    while at < gap.upperBound {
      let byte = bytes[at]
      if byte < 0xD8 || byte > 0xDB {
        result.bytes.append(byte)
        at += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      if let sign = Self.sign(scalar.value) {
        result.bytes.append(sign)
      } else {
        for place in at..<at + scalar.length { result.bytes.append(bytes[place]) }
      }
      at += scalar.length
    }
  }

  /// The ASCII sign for an Arabic digit or mark.
  private static func sign(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x0660...0x0669: UInt8(0x30 + scalar - 0x0660)
    case 0x06F0...0x06F9: UInt8(0x30 + scalar - 0x06F0)
    case 0x060C, 0x066C: 0x2C
    case 0x061B: 0x3B
    case 0x061F: 0x3F
    case 0x066A: 0x25
    case 0x066B, 0x06D4: 0x2E
    case 0x066D: 0x2A
    default: nil
    }
  }
}

/// What ends a sentence, as far as capitals go: line ends and . ! ? ؟ ۔ …
enum SentenceMarks {
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x0D, 0x2028, 0x2029, 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026: true
    default: false
    }
  }
}
