import ICU
import Text

/// The letters of names, in the form the model knows them by.
package enum NameLetters {
  /// An Arabic word's letters: no marks, no tatweel, one shape each; hamza and ة as written.
  package static func arabic(_ word: String) -> [UInt32] {
    Folding.fold(word, level: .shapes).filter { $0 > 0x20 }
  }

  /// What words are found by in the lexicon: hamza, ى and ة do not count.
  package static func key(_ letters: some Sequence<UInt32>) -> [UInt32] {
    letters.map { Folding.letter($0, .carriers) }
  }

  /// The letters of a Latin name from a to z, all else left out: what comparisons go by.
  package static func latin(_ name: String) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in plain(name).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: letters.append(UInt8(scalar.value) | 0x20)
      case 0x61...0x7A: letters.append(UInt8(scalar.value))
      default: continue
      }
    }
    return letters
  }

  /// A Latin name without diacritics and letters of one language's own, as newspapers write it.
  package static func plain(_ name: String) -> String {
    var isPlain = true
    for byte in name.utf8 where byte >= 0x80 { isPlain = false }
    if isPlain { return name }
    var result = String.UnicodeScalarView()
    let decomposed = (try? normalizer?.normalize(name)) ?? name
    for scalar in decomposed.unicodeScalars {
      if (0x0300...0x036F).contains(scalar.value) { continue }
      if let letters = special[scalar.value] {
        result.append(contentsOf: letters.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let normalizer = try? Normalizer(.nfkd)

  /// Letters that are no letter with a mark.
  private static let special: [UInt32: String] = [
    0x00C6: "Ae", 0x00E6: "ae", 0x00D8: "O", 0x00F8: "o", 0x00DE: "Th", 0x00FE: "th",
    0x00D0: "D", 0x00F0: "d", 0x0110: "D", 0x0111: "d", 0x0141: "L", 0x0142: "l", 0x00DF: "ss",
    0x0131: "i", 0x0152: "Oe", 0x0153: "oe", 0x018F: "A", 0x0259: "a", 0x0126: "H", 0x0127: "h",
    0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x02BE: "'", 0x02BF: "'", 0x2010: "-", 0x2011: "-",
    0x2013: "-",
  ]
}
