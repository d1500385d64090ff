/// Reads years: after a day or month, and told by a word, عام 1948, in 2016, 44 BC.
struct YearReader: Sendable {
  private let language: Language
  private let amounts: AmountReader

  init(_ language: Language) {
    self.language = language
    amounts = AmountReader(language)
  }

  /// The year after a day or month: 2016, من عام 2016, 1437 هـ.
  func after(
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

  /// Years from one to another: من 1950 وحتى 1953, between 2011 and 2015.
  private func span(_ pieces: [NumeralPiece], _ start: Int) -> Year? {
    guard start > 0, start + 1 < pieces.count, let first = ourYear(pieces[start]) else {
      return nil
    }
    var at = start + 1
    if pieces[start - 1].is(.from) {
      guard pieces[at].is(.until) || pieces[at].is(.to) else { return nil }
      at += 1
    } else if pieces[start - 1].is(.between) {
      guard pieces[at].hasAnd || pieces[at].is(.and) else { return nil }
      if pieces[at].is(.and) { at += 1 }
    } else {
      return nil
    }
    guard at < pieces.count, let last = ourYear(pieces[at]), first < last,
      at + 1 >= pieces.count || pieces[at + 1].word.unit == nil
    else { return nil }
    return Year(year: first, upper: last, end: at + 1)
  }

  /// Four digits that are most likely a year.
  private func ourYear(_ piece: NumeralPiece) -> Int? {
    guard piece.digits == 4, let number = piece.integer, (1_900...2_099).contains(number) else {
      return nil
    }
    return Int(number)
  }

  /// Whether four digits stand where a year does: in 1948, منذ 2011, the 2016 election.
  private func isLed(_ pieces: [NumeralPiece], _ start: Int, _ followsYear: Bool) -> Bool {
    guard start > 0 else { return false }
    let before = pieces[start - 1]
    let isOurs = ourYear(pieces[start]) != nil
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
    } else if let span = span(pieces, start) {
      found = span
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
    var mention = DateMention(
      .date, range: pieces[start].range.lowerBound..<pieces[year.end - 1].range.upperBound)
    mention.calendar = year.calendar
    mention.year = year.year
    mention.upperYear = year.upper
    mention.setInterval()
    return (mention, year.end)
  }
}
