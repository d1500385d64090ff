/// A token as numbers and dates see it: digits with their value, a word with its parts, or a mark.
struct NumeralPiece: Sendable {
  enum Form: UInt8, Sendable {
    case word, digits, symbol
  }

  let form: Form
  /// UTF-8 bytes of the numeral, word or mark: with its article, without particles before it.
  var range: Range<Int>
  /// Where it begins with its particles.
  var start: Int
  /// What the word may be; empty for other forms and for words no number or date has.
  var word = NumeralWord()
  /// The value of digits.
  var number = ExactNumber.zero
  /// How many digits before any decimals; 0 for `½`.
  var digits = 0
  /// Whether digits have a separator in them.
  var hasSeparator = false
  /// The scalar of a mark.
  var symbol: UInt32 = 0
  /// Whether space parts it from what comes before; also at the beginning.
  var hasGap = false
  /// و before it, as its first letter or a token of its own.
  var hasAnd = false
  /// ب ل ك before it.
  var hasPreposition = false
  /// ب before it.
  var hasBa = false
  var hasArticle = false
  /// A Latin capital first.
  var isCapitalised = false
  /// Whether a vowel sign of the indefinite accusative is written on it.
  var hasTanwin = false
  /// Whether a Latin word.
  var isLatin = false

  /// Whether a date can begin here.
  var beginsDate: Bool { form == .digits || form == .word && word.beginsDate }
  /// Whether a number can begin here; marks may be signs.
  var beginsNumber: Bool { form != .word || word.beginsNumber || digits > 0 }

  init(_ form: Form, _ range: Range<Int>) {
    self.form = form
    self.range = range
    start = range.lowerBound
  }

  var isDigits: Bool { form == .digits }
  var isNumeral: Bool { form == .digits || word.isNumeral }
  var integer: Int64? { form == .digits && !hasSeparator ? number.integer : nil }

  func isSymbol(_ scalar: UInt32) -> Bool { form == .symbol && symbol == scalar }
  var isHyphen: Bool {
    form == .symbol && (symbol == 0x2D || (0x2010...0x2015).contains(symbol) || symbol == 0x2212)
  }
  var isSlash: Bool { isSymbol(0x2F) || isSymbol(0x2044) }
  var isPercent: Bool {
    form == .symbol && [0x25, 0x066A, 0xFE6A, 0xFF05].contains(symbol)
  }
  var isPermille: Bool { isSymbol(0x2030) || isSymbol(0x0609) }
  var isComma: Bool { isSymbol(0x2C) || isSymbol(0x060C) }

  func `is`(_ function: NumeralWord.Function) -> Bool { word.function == function }

  /// Whether it is واحد, in which و and أحد are written the same without hamza.
  var isOne = false

  /// Reads واحد as و and أحد.
  mutating func readAsAndOne() {
    hasAnd = true
    range = range.lowerBound + 2..<range.upperBound
    isOne = false
  }

  mutating func take(_ particles: Particles) {
    hasGap = true
    hasAnd = hasAnd || particles.hasAnd
    hasArticle = hasArticle || particles.hasArticle
    hasPreposition = hasPreposition || particles.hasPreposition
    hasBa = hasBa || particles.hasBa
    start = particles.start
  }
}

/// Particles that stand before a word or as a token of their own: و ف ب ل ك ال.
struct Particles {
  var hasAnd = false
  var hasArticle = false
  var hasPreposition = false
  var hasBa = false
  /// Where they begin.
  var start = 0
  /// Whether they wait for the word they belong to.
  var isPending = false
  /// Whether the word before has a capital first.
  var followsCapital = false
}
