/// Reads dates with a month's name, and years told by a word: الخامس من أيلول 2016, عام 1948.
struct WordedDates: Sendable {
  private let language: Language
  private let months: MonthReader
  private let amounts: AmountReader

  init(_ language: Language) {
    self.language = language
    months = MonthReader(language: language)
    amounts = AmountReader(language)
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
    let hasYear = yearAfter(pieces, month.end, hasDay: true, month.calendar) != nil
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
    if let year = yearAfter(pieces, month.end, hasDay: true, month.calendar) {
      mention.year = year.year
      end = year.end
    }
    if day.monthAt > day.end, day.upper == nil {
      // 15 و16 آب: the second day is read in its turn.
      mention.range = pieces[start].range.lowerBound..<pieces[day.end - 1].range.upperBound
      setInterval(&mention)
      return (mention, day.end)
    }
    mention.range = pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
    setInterval(&mention)
    return (mention, end)
  }

  private func longest(_ month: MonthReader.Month) -> Int {
    month.calendar == .hijri ? 30 : CivilDay.longest(month: month.month)
  }

  private func mention(_ pieces: [NumeralPiece], _ start: Int, _ end: Int) -> DateMention {
    DateMention(.date, range: pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound)
  }

  private func setInterval(_ mention: inout DateMention) {
    guard mention.calendar == .hijri, let year = mention.year else { return }
    mention.interval = HijriInterval.days(year: year, month: mention.month, day: mention.day)
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
    if let year = yearAfter(pieces, end, hasDay: mention.day != nil, month.calendar) {
      mention.year = year.year
      end = year.end
      isSure = true
    }
    guard isSure else { return nil }
    mention.range = pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
    setInterval(&mention)
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

  // MARK: Years

  /// The year after a day or month: 2016, من عام 2016, 1437 هـ.
  private func yearAfter(
    _ pieces: [NumeralPiece], _ start: Int, hasDay: Bool, _ calendar: DateMention.Calendar
  ) -> (year: Int, end: Int)? {
    var at = start
    if at < pieces.count, pieces[at].isComma, hasDay || language == .english { at += 1 }
    let hasComma = at > start
    if at < pieces.count, pieces[at].is(.from) || pieces[at].is(.of), !hasComma { at += 1 }
    if at < pieces.count, pieces[at].is(.year), let year = ledYear(pieces, at) {
      return (year.year, year.end)
    }
    guard at < pieces.count, pieces[at].isDigits, let number = pieces[at].integer,
      !hasComma || hasDay, pieces[at].digits == 4, !pieces[at].hasAnd
    else { return nil }
    let isYear = calendar == .hijri ? (1_000...1_600) : (1_000...2_199)
    guard isYear.contains(Int(number)) else { return nil }
    let end = at + 1
    if end < pieces.count, pieces[end].word.unit != nil || pieces[end].word.role == .scale {
      return nil
    }
    return (Int(number), afterEra(pieces, end, calendar))
  }

  private func afterEra(
    _ pieces: [NumeralPiece], _ at: Int, _ calendar: DateMention.Calendar
  ) -> Int {
    guard at < pieces.count, !pieces[at].hasAnd else { return at }
    let piece = pieces[at]
    return piece.is(.hijri) && calendar == .hijri || piece.is(.era) && calendar == .gregorian
      ? at + 1 : at
  }

  private struct Year {
    var year: Int
    var upper: Int?
    var calendar = DateMention.Calendar.gregorian
    var end: Int
  }

  /// A year told by its word: عام 2016, سنة ألف وتسعمئة وثمان وأربعين, year 2000.
  private func ledYear(_ pieces: [NumeralPiece], _ start: Int) -> Year? {
    numberedYear(pieces, start + 1, least: 100)
  }

  private func numberedYear(_ pieces: [NumeralPiece], _ at: Int, least: Int) -> Year? {
    guard at < pieces.count, !pieces[at].hasSeparator, pieces[at].isNumeral,
      !pieces[at].hasPreposition, let amount = amounts.read(pieces, at: at), amount.start == at,
      amount.reading.kind == .cardinal || amount.reading.kind == .year,
      !amount.reading.isApproximate, let number = amount.value.integer,
      number >= Int64(least), number <= 2_199
    else { return nil }
    var end = pieces[at].isDigits ? at + 1 : amount.end
    if pieces[at].isDigits {
      guard pieces[at].integer == number else { return nil }
    } else if amount.unit != nil {
      return nil
    }
    var year = Year(year: Int(number), end: end)
    if end + 1 < pieces.count, pieces[end].isHyphen || pieces[end].isSlash, !pieces[end].hasGap,
      !pieces[end + 1].hasGap, let upper = pieces[end + 1].integer
    {
      let second = pieces[end + 1].digits == 2 ? number / 100 * 100 + upper : upper
      if second > number, second <= 2_199 {
        year.upper = Int(second)
        end += 2
      }
    }
    if end < pieces.count, pieces[end].is(.hijri) {
      year.calendar = .hijri
      end += 1
    } else if end < pieces.count, pieces[end].is(.era) {
      end += 1
    } else if end < pieces.count, pieces[end].is(.christ) {
      year.year = 1 - year.year
      end += 1
    } else if end + 1 < pieces.count, pieces[end].is(.before), pieces[end + 1].is(.christ) {
      year.year = 1 - year.year
      end += 2
    }
    year.end = end
    return year
  }

  /// Whether four digits stand where a year does: in 1948, منذ 2011, the 2016 election.
  private func isLed(_ pieces: [NumeralPiece], _ start: Int, _ followsYear: Bool) -> Bool {
    guard start > 0 else { return false }
    let before = pieces[start - 1]
    let isOurs = pieces[start].integer.map { (1_900...2_099).contains($0) } ?? false
    if language == .arabic {
      return isOurs && !pieces[start].hasAnd && (before.is(.within) || before.is(.until))
    }
    let isMiddle = before.isHyphen && start > 1 && pieces[start - 2].is(.definite)
    return before.is(.within) || followsYear && before.is(.and)
      || isOurs && (before.is(.definite) || isMiddle)
  }

  /// A year alone: عام 2016, عامي 2015 و2016, in 1948.
  ///
  /// - Parameter followsYear: whether a year told by its word ends right before.
  func year(
    _ pieces: [NumeralPiece], at start: Int, followsYear: Bool
  ) -> (mention: DateMention, end: Int)? {
    let piece = pieces[start]
    var found: Year?
    if piece.is(.year), piece.word.role == .none {
      found = ledYear(pieces, start)
    } else if followsYear, piece.isDigits, piece.digits == 4, piece.hasAnd {
      found = numberedYear(pieces, start, least: 1_000)
    } else if piece.isDigits, piece.digits == 4, isLed(pieces, start, followsYear) {
      found = numberedYear(pieces, start, least: 1_000)
      // "In 2000 towns" cannot be told, but a unit can.
      if let end = found?.end, end < pieces.count, pieces[end].word.unit != nil { found = nil }
    } else if piece.isDigits, (3...4).contains(piece.digits), start + 1 < pieces.count,
      pieces[start + 1].is(.hijri)
        || pieces[start + 1].isLatin && pieces[start + 1].isCapitalised
          && (pieces[start + 1].is(.christ) || pieces[start + 1].is(.era))
    {
      found = numberedYear(pieces, start, least: 100)
    }
    guard let year = found else { return nil }
    var mention = mention(pieces, start, year.end)
    mention.calendar = year.calendar
    mention.year = year.year
    mention.upperYear = year.upper
    setInterval(&mention)
    return (mention, year.end)
  }
}
