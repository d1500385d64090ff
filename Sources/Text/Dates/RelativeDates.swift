/// Reads days of the week, decades, and words told from the day of writing.
struct RelativeDates: Sendable {
  let language: Language

  // MARK: Weekdays

  /// الاثنين, يوم جمعة, Monday; an abbreviation is not sure without a date after it.
  func weekday(
    _ pieces: [NumeralPiece], at start: Int
  ) -> (weekday: (number: Int, isSure: Bool), end: Int)? {
    let piece = pieces[start]
    switch language {
    case .english:
      guard piece.word.weekday != 0, piece.isCapitalised else { return nil }
      return ((Int(piece.word.weekday), !piece.word.needsContext), start + 1)
    case .arabic:
      let hasDay = piece.is(.day) && !piece.hasArticle && piece.word.role == .none
      let at = hasDay ? start + 1 : start
      guard at < pieces.count, pieces[at].word.weekday != 0,
        pieces[at].hasArticle || hasDay && !pieces[at].word.isNumeral, !isCounted(pieces, at)
      else { return nil }
      return ((Int(pieces[at].word.weekday), true), at + 1)
    }
  }

  /// الاثنين والعشرين and الأحد عشر are numbers.
  private func isCounted(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    guard at + 1 < pieces.count else { return false }
    let next = pieces[at + 1].word
    return next.role == .ten || next.role == .tens && pieces[at + 1].hasAnd
  }

  // MARK: Decades

  /// التسعينات, سبعينيات القرن الماضي, the 1990s, the nineties, but not his twenties.
  func decade(
    _ pieces: [NumeralPiece], at start: Int
  ) -> (mention: DateMention, end: Int)? {
    let piece = pieces[start]
    if piece.isDigits, piece.digits == 4, let year = piece.integer, year % 10 == 0,
      (1_000...2_190).contains(year), start + 1 < pieces.count, pieces[start + 1].is(.plural),
      !pieces[start + 1].hasGap
    {
      return (mention(.decade, pieces, start, start + 2) { $0.year = Int(year) }, start + 2)
    }
    guard piece.word.decade != 0, !isAge(pieces, start) else { return nil }
    if language == .arabic {
      // عشرينات without an article are a decade only where a century follows.
      var end = start + 1
      if end < pieces.count, pieces[end].is(.from) { end += 1 }
      let isOfCentury =
        end < pieces.count && pieces[end].is(.century) && pieces[end].hasArticle
        && end + 1 < pieces.count
      guard isOfCentury || piece.hasArticle else { return nil }
      var century = 1900
      var last = start + 1
      if isOfCentury, pieces[end + 1].word.role == .ordinal || pieces[end + 1].word.role == .tens {
        let reading = ArabicNumerals().read(pieces, at: end + 1)
        guard let number = reading?.value.integer, (1...21).contains(number) else { return nil }
        century = Int(number - 1) * 100
        last = reading?.end ?? last
      } else if isOfCentury, pieces[end + 1].is(.last) {
        last = end + 2
      }
      return (
        mention(.decade, pieces, start, last) { $0.year = century + Int(piece.word.decade) }, last
      )
    }
    return (
      mention(.decade, pieces, start, start + 1) { $0.year = 1900 + Int(piece.word.decade) },
      start + 1
    )
  }

  /// Whether it is somebody's age: في العشرينات من عمره.
  private func isAge(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    if language == .english {
      // The nineties, the mid-nineties.
      let before = at > 1 && pieces[at - 1].isHyphen ? at - 2 : at - 1
      return before < 0 || !pieces[before].is(.definite)
    }
    return at + 2 < pieces.count && pieces[at + 1].is(.from) && pieces[at + 2].is(.age)
  }

  private func mention(
    _ kind: DateMention.Kind, _ pieces: [NumeralPiece], _ start: Int, _ end: Int,
    _ fill: (inout DateMention) -> Void
  ) -> DateMention {
    var mention = DateMention(
      kind, range: pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound)
    fill(&mention)
    return mention
  }

  // MARK: Relative words

  /// أمس, أول من أمس, الأسبوع المقبل, last week.
  func relative(
    _ pieces: [NumeralPiece], at start: Int
  ) -> (mention: DateMention, end: Int)? {
    guard language == .english || !pieces[start].isLatin,
      let (relative, end) = word(pieces, start)
    else { return nil }
    var found = mention(.relative, pieces, start, end) { $0.relative = relative }
    // اليوم is "the day" as well.
    found.isDoubtful = language == .arabic && (relative == .today || relative == .tonight)
    return (found, end)
  }

  private func word(_ pieces: [NumeralPiece], _ at: Int) -> (DateMention.Relative, Int)? {
    let piece = pieces[at]
    switch piece.word.function {
    case .yesterday:
      // أمس الأول
      let isFirst =
        at + 1 < pieces.count && pieces[at + 1].word.role == .ordinal && pieces[at + 1].hasArticle
        && pieces[at + 1].word.value == 1
      return isFirst ? (.dayBeforeYesterday, at + 2) : (.yesterday, at + 1)
    case .today: return (.today, at + 1)
    case .tomorrow: return (.tomorrow, at + 1)
    case .tonight: return (.tonight, at + 1)
    case .day where language == .arabic && piece.hasArticle && !piece.hasPreposition:
      let isCounted =
        at + 1 < pieces.count && pieces[at + 1].word.isNumeral
        || at > 0 && pieces[at - 1].is(.within)
      return isCounted || piece.word.role != .none ? nil : (.today, at + 1)
    case .after where at + 1 < pieces.count && pieces[at + 1].is(.tomorrow):
      return (.dayAfterTomorrow, at + 2)
    case .week, .month, .year, .century:
      guard language == .arabic, piece.hasArticle else { return nil }
      if at + 1 < pieces.count, pieces[at + 1].hasArticle,
        let found = relation(piece, pieces[at + 1].word.function)
      {
        return (found, at + 2)
      }
      // هذا العام, but not هذا العام 2016.
      guard at > 0, pieces[at - 1].is(.this) else { return nil }
      return relation(piece, .current).map { ($0, at + 1) }
    case .last, .next, .current:
      guard language == .english, at + 1 < pieces.count else { return nil }
      return relation(pieces[at + 1], piece.word.function).map { ($0, at + 2) }
    default: break
    }
    if language == .arabic, piece.word.role == .ordinal, piece.word.value == 1 {
      // أول من أمس
      var next = at + 1
      if next < pieces.count, pieces[next].is(.from) { next += 1 }
      if next < pieces.count, pieces[next].is(.yesterday) { return (.dayBeforeYesterday, next + 1) }
    }
    return nil
  }

  private func relation(
    _ unit: NumeralPiece, _ relation: NumeralWord.Function
  ) -> DateMention.Relative? {
    switch (unit.word.function, relation) {
    case (.week, .last): .lastWeek
    case (.week, .current): .thisWeek
    case (.week, .next): .nextWeek
    case (.month, .last): .lastMonth
    case (.month, .current): .thisMonth
    case (.month, .next): .nextMonth
    case (.year, .last): .lastYear
    case (.year, .current): .thisYear
    case (.year, .next): .nextYear
    case (.century, .last): .lastCentury
    case (.century, .current): .thisCentury
    default: nil
    }
  }
}
