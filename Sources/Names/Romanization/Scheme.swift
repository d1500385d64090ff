/// A romanization scheme: what Arabic text is rewritten by.
package enum Scheme: String, Sendable, CaseIterable {
  case bgnPCGN = "bgn-pcgn"
  case un2017 = "un-2017"
  case un1972 = "un-1972"
  case alaLC = "ala-lc"
  case iso233 = "iso-233"
  case iso2332 = "iso-233-2"
  case din31635 = "din-31635"
  case ijmes
  case ei3
  case wehr
  case buckwalter
  case buckwalterXML = "buckwalter-xml"
  case buckwalterSafe = "buckwalter-safe"
  case hsb
  case arabizi
  case icu

  /// The standard's name and year, and what it is used for.
  package var summary: String {
    switch self {
    case .bgnPCGN: "BGN/PCGN 1956 System (2019 text): British and American maps"
    case .un2017: "UNGEGN, resolution XI/3 (2017): United Nations place names"
    case .un1972: "UNGEGN, resolution II/8 (1972, amended Beirut System): older maps"
    case .alaLC: "ALA-LC romanization table (2012): libraries"
    case .iso233: "ISO 233:1984: letter for letter, reversible"
    case .iso2332: "ISO 233-2:1993: the simplified transliteration of catalogues"
    case .din31635: "DIN 31635 (2011): German libraries and scholarship"
    case .ijmes: "International Journal of Middle East Studies: journals and books"
    case .ei3: "Encyclopaedia of Islam, third edition (2007)"
    case .wehr: "Hans Wehr, Dictionary of Modern Written Arabic (4th ed., 1979); lower case"
    case .buckwalter: "Tim Buckwalter (1990s): ASCII letter for letter, reversible"
    case .buckwalterXML: "Buckwalter without < > & for XML, reversible"
    case .buckwalterSafe: "Buckwalter in ASCII letters alone (and ' _ ~), reversible"
    case .hsb: "Habash, Soudi and Buckwalter (2007): letter for letter, reversible"
    case .arabizi: "chat alphabet, with 7 for ح and 3 for ع; no standard"
    case .icu: "ICU's own Arabic-Latin, for comparison"
    }
  }

  /// How a text is rewritten by the scheme.
  enum Kind {
    /// By the sounds of its words.
    case sounds(SoundScheme)
    /// Letter for letter.
    case letters(LetterCode)
    /// By ICU's transliterator of a name.
    case icu(String)
  }

  var kind: Kind {
    switch self {
    case .bgnPCGN: .sounds(.bgnPCGN)
    case .un2017: .sounds(.un2017)
    case .un1972: .sounds(.un1972)
    case .alaLC: .sounds(.alaLC)
    case .iso233: .letters(.iso233)
    case .iso2332: .sounds(.iso2332)
    case .din31635: .sounds(.din31635)
    case .ijmes: .sounds(.ijmes)
    case .ei3: .sounds(.ei3)
    case .wehr: .sounds(.wehr)
    case .buckwalter: .letters(.buckwalter)
    case .buckwalterXML: .letters(.buckwalterXML)
    case .buckwalterSafe: .letters(.buckwalterSafe)
    case .hsb: .letters(.hsb)
    case .arabizi: .sounds(.arabizi)
    case .icu: .icu("Arabic-Latin")
    }
  }

  /// Whether `--reverse` gives back exactly what was written.
  package var isReversible: Bool {
    switch self {
    case .iso233, .buckwalter, .buckwalterXML, .buckwalterSafe, .hsb: true
    default: false
    }
  }

  /// Whether the case of letters can be chosen; where it tells letters apart it cannot.
  package var hasCapitals: Bool {
    switch self {
    case .buckwalter, .buckwalterXML, .buckwalterSafe, .hsb, .icu: false
    default: true
    }
  }

  /// The capitals that are written where none are asked for.
  package var defaultCapitals: Capitals {
    switch self {
    case .wehr: .none
    default: hasCapitals ? .names : .none
    }
  }
}

/// Where capitals are written.
package enum Capitals: String, Sendable, CaseIterable {
  /// On the first word of a sentence and on names the built-in words have.
  case sentence
  /// On every word but articles, prepositions and the like.
  case names
  case none
}
