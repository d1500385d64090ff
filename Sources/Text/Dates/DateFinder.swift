import ICU

/// Finds the dates and times of running text.
///
/// Gregorian and Islamic dates in words and digits, years told as such, decades, days of the week,
/// times of day, and words told from the day of writing, which are not resolved. One finder may
/// serve many threads.
package struct DateFinder: Sendable {
  private let language: Language
  private let lexer: NumeralLexer
  private let numeric: NumericDates
  private let worded: WordedDates
  private let years: YearReader
  private let relative: RelativeDates

  package init(_ language: Language) {
    self.language = language
    lexer = NumeralLexer(language)
    numeric = NumericDates(language: language)
    worded = WordedDates(language)
    years = YearReader(language)
    relative = RelativeDates(language: language)
  }

  /// Appends the dates of a sentence, given as its tokens in `bytes`, in text order, apart from one
  /// another.
  package func find(
    in tokens: [Token], of bytes: Span<UInt8>, into dates: inout [DateMention]
  ) {
    var pieces: [NumeralPiece] = []
    pieces.reserveCapacity(tokens.count)
    guard lexer.read(tokens, of: bytes, into: &pieces) else { return }
    find(in: pieces, into: &dates)
  }

  func find(in pieces: [NumeralPiece], into dates: inout [DateMention]) {
    var at = 0
    var yearEnd = -1
    while at < pieces.count {
      guard pieces[at].beginsDate, let (mention, end) = read(pieces, at, yearEnd), end > at else {
        at += 1
        continue
      }
      dates.append(mention)
      at = end
      if mention.year != nil, mention.month == nil {
        yearEnd = end
        if at < pieces.count, pieces[at].is(.and) { yearEnd = end + 1 }
      }
    }
  }

  private func read(
    _ pieces: [NumeralPiece], _ at: Int, _ yearEnd: Int
  ) -> (mention: DateMention, end: Int)? {
    let piece = pieces[at]
    if piece.isDigits || piece.is(.hour) || piece.word.role == .ordinal && piece.hasArticle
      || piece.word.role == .ordinalOne
    {
      if let date = numeric.date(pieces, at: at) ?? numeric.time(pieces, at: at) { return date }
    }
    if let (weekday, end) = relative.weekday(pieces, at: at) {
      return self.weekday(weekday, pieces, at, end)
    }
    return worded.date(pieces, at: at)
      ?? years.year(pieces, at: at, followsYear: yearEnd == at)
      ?? relative.decade(pieces, at: at) ?? relative.relative(pieces, at: at)
  }

  /// A weekday, with the date after it: Monday, August 15.
  private func weekday(
    _ weekday: (number: Int, isSure: Bool), _ pieces: [NumeralPiece], _ at: Int, _ end: Int
  ) -> (mention: DateMention, end: Int)? {
    var next = end
    if next < pieces.count, pieces[next].isComma || pieces[next].isSymbol(0x2E) { next += 1 }
    if next < pieces.count, pieces[next].is(.definite) { next += 1 }
    if next < pieces.count, !pieces[next].hasAnd,
      var date = worded.date(pieces, at: next) ?? numeric.date(pieces, at: next),
      date.mention.day != nil
    {
      date.mention.weekday = weekday.number
      date.mention.range = pieces[at].range.lowerBound..<date.mention.range.upperBound
      return date
    }
    guard weekday.isSure else { return nil }
    var mention = DateMention(
      .weekday, range: pieces[at].range.lowerBound..<pieces[end - 1].range.upperBound)
    mention.weekday = weekday.number
    return (mention, end)
  }
}
