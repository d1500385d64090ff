import ICU

/// A paragraph's direction, and why it is that.
package struct ParagraphBase: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable {
    /// The user said so.
    case given
    /// Its language, told by its letters or by the user.
    case language
    /// Its first strong character, as UAX #9 has it where nothing is known.
    case firstStrong = "first-strong"
    /// It has no letters, and the document's language decides.
    case document
  }

  package let direction: TextDirection
  package let reason: Reason
}

/// How the direction of each paragraph of a document is found.
///
/// The language decides, not the first strong character: an Arabic article that begins with
/// `CNN:` is right to left all the same.
package enum BaseRule: Sendable, Equatable {
  case given(TextDirection)
  case firstStrong
  /// By a language; nil to tell each paragraph's by its letters.
  case language(Language?)

  /// The language of a whole document where the base of a paragraph can depend on it.
  func language(of document: Document) -> Language? {
    switch self {
    case .given, .language(.some): nil
    case .firstStrong, .language(nil): document.detectLanguage()
    }
  }

  /// The base of one paragraph of valid UTF-8.
  ///
  /// - Parameter document: the language of the whole text, for paragraphs without letters.
  package func base(
    of paragraph: Range<Int>, in bytes: Span<UInt8>, document: Language?
  ) -> ParagraphBase {
    switch self {
    case .given(let direction):
      return ParagraphBase(direction: direction, reason: .given)
    case .language(let language?):
      return ParagraphBase(direction: language.direction, reason: .language)
    case .language(nil):
      if let language = Language.detect(in: CollectionOfOne(paragraph), of: bytes) {
        return ParagraphBase(direction: language.direction, reason: .language)
      }
    case .firstStrong: break
    }
    if let direction = firstStrongDirection(of: paragraph, in: bytes) {
      return ParagraphBase(direction: direction, reason: .firstStrong)
    }
    return ParagraphBase(direction: document?.direction ?? .leftToRight, reason: .document)
  }
}

extension Language {
  /// The direction the language is written in.
  package var direction: TextDirection { self == .arabic ? .rightToLeft : .leftToRight }
}

/// The direction a program without knowledge of the language gives a paragraph (UAX #9, P2 and P3);
/// nil where it has no strong character.
func firstStrongDirection(of paragraph: Range<Int>, in bytes: Span<UInt8>) -> TextDirection? {
  // The text is valid UTF-8; a paragraph too long for ICU has no answer from it.
  do { return try Bidi.firstStrongDirection(bytes.extracting(paragraph)) } catch { return nil }
}

extension TextDirection {
  package var base: BaseDirection { self == .leftToRight ? .leftToRight : .rightToLeft }

  package var opposite: TextDirection { self == .leftToRight ? .rightToLeft : .leftToRight }

  /// Whether a character of a class is strongly of this direction.
  func isStrong(_ bidiClass: BidiClass) -> Bool {
    switch bidiClass {
    case .leftToRight: self == .leftToRight
    case .rightToLeft, .arabicLetter: self == .rightToLeft
    default: false
    }
  }
}

/// Whether a scalar is strongly right to left.
func isRightToLeft(_ scalar: UInt32) -> Bool {
  // Nothing below the Hebrew block is, and most text of other scripts is below it.
  guard scalar >= 0x0590, let value = Unicode.Scalar(scalar) else { return false }
  return TextDirection.rightToLeft.isStrong(Properties.bidiClass(of: value))
}
