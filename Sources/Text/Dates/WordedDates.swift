/// Reads dates with a month's name: الخامس من أيلول 2016, August 15-20.
struct WordedDates: Sendable {
  private let language: Language
  private let months: MonthReader
  private let amounts: AmountReader
  private let years: YearReader

  init(_ language: Language) {
    self.language = language
    months = MonthReader(language: language)
    amounts = AmountReader(language)
    years = YearReader(language)
  }

  // MARK: Day, month and year

  /// The date that begins at a piece with its day or its month.
  func date(_ pieces: [NumeralPiece], at start: Int) -> (mention: DateMention, end: Int)? {
    dayFirst(pieces, start) ?? monthFirst(pieces, start)
  }

  private struct Day {
    var number: Int
    var upper: Int?
    /// The piece after the day.
    var end: Int
    /// Where the month is looked for; past another day that shares it.
    var monthAt: Int
    /// Whether only the ordinal says it is a day, so that "of" must follow.
    var isWord = false
  }

  private func dayFirst(
    _ pieces: [NumeralPiece], _ start: Int
  ) -> (mention: DateMention, end: Int)? {
    guard let day = day(pieces, start) else { return nil }
    var at = day.monthAt
    let link = at
    if at < pieces.count, pieces[at].is(.from) || pieces[at].is(.of) { at += 1 }
    if day.isWord, language == .english, at == link { return nil }
    let hasMonthWord = at < pieces.count && pieces[at].is(.month)
    if hasMonthWord, pieces[at].hasArticle {
      // 15 من الشهر الجاري
      guard day.upper == nil, at > link, at + 1 < pieces.count, isRelation(pieces[at + 1]) else {
        return nil
      }
      var mention = mention(pieces, start, day.end)
      mention.day = day.number
      return (mention, day.end)
    }
    if hasMonthWord { at += 1 }
    guard let month = months.read(pieces, at: at), day.number <= longest(month) else { return nil }
    let hasYear = years.after(pieces, month.end, hasDay: true, month.calendar) != nil
    // 3 صفر is a score as well.
    if pieces[at].word.isNumeral, !hasMonthWord, !hasYear { return nil }
    var end = month.end
    var mention = mention(pieces, start, end)
    mention.calendar = month.calendar
    mention.month = month.month
    mention.day = day.number
    if let upper = day.upper, upper > day.number, upper <= longest(month) {
      mention.upperDay = upper
    }
    if let year = years.after(pieces, month.end, hasDay: true, month.calendar) {
      mention.year = year.year
      end = year.end
    }
    if day.monthAt > day.end, day.upper == nil {
      // 15 و16 آب: the second day is read in its turn.
      mention.range = pieces[start].range.lowerBound..<pieces[day.end - 1].range.upperBound
      mention.setInterval()
      return (mention, day.end)
    }
    mention.range = pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
    mention.setInterval()
    return (mention, end)
  }

  private func longest(_ month: MonthReader.Month) -> Int {
    month.calendar == .hijri ? 30 : CivilDay.longest(month: month.month)
  }

  private func mention(_ pieces: [NumeralPiece], _ start: Int, _ end: Int) -> DateMention {
    DateMention(.date, range: pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound)
  }

  private func day(_ pieces: [NumeralPiece], _ start: Int) -> Day? {
    guard start < pieces.count else { return nil }
    if let number = dayInDigits(pieces, start) {
      var day = Day(number: number, end: start + 1, monthAt: start + 1)
      if language == .english, day.end < pieces.count, pieces[day.end].is(.ordinalSuffix),
        !pieces[day.end].hasGap
      {
        day.end += 1
        day.monthAt = day.end
      }
      let joint = day.end
      guard joint + 1 < pieces.count else { return day }
      if pieces[joint].isHyphen || pieces[joint].is(.to),
        let upper = dayInDigits(pieces, joint + 1)
      {
        day.upper = upper
        day.end = joint + 2
        day.monthAt = joint + 2
      } else if pieces[joint].hasAnd, dayInDigits(pieces, joint) != nil {
        day.monthAt = joint + 1
      } else if pieces[joint].is(.and), dayInDigits(pieces, joint + 1) != nil {
        day.monthAt = joint + 2
      }
      return day
    }
    guard pieces[start].form == .word, pieces[start].word.isNumeral,
      let amount = amounts.read(pieces, at: start),
      amount.unit == nil || amount.reading.kind == .ordinal,
      let number = amount.value.integer, (1...31).contains(number),
      !amount.reading.isApproximate
    else { return nil }
    switch amount.reading.kind {
    case .ordinal:
      return Day(number: Int(number), end: amount.end, monthAt: amount.end, isWord: true)
    case .cardinal where language == .arabic && pieces[start].word.role != .fraction:
      return Day(number: Int(number), end: amount.end, monthAt: amount.end, isWord: true)
    default: return nil
    }
  }

  private func dayInDigits(_ pieces: [NumeralPiece], _ at: Int) -> Int? {
    guard at < pieces.count, pieces[at].isDigits, (1...2).contains(pieces[at].digits),
      let number = pieces[at].integer, (1...31).contains(number)
    else { return nil }
    return Int(number)
  }

  private func monthFirst(
    _ pieces: [NumeralPiece], _ start: Int
  ) -> (mention: DateMention, end: Int)? {
    var at = start
    let hasMonthWord =
      pieces[start].is(.month) && !pieces[start].hasArticle && !pieces[start].isLatin
    if hasMonthWord { at += 1 }
    guard let month = months.read(pieces, at: at) else { return nil }
    var end = month.end
    var mention = mention(pieces, start, end)
    mention.calendar = month.calendar
    mention.month = month.month
    var isSure =
      month.isSure || hasMonthWord
      || month.calendar == .gregorian && isInContext(pieces, start, month.end)
    if language == .english, let day = dayAfter(pieces, month.end), day.number <= longest(month) {
      mention.day = day.number
      if let upper = day.upper, upper > day.number { mention.upperDay = upper }
      end = day.end
      isSure = true
    }
    if let year = years.after(pieces, end, hasDay: mention.day != nil, month.calendar) {
      mention.year = year.year
      end = year.end
      isSure = true
    }
    guard isSure else { return nil }
    mention.range = pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
    mention.setInterval()
    return (mention, end)
  }

  /// The day after an English month: August 15, Aug 15-20, September 5th.
  private func dayAfter(_ pieces: [NumeralPiece], _ at: Int) -> Day? {
    guard let number = dayInDigits(pieces, at), !(pieces[at].hasSeparator) else { return nil }
    var day = Day(number: number, end: at + 1, monthAt: at)
    if day.end < pieces.count, pieces[day.end].is(.ordinalSuffix), !pieces[day.end].hasGap {
      day.end += 1
    }
    if day.end + 1 < pieces.count, pieces[day.end].isHyphen, !pieces[day.end].hasGap,
      let upper = dayInDigits(pieces, day.end + 1)
    {
      day.upper = upper
      day.end += 2
    }
    // "In March 10 people died": what is counted is no day.
    if day.end < pieces.count, pieces[day.end].isPercent || pieces[day.end].word.role == .scale {
      return nil
    }
    return day
  }

  /// Whether a word that may be a month stands where one does: في مارس, last May, مارس الماضي.
  private func isInContext(_ pieces: [NumeralPiece], _ start: Int, _ end: Int) -> Bool {
    if pieces[start].hasPreposition { return true }
    if end < pieces.count, !pieces[end].isLatin, isRelation(pieces[end]), pieces[end].hasArticle {
      return true
    }
    guard start > 0 else { return false }
    let before = pieces[start - 1]
    switch before.word.function {
    case .within, .until, .between, .to: return true
    case .from: return before.isLatin
    case .last, .next, .current: return before.isLatin
    default: return before.isHyphen && !before.hasGap && start > 1 && pieces[start - 2].isLatin
    }
  }

  private func isRelation(_ piece: NumeralPiece) -> Bool {
    piece.is(.last) || piece.is(.next) || piece.is(.current)
  }
}
