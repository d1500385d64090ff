import ICU

/// The Arabic presentation forms (U+FB50 to U+FDF9, U+FE70 to U+FEFC): characters for the shapes of
/// letters, which text extracted from a PDF is often made of, and which no search finds.
///
/// The signs U+FDFA to U+FDFD (the honorifics, the rial, the basmala) are compatibility characters
/// too, but people type them on purpose; they are not counted among the forms.
package struct PresentationForms: Sendable {
  /// Where in a word a form stands.
  enum Position: Sendable {
    case isolated, initial, medial, final
  }

  private let normalizer: Normalizer

  package init() throws(ICUError) { normalizer = try Normalizer(.nfkc) }

  /// Whether a scalar is a presentation form.
  static func isForm(_ scalar: UInt32) -> Bool { position(of: scalar) != nil }

  /// The position a form is made for; nil for what is no form.
  static func position(of scalar: UInt32) -> Position? {
    guard (0xFB50...0xFDF9).contains(scalar) || (0xFE70...0xFEFC).contains(scalar),
      let value = Unicode.Scalar(scalar)
    else { return nil }
    return switch Properties.decompositionType(of: value) {
    case .isolated: .isolated
    case .initial: .initial
    case .medial: .medial
    case .final: .final
    case .none, .other: nil
    }
  }

  /// Whether a form is that of a mark, which belongs to the letter before it.
  static func isMark(_ scalar: UInt32) -> Bool {
    (0xFE70...0xFE7F).contains(scalar) || (0xFC5E...0xFC63).contains(scalar)
      || (0xFCF2...0xFCF4).contains(scalar)
  }

  /// Whether a byte can be the first of a form's three.
  static func canBegin(with byte: UInt8) -> Bool { byte == 0xEF }

  /// The first and the last letter a form stands for.
  func ends(of form: UInt32) throws(ICUError) -> (first: UInt32, last: UInt32) {
    var letters: [UInt8] = []
    try appendLetters(of: form, to: &letters)
    guard let last = letters.span.scalar(before: letters.count) else { return (form, form) }
    return (letters.span.scalar(at: 0).value, last.value)
  }

  /// Appends the letters a form stands for (its NFKC).
  ///
  /// The isolated form of a mark decomposes to a space and the mark; the space would part a word,
  /// and is left out.
  func appendLetters(of form: UInt32, to text: inout [UInt8]) throws(ICUError) {
    guard let scalar = Unicode.Scalar(form) else { return }
    var utf8: [UInt8] = []
    appendUTF8(of: scalar.value, to: &utf8)
    let letters = try normalizer.normalize(utf8.span)
    let isSpaced = Self.isMark(form) && letters.first == 0x20
    text.append(contentsOf: isSpaced ? letters[1...] : letters[...])
  }
}

/// Appends a scalar's UTF-8; a surrogate, which no text has, becomes U+FFFD.
func appendUTF8(of scalar: UInt32, to bytes: inout [UInt8]) {
  if scalar < 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: scalar))
  } else {
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      ?? UTF8.encodedReplacementCharacter
    {
      bytes.append(byte)
    }
  }
}
