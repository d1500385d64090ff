import ICU

/// Finds the numbers of running text, in digits and in words, with what they measure.
///
/// ```swift
/// var numbers: [Quantity] = []
/// NumberFinder(.arabic).find(in: tokens, of: bytes, excluding: dates, into: &numbers)
/// ```
///
/// One finder may serve many threads. A number of more than eighteen digits has no exact value here
/// and is passed over, as are versions and addresses (`10.4.2`).
package struct NumberFinder: Sendable {
  private let language: Language
  private let lexer: NumeralLexer
  private let amounts: AmountReader

  package init(_ language: Language) {
    self.language = language
    lexer = NumeralLexer(language)
    amounts = AmountReader(language)
  }

  /// Appends the numbers of a sentence, given as its tokens in `bytes`, in text order.
  ///
  /// - Parameter dates: mentions in the same sentence, whose numbers are left out; without them
  ///   those numbers are found too.
  package func find(
    in tokens: [Token], of bytes: Span<UInt8>, excluding dates: [DateMention] = [],
    into quantities: inout [Quantity]
  ) {
    var pieces: [NumeralPiece] = []
    pieces.reserveCapacity(tokens.count)
    guard lexer.read(tokens, of: bytes, into: &pieces) else { return }
    find(in: &pieces, excluding: dates[...], into: &quantities)
  }

  func find(
    in pieces: inout [NumeralPiece], excluding dates: ArraySlice<DateMention>,
    into quantities: inout [Quantity]
  ) {
    if !dates.isEmpty { blank(dates, &pieces) }
    var at = 0
    var previous: (quantity: Quantity, end: Int)?
    while at < pieces.count {
      guard pieces[at].beginsNumber, let found = read(pieces, at, after: previous) else {
        at = max(endOfChain(pieces, at), at + 1)
        continue
      }
      quantities.append(found.quantity)
      previous = found
      at = max(found.end, at + 1)
    }
  }

  /// Makes what dates cover into marks no number goes across.
  private func blank(_ dates: ArraySlice<DateMention>, _ pieces: inout [NumeralPiece]) {
    var date = dates.startIndex
    for index in pieces.indices {
      while date < dates.endIndex, dates[date].range.upperBound <= pieces[index].range.lowerBound {
        date += 1
      }
      guard date < dates.endIndex else { return }
      if dates[date].range.overlaps(pieces[index].range) {
        pieces[index] = NumeralPiece(.symbol, pieces[index].range)
      }
    }
  }

  private func read(
    _ pieces: [NumeralPiece], _ at: Int, after previous: (quantity: Quantity, end: Int)?
  ) -> (quantity: Quantity, end: Int)? {
    let piece = pieces[at]
    if piece.is(.group) { return name(pieces, at) }
    if piece.is(.between) { return between(pieces, at) }
    if isChain(pieces, at) || isWeekday(pieces, at) { return nil }
    guard var amount = amounts.read(pieces, at: at) else { return nil }
    if amount.end <= at { return nil }
    classify(pieces, &amount, after: previous)
    if let range = range(pieces, amount) { return range }
    // "One of them" in Arabic is no count at all.
    if piece.is(.unlikely), amount.reading.isDoubtful { return nil }
    return (quantity(pieces, amount, upper: nil, end: amount.end), amount.end)
  }

  private func quantity(
    _ pieces: [NumeralPiece], _ amount: Amount, upper: Amount?, end: Int
  ) -> Quantity {
    Quantity(
      kind: amount.reading.kind, value: amount.value, upper: upper?.value,
      unit: upper?.unit ?? amount.unit,
      isApproximate: amount.reading.isApproximate, isDoubtful: amount.reading.isDoubtful,
      range: pieces[amount.start].range.lowerBound..<pieces[end - 1].range.upperBound)
  }

  // MARK: What a number is

  private func classify(
    _ pieces: [NumeralPiece], _ amount: inout Amount,
    after previous: (quantity: Quantity, end: Int)?
  ) {
    let at = amount.start
    guard amount.reading.kind == .cardinal, at > 0 else { return }
    let before = pieces[at - 1]
    if pieces[at].hasArticle, before.hasArticle, !pieces[at].hasAnd, isSingularTime(before) {
      // القرن العشرين
      amount.reading.kind = .ordinal
      return
    }
    guard amount.unit == nil, !amount.reading.isApproximate, let year = amount.value.integer,
      (1_000...2_199).contains(year) || before.is(.year) && (100...2_199).contains(year),
      !pieces[at].hasSeparator
    else { return }
    let isFourDigits = pieces[at].isDigits && pieces[at].digits == 4
    let followsYear =
      previous.map { $0.quantity.kind == .year && $0.end >= at - 1 } ?? false
      && (pieces[at].hasAnd || before.is(.and) || before.isHyphen || before.isSlash)
    if before.is(.year) || followsYear || isFourDigits && isYearLead(before, year) {
      amount.reading.kind = .year
    }
  }

  private func isSingularTime(_ piece: NumeralPiece) -> Bool {
    switch piece.word.function {
    case .century, .day, .year, .month, .week, .hour, .numbered: true
    default: false
    }
  }

  private func isYearLead(_ piece: NumeralPiece, _ year: Int64) -> Bool {
    piece.word.month != 0
      || piece.is(.within) && (language == .english || (1_900...2_099).contains(year))
  }

  /// الأحد and الاثنين are days, not "the one" and "the two".
  private func isWeekday(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    guard pieces[at].word.weekday != 0, pieces[at].hasArticle else { return false }
    return at + 1 >= pieces.count
      || pieces[at + 1].word.role != .ten
        && !(pieces[at + 1].hasAnd && pieces[at + 1].word.role == .tens)
  }

  // MARK: Ranges

  private func range(
    _ pieces: [NumeralPiece], _ lower: Amount
  ) -> (quantity: Quantity, end: Int)? {
    guard lower.end + 1 < pieces.count, isRangeable(lower) else { return nil }
    let joint = pieces[lower.end]
    let next = pieces[lower.end + 1]
    let isFrom = lower.start > 0 && pieces[lower.start - 1].is(.from)
    if joint.is(.to) && !joint.hasAnd || joint.is(.until) && isFrom {
      guard let upper = amounts.read(pieces, at: lower.end + 1) else { return nil }
      // "Rose $1.25 to $48.70": each with its unit is rather a change and its result.
      if lower.unit != nil, upper.unit != nil, !isFrom { return nil }
      return join(pieces, lower, upper)
    }
    // 15-20 and 15 – 20, but not "15 -20".
    guard joint.isHyphen, joint.hasGap == next.hasGap,
      !joint.hasGap || joint.symbol == 0x2013 || joint.symbol == 0x2014,
      pieces[lower.end - 1].isDigits || lower.unit != nil, next.isDigits || next.form == .symbol
    else { return nil }
    if let span = years(pieces, lower) { return span }
    return amounts.read(pieces, at: lower.end + 1).flatMap { join(pieces, lower, $0) }
  }

  /// Years of which the last is shortened: 1950-53.
  private func years(
    _ pieces: [NumeralPiece], _ lower: Amount
  ) -> (quantity: Quantity, end: Int)? {
    let next = pieces[lower.end + 1]
    guard lower.unit == nil, pieces[lower.end - 1].digits == 4, next.digits == 2,
      let first = lower.value.integer, (1_000...2_199).contains(first), let last = next.integer,
      last > first % 100
    else { return nil }
    var low = lower
    low.reading.kind = .year
    let upper = NumeralReading(
      .cardinal, ExactNumber(first - first % 100 + last), end: lower.end + 2)
    return join(pieces, low, Amount(reading: upper, start: lower.end + 1, end: lower.end + 2))
  }

  /// بين 15 و20, between 15 and 20.
  private func between(
    _ pieces: [NumeralPiece], _ at: Int
  ) -> (quantity: Quantity, end: Int)? {
    guard let lower = amounts.read(pieces, at: at + 1), isRangeable(lower) else { return nil }
    let end = lower.end
    if end < pieces.count {
      if pieces[end].is(.and), let upper = amounts.read(pieces, at: end + 1),
        let range = join(pieces, lower, upper)
      {
        return range
      }
      if pieces[end].hasAnd, let upper = amounts.read(pieces, at: end),
        let range = join(pieces, lower, upper)
      {
        return range
      }
    }
    // بين خمسة وعشرين: after "between" two numbers are meant.
    guard let split = lower.reading.split, split.first < split.second else { return nil }
    var low = lower
    low.reading.value = split.first
    var high = lower
    high.reading.value = split.second
    high.start = split.at
    return join(pieces, low, high)
  }

  private func isRangeable(_ amount: Amount) -> Bool {
    (amount.reading.kind == .cardinal || amount.reading.kind == .year)
      && !amount.reading.isApproximate
  }

  private func join(
    _ pieces: [NumeralPiece], _ lower: Amount, _ upper: Amount
  ) -> (quantity: Quantity, end: Int)? {
    var lower = lower
    guard upper.reading.kind == .cardinal, !upper.reading.isApproximate,
      lower.unit == nil || upper.unit == nil || lower.unit == upper.unit
    else { return nil }
    if lower.reading.scale == 1, upper.reading.scale > 1,
      let scaled = lower.value.multiplied(by: upper.reading.scale), scaled < upper.value
    {
      // 3-5 million
      lower.reading.value = scaled
    }
    if pieces[upper.start - 1].isHyphen, pieces[upper.end - 1].hasSeparator,
      let first = lower.value.integer, first < 1_000, let last = upper.value.integer,
      last % 1_000 == 0, first * 1_000 < last
    {
      // 20-30,000
      lower.reading.value = ExactNumber(first * 1_000)
    }
    guard lower.value < upper.value else { return nil }
    lower.reading.isDoubtful = false
    var high = upper
    if high.unit == nil { high.unit = lower.unit }
    return (quantity(pieces, lower, upper: high, end: upper.end), upper.end)
  }

  // MARK: Names

  /// G20, Group of 20, مجموعة العشرين, مجموعة الدول السبع.
  private func name(_ pieces: [NumeralPiece], _ at: Int) -> (quantity: Quantity, end: Int)? {
    if pieces[at].digits > 0 {
      let reading = NumeralReading(.name, pieces[at].number, end: at + 1)
      let amount = Amount(reading: reading, start: at, end: at + 1)
      return (quantity(pieces, amount, upper: nil, end: at + 1), at + 1)
    }
    var start = at + 1
    if start < pieces.count, pieces[start].is(.of) || pieces[start].is(.group) { start += 1 }
    guard start < pieces.count, pieces[start].hasArticle || pieces[start - 1].is(.of),
      var amount = amounts.read(pieces, at: start), amount.reading.kind == .cardinal,
      amount.unit == nil
    else { return nil }
    amount.reading.kind = .name
    return (quantity(pieces, amount, upper: nil, end: amount.end), amount.end)
  }

  // MARK: Versions and addresses

  /// Whether a piece is digits parted by stops that part neither thousands nor decimals.
  private func isChain(_ pieces: [NumeralPiece], _ at: Int) -> Bool {
    endOfChain(pieces, at) > at + 1
  }

  private func endOfChain(_ pieces: [NumeralPiece], _ at: Int) -> Int {
    var end = at
    while end < pieces.count, pieces[end].isDigits {
      guard end + 2 < pieces.count, pieces[end + 1].isSymbol(0x2E), !pieces[end + 1].hasGap,
        pieces[end + 2].isDigits, !pieces[end + 2].hasGap
      else { return end + 1 }
      end += 2
    }
    return end
  }
}
