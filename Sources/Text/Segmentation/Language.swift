/// A language Dragoman reads.
package enum Language: String, Sendable, CaseIterable {
  case arabic = "ar"
  case english = "en"

  /// The language whose script has the more letters in the ranges; nil when neither has any.
  ///
  /// Letters are told by block (Unicode 15 charts), which is enough to choose between two scripts.
  package static func detect(in ranges: some Sequence<Range<Int>>, of bytes: Span<UInt8>)
    -> Language?
  {
    var arabic = 0
    var latin = 0
    for range in ranges {
      // Where the bytes leave no doubt, marks and digits among them change nothing.
      let counts = bytes.scriptCounts(in: range)
      if counts.arabic > 40, counts.arabic > 4 * (counts.latin + counts.other) {
        arabic += counts.arabic
      } else if counts.latin > 40, counts.latin > 4 * (counts.arabic + counts.other) {
        latin += counts.latin
      } else {
        count(range, of: bytes, &arabic, &latin)
      }
      // A few thousand letters settle it; a 100 MB file need not be read through.
      if arabic + latin > 20_000 { break }
    }
    if arabic == 0, latin == 0 { return nil }
    return arabic >= latin ? .arabic : .english
  }

  private static func count(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ arabic: inout Int, _ latin: inout Int
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.length
      if isArabicLetter(scalar.value) {
        arabic += 1
      } else if isLatinLetter(scalar.value) {
        latin += 1
      }
    }
  }
}

extension Document {
  /// The language whose script has the more letters; nil where neither has any.
  package func detectLanguage() -> Language? {
    Language.detect(in: paragraphs, of: bytes.span)
  }
}

/// Letters of the Arabic script: base blocks, supplements and presentation forms, no marks.
func isArabicLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0620...0x063F, 0x0641...0x064A, 0x066E...0x066F, 0x0671...0x06D3, 0x06D5, 0x06FA...0x06FC,
    0x0750...0x077F, 0x08A0...0x08C9, 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFB,
    0xFE70...0xFEFC:
    true
  default: false
  }
}

/// Letters of the Latin script as English text and names in it use them.
func isLatinLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02B8,
    0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
    true
  default: false
  }
}

/// Marks that sit on Arabic letters: vowel signs, Qur'anic signs, combining hamza.
func isArabicMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06E8,
    0x06EA...0x06ED, 0x08CA...0x08E1, 0x08E3...0x08FF:
    true
  default: false
  }
}

/// A decimal digit's value in any script news is written in; nil for all else.
func digitValue(_ scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x30...0x39: scalar - 0x30
  case 0x0660...0x0669: scalar - 0x0660
  case 0x06F0...0x06F9: scalar - 0x06F0
  default: nil
  }
}
