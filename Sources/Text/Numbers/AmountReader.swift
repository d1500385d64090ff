/// A number with its sign and unit.
struct Amount: Sendable {
  var reading: NumeralReading
  var unit: MeasureUnit?
  /// The first piece, a sign or currency included.
  var start: Int
  /// The piece after the unit.
  var end: Int

  var value: ExactNumber { reading.value }
}

/// Reads a number together with what stands at once before and after it: sign, currency, ordinal
/// ending, magnitude letter, percent sign, unit, "and a half" of the unit.
struct AmountReader: Sendable {
  private let language: Language
  private let arabic = ArabicNumerals()
  private let english = EnglishNumerals()

  init(_ language: Language) { self.language = language }

  /// The amount that begins at a piece; nil for none.
  func read(_ pieces: [NumeralPiece], at start: Int) -> Amount? {
    guard pieces.indices.contains(start) else { return nil }
    var at = start
    var unit: MeasureUnit?
    let isNegative = isMinus(pieces, start)
    if isNegative || isPlus(pieces, start) { at += 1 }
    if let currency = currencyBefore(pieces, at) {
      unit = currency
      at += 1
    } else if pieces[at].isPercent, !isAfterDigits(pieces, at), at + 1 < pieces.count,
      pieces[at + 1].isDigits, !pieces[at + 1].hasGap
    {
      unit = .percent
      at += 1
    }
    guard var amount = number(pieces, at, hasCurrency: unit?.isCurrency ?? false) else {
      return start == at ? unitAndFraction(pieces, start) : nil
    }
    amount.start = start
    if isNegative, let negated = amount.reading.value.negated { amount.reading.value = negated }
    if let unit { amount.unit = unit }
    attachUnit(pieces, &amount)
    if amount.unit != nil, amount.reading.value == ExactNumber(1) {
      amount.reading.isDoubtful = false
    }
    return amount
  }

  // MARK: Before the number

  private func isMinus(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    guard at + 1 < pieces.count else { return false }
    if pieces[at].is(.minus) { return pieces[at + 1].isNumeral }
    guard pieces[at].isHyphen, pieces[at].symbol == 0x2D || pieces[at].symbol == 0x2212,
      isFree(pieces, at), !pieces[at + 1].hasGap
    else { return false }
    return pieces[at + 1].isDigits || currencyBefore(pieces, at + 1) != nil
  }

  private func isPlus(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    pieces[at].isSymbol(0x2B) && isFree(pieces, at) && at + 1 < pieces.count
      && pieces[at + 1].isDigits && !pieces[at + 1].hasGap
  }

  /// Whether a sign stands at the beginning, after space or after a bracket.
  private func isFree(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    pieces[at].hasGap || at == 0 || pieces[at - 1].isSymbol(0x28)
  }

  private func isAfterDigits(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    at > 0 && pieces[at - 1].isDigits
  }

  private func currencyBefore(_ pieces: [NumeralPiece], _ at: Int) -> MeasureUnit? {
    guard at + 1 < pieces.count, pieces[at + 1].isDigits else { return nil }
    switch pieces[at].form {
    case .symbol: return currency(ofSign: pieces[at].symbol)
    case .word:
      guard pieces[at].isCapitalised, pieces[at].range.count == 3,
        let unit = pieces[at].word.unit, unit.isCurrency
      else { return nil }
      return unit
    case .digits: return nil
    }
  }

  // MARK: The number

  private func number(_ pieces: [NumeralPiece], _ at: Int, hasCurrency: Bool) -> Amount? {
    guard at < pieces.count else { return nil }
    let reading: NumeralReading?
    switch language {
    case .arabic: reading = arabic.read(pieces, at: at)
    case .english: reading = english.part(pieces, at: at) ?? english.read(pieces, at: at)
    }
    guard var reading else { return nil }
    if language == .arabic, let parts = arabic.parts(pieces, of: reading) { reading = parts }
    if pieces[at].isDigits, reading.end == at + 1 {
      readSlash(pieces, &reading)
      readEnding(pieces, &reading, hasCurrency)
      if isName(pieces, at) { reading.isDoubtful = true }
      // ¾
      if pieces[at].digits == 0, reading.end == at + 1 { reading.kind = .fraction }
    }
    return Amount(reading: reading, unit: reading.unit, start: at, end: reading.end)
  }

  /// 1/2 and 3/4, but not 24/7 or 5/11.
  private func readSlash(_ pieces: [NumeralPiece], _ reading: inout NumeralReading) {
    let at = reading.end
    guard at + 1 < pieces.count, pieces[at].isSlash, !pieces[at].hasGap, !pieces[at + 1].hasGap,
      let top = pieces[at - 1].integer, let bottom = pieces[at + 1].integer,
      (1...9).contains(top), (2...10).contains(bottom), top < bottom,
      at < 2 || !pieces[at - 2].isSlash,
      at + 2 >= pieces.count || pieces[at + 2].hasGap || !pieces[at + 2].isSlash,
      let value = ExactNumber(top, over: bottom), value.denominator == bottom
    else { return }
    reading.kind = .fraction
    reading.value = value
    reading.end = at + 2
  }

  /// 20th, 3bn, 2.4m, 50k, 1990s.
  private func readEnding(
    _ pieces: [NumeralPiece], _ reading: inout NumeralReading, _ hasCurrency: Bool
  ) {
    let at = reading.end
    guard at < pieces.count, pieces[at].isLatin, reading.kind == .cardinal else { return }
    let isJoined = !pieces[at].hasGap
    let scale: Int64
    switch pieces[at].word.function {
    case .ordinalSuffix where isJoined:
      reading.kind = .ordinal
      reading.end += 1
      return
    case .plural where isJoined:
      reading.isApproximate = true
      reading.end += 1
      return
    case .thousandSuffix where isJoined: scale = 1_000
    case .millionSuffix where isJoined || hasCurrency: scale = 1_000_000
    case .metres where isJoined || hasCurrency:
      // With a currency or decimals m is million, else metres: 100m.
      let next = at + 1 < pieces.count ? pieces[at + 1].word.unit : nil
      guard hasCurrency || reading.value.integer == nil || next?.isCurrency ?? false else { return }
      scale = 1_000_000
    case .billionSuffix where isJoined || hasCurrency: scale = 1_000_000_000
    case .trillionSuffix where isJoined || hasCurrency: scale = 1_000_000_000_000
    default: return
    }
    guard let value = reading.value.multiplied(by: scale) else { return }
    reading.value = value
    reading.scale = scale
    reading.end += 1
  }

  /// B-52 and Covid-19 count nothing.
  private func isName(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    at >= 2 && pieces[at - 1].isHyphen && !pieces[at].hasGap && !pieces[at - 1].hasGap
      && pieces[at - 2].isLatin && pieces[at - 2].isCapitalised
  }

  // MARK: After the number

  private func attachUnit(_ pieces: [NumeralPiece], _ amount: inout Amount) {
    if let (unit, end) = percent(pieces, amount.end) {
      amount.unit = unit
      amount.end = end
      return
    }
    if amount.reading.kind == .ordinal { return }
    if let (unit, end) = unit(pieces, amount) {
      if amount.unit == nil || amount.unit?.isCurrency == true && unit.isCurrency {
        amount.unit = unit
        amount.end = end
      }
    }
    if language == .arabic { addFraction(pieces, &amount) }
  }

  private func percent(_ pieces: [NumeralPiece], _ at: Int) -> (MeasureUnit, Int)? {
    guard at < pieces.count else { return nil }
    let piece = pieces[at]
    if piece.isPercent { return (.percent, at + 1) }
    if piece.isPermille { return (.permille, at + 1) }
    if piece.is(.percent) { return (.percent, at + 1) }
    if piece.is(.hundredth), at + 1 < pieces.count, pieces[at + 1].word.unit == .cent {
      return (.percent, at + 2)
    }
    if let unit = perHundred(piece), piece.hasBa { return (unit, at + 1) }
    if piece.is(.within), !piece.isLatin, at + 1 < pieces.count,
      let unit = perHundred(pieces[at + 1]), !pieces[at + 1].hasPreposition
    {
      return (unit, at + 2)
    }
    return nil
  }

  /// المئة and الألف, after في or ب.
  private func perHundred(_ piece: NumeralPiece) -> MeasureUnit? {
    guard piece.hasArticle, !piece.hasAnd else { return nil }
    if piece.word.role == .hundred, piece.word.value == 100 { return .percent }
    return piece.word.role == .scale && piece.word.value == 1_000 ? .permille : nil
  }

  private func unit(_ pieces: [NumeralPiece], _ amount: Amount) -> (MeasureUnit, Int)? {
    var at = amount.end
    guard at < pieces.count else { return nil }
    if pieces[at].isSymbol(0xB0), !pieces[at].hasGap { return (.degree, at + 1) }
    if pieces[at].form == .symbol, let currency = currency(ofSign: pieces[at].symbol),
      !pieces[at].hasGap || at + 1 >= pieces.count || !pieces[at + 1].isDigits
    {
      return (currency, at + 1)
    }
    if language == .english {
      // three-year, 5-mile
      if pieces[at].isHyphen, !pieces[at].hasGap { at += 1 }
      if at + 1 < pieces.count, pieces[at].is(.square), let unit = pieces[at + 1].word.unit?.squared
      {
        return (unit, at + 2)
      }
    }
    guard at < pieces.count, pieces[at].form == .word, !pieces[at].hasAnd,
      !pieces[at].hasPreposition, pieces[at].word.role != .dual
    else { return nil }
    if pieces[at].is(.metres) { return (.metre, at + 1) }
    guard let unit = pieces[at].word.unit else { return nil }
    // "Twenty second" is an ordinal that lost its hyphen, "one second" a time.
    if language == .english, pieces[at].word.role == .ordinal, at == amount.end,
      amount.value != ExactNumber(1), pieces[at].range.count == 6
    {
      return nil
    }
    if at + 1 < pieces.count, pieces[at + 1].is(.square), !pieces[at + 1].isLatin,
      let squared = unit.squared
    {
      return (squared, at + 2)
    }
    return (unit, at + 1)
  }

  /// ثلاث سنوات ونصف, ساعتين ونصف الساعة.
  private func addFraction(_ pieces: [NumeralPiece], _ amount: inout Amount) {
    guard let unit = amount.unit, amount.reading.kind == .cardinal,
      let (part, end) = fraction(pieces, amount.end, of: unit),
      let sum = amount.reading.value.adding(part)
    else { return }
    amount.reading.value = sum
    amount.end = end
  }

  /// A year and a half.
  private func yearAndHalf(_ pieces: [NumeralPiece], _ start: Int) -> Amount? {
    guard start + 4 < pieces.count, pieces[start].is(.article),
      let unit = pieces[start + 1].word.unit, pieces[start + 2].is(.and),
      pieces[start + 3].is(.article), pieces[start + 4].word.role == .fraction,
      let value = ExactNumber(3, over: 2)
    else { return nil }
    return Amount(
      reading: NumeralReading(.cardinal, value, end: start), unit: unit, start: start,
      end: start + 5)
  }

  /// عام ونصف العام: one and a half, the one unsaid.
  private func unitAndFraction(_ pieces: [NumeralPiece], _ start: Int) -> Amount? {
    if language == .english { return yearAndHalf(pieces, start) }
    guard language == .arabic, let unit = pieces[start].word.unit, !unit.isCurrency,
      pieces[start].word.role == .none, !pieces[start].hasArticle,
      let (part, end) = fraction(pieces, start + 1, of: unit),
      let sum = ExactNumber(1).adding(part)
    else { return nil }
    return Amount(
      reading: NumeralReading(.cardinal, sum, end: start), unit: unit, start: start, end: end)
  }

  private func fraction(
    _ pieces: [NumeralPiece], _ at: Int, of unit: MeasureUnit
  ) -> (ExactNumber, Int)? {
    guard at < pieces.count, pieces[at].hasAnd, pieces[at].word.role == .fraction,
      let part = ExactNumber(pieces[at].word.value, over: Int64(pieces[at].word.denominator))
    else { return nil }
    guard at + 1 < pieces.count, pieces[at + 1].form == .word, !pieces[at + 1].hasPreposition,
      !pieces[at + 1].hasAnd
    else { return (part, at + 1) }
    let next = pieces[at + 1]
    if next.word.unit == unit { return (part, at + 2) }
    // Half of something else: ثلاثة أيام ونصف مليون نازح.
    if next.hasArticle || next.isNumeral || next.word.unit != nil || next.is(.final) { return nil }
    return (part, at + 1)
  }
}
