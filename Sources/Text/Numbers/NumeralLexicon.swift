/// What a word may do in a number or a date; a word may do several things (ثانية, second, March).
struct NumeralWord: Sendable, Equatable {
  /// The part it plays in a spelled number.
  enum Role: UInt8, Sendable {
    case none
    /// 0 to 9.
    case unit
    /// عشر and عشرة, which after a unit make a teen; English 10 to 19.
    case ten, teen
    /// 20 to 90.
    case tens
    /// 100, its dual and what is written in one with it.
    case hundred
    /// A power of a thousand: singular, dual, plural, and the form that is either (ألفا).
    case scale, scaleDual, scalePlural, scaleAccusative
    /// 12, as a group.
    case dozen
    /// Only the magnitude: عشرات, dozens.
    case vague
    case ordinal
    /// حادي, an ordinal only within 11, 21, 31 …
    case ordinalOne
    /// `value` over `denominator`.
    case fraction
    /// أرباع, thirds: fractions only after how many.
    case fractionPlural
    /// Two of a unit in one word: دولاران, ساعتين.
    case dual
  }

  /// What it says beside a number or in a date.
  enum Function: UInt8, Sendable {
    case none, particle, from, to, between, and, article, of, within, year, month, day, hour, week
    case century, group, era, hijri, before, christ, last, next, current, morning, evening, percent
    case hundredth, minus, square, final, ordinalSuffix, thousandSuffix, millionSuffix
    case billionSuffix, trillionSuffix, plural, age, metres, minute
    case today, yesterday, tomorrow, tonight, after, date, monthLead, monthTail, until
    case clock, articleName, definite, this, roman, numbered
    case unlikely
  }

  var role = Role.none
  var function = Function.none
  var value: Int64 = 0
  var denominator: UInt8 = 0
  /// 1 to 12 of the Gregorian calendar, 21 to 32 of the Islamic one; 0 for none.
  var month: UInt8 = 0
  /// 1 for Monday to 7 for Sunday; 0 for none.
  var weekday: UInt8 = 0
  /// First year of a decade within its century, 90 for the nineties; 0 for none.
  var decade: UInt8 = 0
  var unit: MeasureUnit?
  /// Whether no particle may stand before it: وطن is not و and طن.
  var isBare = false
  /// Whether, as a month or weekday, it needs a neighbour to say so: مارس, May, Sun.
  var needsContext = false
  /// Whether a date or a number can begin with it; set by the lexicon.
  fileprivate(set) var beginsDate = false
  fileprivate(set) var beginsNumber = false

  var isNumeral: Bool { role != .none }

  fileprivate mutating func settle() {
    beginsDate = month != 0 || weekday != 0 || decade != 0
    beginsNumber = isNumeral || denominator != 0 || unit != nil
    switch function {
    case .hour, .year, .month, .day, .week, .century, .monthLead, .last, .next, .current, .today,
      .yesterday, .tomorrow, .tonight, .after:
      beginsDate = true
    case .article, .between, .group, .minus: beginsNumber = true
    default: break
    }
    // The first of September, أول أمس.
    beginsDate = beginsDate || isNumeral
  }

  /// Takes what the other has and this has not.
  mutating func merge(_ other: NumeralWord) {
    if role == .none {
      role = other.role
      value = other.value
    }
    if denominator == 0 { denominator = other.denominator }
    if function == .none { function = other.function }
    if month == 0 { month = other.month }
    if weekday == 0 { weekday = other.weekday }
    if decade == 0 { decade = other.decade }
    if unit == nil { unit = other.unit }
    isBare = isBare || other.isBare
    needsContext = needsContext || other.needsContext
  }
}

/// The words numbers and dates are written with, in both languages, by their letters.
struct NumeralLexicon: Sendable {
  /// A line of a table: words parted by spaces, and what they all are.
  struct Row: Sendable {
    let words: String
    let word: NumeralWord

    init(
      _ words: String, _ role: NumeralWord.Role = .none, _ number: Int64 = 0, over: UInt8 = 0,
      value: Int64 = 0,
      is function: NumeralWord.Function = .none, month: UInt8 = 0, weekday: UInt8 = 0,
      decade: UInt8 = 0, unit: MeasureUnit? = nil, bare: Bool = false, context: Bool = false
    ) {
      self.words = words
      word = NumeralWord(
        role: role, function: function, value: role == .none ? value : number, denominator: over,
        month: month,
        weekday: weekday, decade: decade, unit: unit, isBare: bare, needsContext: context)
    }
  }

  static let shared = NumeralLexicon()

  /// Keys in a table of open addressing; 0 is free, for no word has no letters.
  private var keys: [UInt64]
  private var indexes: [UInt16]
  private var words: [NumeralWord] = []
  /// A few thousand words fill a quarter of it.
  private static let bits: UInt64 = 13

  private init() {
    let size = 1 << Int(Self.bits)
    keys = [UInt64](repeating: 0, count: size)
    indexes = [UInt16](repeating: 0, count: size)
    for table in [
      arabicNumeralWords, englishNumeralWords, arabicMeasureWords, englishMeasureWords,
      arabicDateWords, englishDateWords,
    ] {
      for row in table { add(row) }
    }
    for index in words.indices { words[index].settle() }
  }

  private mutating func add(_ row: Row) {
    for word in row.words.split(separator: " ") {
      insert(word, row.word)
      // آلاف is written الاف too.
      if word.unicodeScalars.contains("آ") {
        insert(String(word.map { $0 == "آ" ? "ا" : $0 }), row.word)
      }
    }
  }

  private mutating func insert(_ text: some StringProtocol, _ word: NumeralWord) {
    guard let code = LetterCode(text) else { return }
    var slot = Self.slot(code.bits)
    while keys[slot] != 0, keys[slot] != code.bits { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == code.bits {
      words[Int(indexes[slot])].merge(word)
    } else {
      keys[slot] = code.bits
      indexes[slot] = UInt16(truncatingIfNeeded: words.count)
      words.append(word)
    }
  }

  private static func slot(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
  }

  /// The word of exactly these letters.
  func word(_ code: LetterCode) -> NumeralWord? {
    var slot = Self.slot(code.bits)
    while keys[slot] != 0 {
      if keys[slot] == code.bits { return words[Int(indexes[slot])] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }
}
