/// Reads month names: of one word, of two, and one month named twice (أيلول/ سبتمبر).
struct MonthReader: Sendable {
  struct Month: Sendable {
    /// From 1.
    var month: Int
    var calendar: DateMention.Calendar
    /// The piece after it.
    var end: Int
    /// Whether the word can be nothing else, or stands where only a month does.
    var isSure: Bool
  }

  let language: Language

  /// The month named at a piece, by all the names given to it there.
  func read(_ pieces: [NumeralPiece], at start: Int) -> Month? {
    guard var month = single(pieces, start) else { return nil }
    if let (other, end) = secondName(pieces, month.end), other.month == month.month,
      other.calendar == month.calendar
    {
      month.end = end
      month.isSure = true
    }
    return month
  }

  /// أيلول/ سبتمبر, أيلول (سبتمبر), أيلول سبتمبر.
  private func secondName(_ pieces: [NumeralPiece], _ at: Int) -> (Month, Int)? {
    guard at < pieces.count else { return nil }
    if pieces[at].isSlash || pieces[at].isHyphen {
      return single(pieces, at + 1).map { ($0, $0.end) }
    }
    if pieces[at].isSymbol(0x28) {
      guard let other = single(pieces, at + 1), other.end < pieces.count,
        pieces[other.end].isSymbol(0x29)
      else { return nil }
      return (other, other.end + 1)
    }
    return pieces[at].hasAnd ? nil : single(pieces, at).map { ($0, $0.end) }
  }

  private func single(_ pieces: [NumeralPiece], _ start: Int) -> Month? {
    guard start < pieces.count else { return nil }
    let piece = pieces[start]
    if piece.isLatin, !piece.isCapitalised { return nil }
    if piece.is(.monthLead) { return ofTwoWords(pieces, start) }
    let number = Int(piece.word.month)
    // The last two Islamic months have names of two words only.
    guard (1...12).contains(number) || (21...30).contains(number) else { return nil }
    // Names of Gregorian months have no article.
    if !piece.isLatin, piece.hasArticle, number <= 12 { return nil }
    let end = start + 1
    // Aug.
    let hasStop =
      piece.isLatin && piece.range.count <= 4 && end + 1 < pieces.count
      && pieces[end].isSymbol(0x2E) && pieces[end + 1].isDigits
    return Month(
      month: number > 20 ? number - 20 : number,
      calendar: number > 20 ? .hijri : .gregorian, end: hasStop ? end + 1 : end,
      isSure: !piece.word.needsContext)
  }

  /// كانون الثاني, ربيع الأول, ذي الحجة, Rabi al-Awwal.
  private func ofTwoWords(_ pieces: [NumeralPiece], _ start: Int) -> Month? {
    var at = start + 1
    if pieces[start].isLatin {
      if at < pieces.count, pieces[at].is(.articleName) { at += 1 }
      if at < pieces.count, pieces[at].isHyphen { at += 1 }
    }
    guard at < pieces.count, pieces[at].form == .word, !pieces[at].hasAnd else { return nil }
    let second = pieces[at]
    let number: Int64
    if second.word.role == .ordinal {
      number = second.word.value
    } else if second.is(.monthTail) {
      number = second.word.value
    } else {
      number = 0
    }
    let month: Int
    switch (pieces[start].word.value, number) {
    case (1, 1): month = 12
    case (1, 2): month = 1
    case (2, 1): month = 10
    case (2, 2): month = 11
    case (3, 1): month = 23
    case (3, 2): month = 24
    case (4, 1): month = 25
    case (4, 2): month = 26
    case (5, _) where second.word.month > 30: month = Int(second.word.month)
    default: return nil
    }
    // ربيع ثان is a second spring.
    if month > 20, !second.isLatin, !second.hasArticle { return nil }
    return Month(
      month: month > 20 ? month - 20 : month, calendar: month > 20 ? .hijri : .gregorian,
      end: at + 1, isSure: true)
  }
}
