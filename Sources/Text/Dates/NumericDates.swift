/// Reads dates in digits alone, 15/8/2016, 2016-08-15, 15-8, and times, 15:30.
struct NumericDates: Sendable {
  let language: Language

  // MARK: Dates

  /// The date that begins at a piece.
  func date(_ pieces: [NumeralPiece], at start: Int) -> (mention: DateMention, end: Int)? {
    guard start + 2 < pieces.count, let first = part(pieces, start),
      isSeparator(pieces[start + 1]), let second = part(pieces, start + 2),
      !isJoinedBefore(pieces, start)
    else { return nil }
    let separator = pieces[start + 1].symbol
    guard start + 4 < pieces.count, pieces[start + 3].isSymbol(separator),
      let third = part(pieces, start + 4), !isJoinedAfter(pieces, start + 5, separator)
    else { return dayAndMonth(pieces, start, first, second) }
    var mention = DateMention(
      .date, range: pieces[start].range.lowerBound..<pieces[start + 4].range.upperBound)
    if pieces[start].digits == 4 {
      fill(&mention, year: first, month: second, day: third)
    } else if pieces[start + 4].digits == 4 || separator != 0x2E && pieces[start + 4].digits == 2 {
      let year = pieces[start + 4].digits == 4 ? third : third + (third < 70 ? 2000 : 1900)
      if pieces[start + 4].digits == 2 { mention.isDoubtful = true }
      // English is written with the month first in America and with the day first elsewhere.
      let isMonthFirst = language == .english ? second > 12 || first <= 12 : second > 12
      if isMonthFirst {
        if language == .english, second <= 12, second != first { mention.isDoubtful = true }
        fill(&mention, year: year, month: first, day: second)
      } else {
        fill(&mention, year: year, month: second, day: first)
      }
    }
    return mention.day == nil ? nil : (mention, start + 5)
  }

  /// 15-8 and 15/8, after a word that announces a date or at the head of a dispatch.
  private func dayAndMonth(
    _ pieces: [NumeralPiece], _ start: Int, _ first: Int, _ second: Int
  ) -> (mention: DateMention, end: Int)? {
    guard !pieces[start + 1].isSymbol(0x2E), pieces[start].digits <= 2,
      pieces[start + 2].digits <= 2, !pieces[start + 1].hasGap, !pieces[start + 2].hasGap,
      !isJoinedAfter(pieces, start + 3, pieces[start + 1].symbol)
    else { return nil }
    let isAnnounced =
      isAttacks(pieces, start)
      || start > 0
        && (pieces[start - 1].is(.date) && !pieces[start - 1].isLatin
          || pieces[start - 1].is(.day) || pieces[start - 1].word.weekday != 0)
    // بيروت 15-8 (رويترز)
    let isDateline =
      start <= 3 && start + 3 < pieces.count && pieces[start + 3].isSymbol(0x28)
    guard isAnnounced || isDateline else { return nil }
    var mention = DateMention(
      .date, range: pieces[start].range.lowerBound..<pieces[start + 2].range.upperBound)
    let isMonthFirst = isAttacks(pieces, start)
    fill(
      &mention, year: nil, month: isMonthFirst ? first : second,
      day: isMonthFirst ? second : first)
    return mention.day == nil ? nil : (mention, start + 3)
  }

  /// Whether it is 9/11, which is written so and means the day.
  private func isAttacks(_ pieces: [NumeralPiece], _ start: Int) -> Bool {
    language == .english && pieces[start].integer == 9 && pieces[start + 1].isSlash
      && pieces[start + 2].integer == 11
  }

  private func part(_ pieces: [NumeralPiece], _ at: Int) -> Int? {
    guard pieces[at].isDigits, pieces[at].digits <= 4 else { return nil }
    return pieces[at].integer.map { Int($0) }
  }

  private func isSeparator(_ piece: NumeralPiece) -> Bool {
    piece.isSlash || piece.isHyphen || piece.isSymbol(0x2E)
  }

  /// Whether the digits go on before: 1/15/8/2016 is no date.
  private func isJoinedBefore(_ pieces: [NumeralPiece], _ start: Int) -> Bool {
    start >= 2 && isSeparator(pieces[start - 1]) && pieces[start - 2].isDigits
      && !pieces[start].hasGap && !pieces[start - 1].hasGap
  }

  private func isJoinedAfter(_ pieces: [NumeralPiece], _ at: Int, _ separator: UInt32) -> Bool {
    at + 1 < pieces.count && pieces[at].isSymbol(separator) && pieces[at + 1].isDigits
      && !pieces[at].hasGap && !pieces[at + 1].hasGap
  }

  private func fill(_ mention: inout DateMention, year: Int?, month: Int, day: Int) {
    guard (1...12).contains(month), (1...CivilDay.longest(month: month)).contains(day),
      year.map({ (1...2_199).contains($0) }) ?? true
    else { return }
    mention.year = year
    mention.month = month
    mention.day = day
    // 12-11-1437 is of the Islamic calendar: news has few Gregorian dates of its years.
    if let year, (1_300...1_500).contains(year), language == .arabic, day <= 30 {
      mention.calendar = .hijri
      mention.isDoubtful = true
      mention.setInterval()
    }
  }

  // MARK: Times

  /// 15:30, 3 p.m., 3.30 p.m., الساعة 10, الساعة الثالثة والنصف.
  func time(_ pieces: [NumeralPiece], at start: Int) -> (mention: DateMention, end: Int)? {
    var at = start
    let isAnnounced = pieces[start].is(.hour) && pieces[start].hasArticle
    if isAnnounced { at += 1 }
    guard at < pieces.count else { return nil }
    // الثامنة مساء: the half of the day says that it is an hour.
    let isOrdinal = pieces[at].word.role == .ordinal || pieces[at].word.role == .ordinalOne
    var hour: Int
    var minute = 0
    var end: Int
    var isSure = isAnnounced
    if let value = part(pieces, at), value < 25, pieces[at].digits <= 2 {
      hour = value
      end = at + 1
      if let minutes = self.minutes(pieces, at, isAnnounced: isAnnounced), hour < 24 {
        minute = minutes
        end = at + 3
        isSure = true
        // 15:30:00
        if self.minutes(pieces, at + 2, isAnnounced: false) != nil { end = at + 5 }
      }
    } else if let time = pointedTime(pieces, at, isAnnounced: isAnnounced) {
      (hour, minute) = time
      end = at + 1
    } else if let value = part(pieces, at), pieces[at].digits == 4, at + 1 < pieces.count,
      pieces[at + 1].is(.clock), value % 100 < 60
    {
      // 0700 GMT
      hour = value / 100
      minute = value % 100
      end = at + 1
    } else if isAnnounced && !pieces[at].hasAnd || !isAnnounced && isOrdinal,
      pieces[at].hasArticle, isOrdinal || pieces[at].word.role == .unit,
      (1...12).contains(pieces[at].word.value)
    {
      hour = Int(pieces[at].word.value)
      end = at + 1
      if end < pieces.count, pieces[end].word.role == .ten {
        hour += 10
        end += 1
      }
      if end < pieces.count, pieces[end].hasAnd, pieces[end].word.role == .fraction {
        minute = 60 * Int(pieces[end].word.value) / max(Int(pieces[end].word.denominator), 1)
        end += 1
      }
    } else {
      return nil
    }
    if isOrdinal, end + 1 < pieces.count, pieces[end].is(.from),
      pieces[end + 1].is(.morning) || pieces[end + 1].is(.evening)
    {
      // السابعة من مساء الخميس
      end += 1
    }
    if end < pieces.count, !pieces[end].hasAnd {
      let half = pieces[end].word.function
      if half == .morning || half == .evening || half == .clock {
        guard pieces[end].isLatin || isSure || isOrdinal else { return nil }
        // Arabic says the ninth hour of the evening, never of 21.
        if half == .evening, hour < 12 { hour += 12 }
        if half == .morning, pieces[end].isLatin, hour == 12 { hour = 0 }
        end += 1
        isSure = true
      }
    }
    guard isSure, hour < 25, hour < 24 || minute == 0 else { return nil }
    var mention = DateMention(
      .time, range: pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound)
    mention.hour = hour
    mention.minute = minute
    return (mention, end)
  }

  /// 3.30 before a half of the day or after الساعة, which elsewhere is a number with decimals.
  private func pointedTime(
    _ pieces: [NumeralPiece], _ at: Int, isAnnounced: Bool
  ) -> (hour: Int, minute: Int)? {
    let piece = pieces[at]
    let next = at + 1 < pieces.count ? pieces[at + 1].word.function : nil
    let isToldHour = next == .morning || next == .evening || next == .clock
    guard piece.hasSeparator, piece.digits == 1 || piece.digits == 2,
      isAnnounced || (isToldHour && pieces[at + 1].isLatin), 100 % piece.number.denominator == 0
    else { return nil }
    let hundredths = piece.number.numerator * (100 / piece.number.denominator)
    // Both digits of the minutes are written: `3.5 p.m.` is no time.
    guard (0..<2400).contains(hundredths), hundredths % 100 < 60,
      [piece.digits + 3, 2 * piece.digits + 5, 2 * piece.digits + 6].contains(piece.range.count)
    else { return nil }
    return (Int(hundredths / 100), Int(hundredths % 100))
  }

  /// Two digits after a colon.
  private func minutes(_ pieces: [NumeralPiece], _ at: Int, isAnnounced: Bool) -> Int? {
    guard at + 2 < pieces.count, pieces[at + 1].isSymbol(0x3A), !pieces[at + 1].hasGap,
      !pieces[at + 2].hasGap, pieces[at + 2].digits == 2, let value = part(pieces, at + 2),
      value < 60
    else { return nil }
    return value
  }
}
