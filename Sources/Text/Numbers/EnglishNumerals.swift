/// The grammar of English numbers.
///
/// One hundred and twenty-three thousand; a million and a half; half a million; nineteen
/// eighty-four; digits may stand for a group (3.5 million).
struct EnglishNumerals: NumeralGrammar {
  func read(_ pieces: [NumeralPiece], at start: Int) -> NumeralReading? {
    guard pieces.indices.contains(start) else { return nil }
    let piece = pieces[start]
    switch piece.word.role {
    case .fraction: return half(pieces, start)
    case .vague, .scalePlural: return vague(pieces, start)
    case .ordinal: return NumeralReading(.ordinal, ExactNumber(piece.word.value), end: start + 1)
    case .fractionPlural: return nil
    default: return cardinal(pieces, start)
    }
  }

  // MARK: Cardinals

  private struct Group {
    var value: ExactNumber
    var end: Int
    /// Whether an ordinal ended it: twenty-first.
    var isOrdinal = false
    var isYear = false
    /// Whether "hundred" is in it, after which "and" may follow.
    var hasHundred = false
  }

  private func cardinal(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    guard var first = counted(pieces, start) else { return nil }
    if first.group.isOrdinal || first.group.isYear {
      return NumeralReading(
        first.group.isYear ? .year : .ordinal, first.group.value, end: first.group.end)
    }
    if let part = fractionPart(pieces, start, first) { return part }
    addHalf(pieces, &first)
    var reading = NumeralReading(.cardinal, first.group.value, end: first.group.end)
    reading.scale = first.scale
    while reading.scale > 1, let at = continuation(pieces, reading.end),
      let next = counted(pieces, at), next.scale < reading.scale,
      next.group.value < ExactNumber(reading.scale),
      let sum = reading.value.adding(next.group.value)
    {
      reading.value = sum
      reading.end = next.group.end
      reading.scale = next.scale
      if next.group.isOrdinal {
        reading.kind = .ordinal
        break
      }
    }
    let word = pieces[start].word
    reading.isDoubtful =
      reading.end == start + 1 && word.role == .unit && word.value == 1
    return reading
  }

  /// Where the next lower group begins: after "and", or at once.
  private func continuation(_ pieces: [NumeralPiece], _ at: Int) -> Int? {
    guard at < pieces.count else { return nil }
    if pieces[at].is(.and), at + 1 < pieces.count, pieces[at + 1].isNumeral,
      pieces[at + 1].word.role != .scale
    {
      // "a million and 2016" is a sum no more than "2 million and 3.5".
      return pieces[at + 1].isDigits ? nil : at + 1
    }
    return pieces[at].isNumeral && !pieces[at].isDigits ? at : nil
  }

  /// A group with its power of a thousand.
  private func counted(
    _ pieces: [NumeralPiece], _ start: Int
  ) -> (group: Group, scale: Int64)? {
    guard var group = group(pieces, start) else { return nil }
    var scale: Int64 = 1
    var at = afterHyphen(pieces, group.end)
    while !group.isOrdinal, at < pieces.count, pieces[at].word.role == .scale,
      scale == 1 || pieces[at].word.value > 1_000,
      let product = group.value.multiplied(by: pieces[at].word.value)
    {
      group.value = product
      scale = scale == 1 ? pieces[at].word.value : scale &* pieces[at].word.value
      group.end = at + 1
      at = afterHyphen(pieces, group.end)
    }
    return (group, scale)
  }

  private func group(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    guard start < pieces.count else { return nil }
    let piece = pieces[start]
    var group: Group
    if piece.is(.article) {
      // A hundred, a dozen; the article alone is no number.
      guard start + 1 < pieces.count,
        [.hundred, .scale, .dozen].contains(pieces[start + 1].word.role)
      else { return nil }
      group = Group(value: ExactNumber(1), end: start + 1)
    } else if piece.isDigits {
      group = Group(value: piece.number, end: start + 1)
    } else if let low = belowHundred(pieces, start) {
      group = low
    } else if [.hundred, .scale, .dozen].contains(piece.word.role) {
      group = Group(value: ExactNumber(1), end: start)
    } else {
      return nil
    }
    if group.isOrdinal || group.isYear { return group }
    let at = afterHyphen(pieces, group.end)
    guard at < pieces.count, [.hundred, .dozen].contains(pieces[at].word.role),
      let product = group.value.multiplied(by: pieces[at].word.value)
    else { return group }
    let isHundred = pieces[at].word.role == .hundred
    group.value = product
    group.end = at + 1
    if isHundred, let next = continuation(pieces, group.end),
      let low = belowHundred(pieces, next), !low.isYear, let sum = product.adding(low.value)
    {
      // "one hundred and twenty-first" is an ordinal as a whole.
      group.value = sum
      group.end = low.end
      group.isOrdinal = low.isOrdinal
    }
    return group
  }

  private func belowHundred(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    let word = pieces[start].word
    let end = start + 1
    switch word.role {
    case .unit: return Group(value: ExactNumber(word.value), end: end)
    case .teen: return yearOfTwo(pieces, start) ?? Group(value: ExactNumber(word.value), end: end)
    case .tens:
      if let year = yearOfTwo(pieces, start) { return year }
      let at = afterHyphen(pieces, end)
      if at < pieces.count, (1...9).contains(pieces[at].word.value),
        pieces[at].word.role == .unit || pieces[at].word.role == .ordinal
      {
        return Group(
          value: ExactNumber(word.value &+ pieces[at].word.value), end: at + 1,
          isOrdinal: pieces[at].word.role == .ordinal)
      }
      return Group(value: ExactNumber(word.value), end: end)
    case .ordinal: return Group(value: ExactNumber(word.value), end: end, isOrdinal: true)
    default: return nil
    }
  }

  /// Nineteen eighty-four, twenty sixteen.
  private func yearOfTwo(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    let century = pieces[start].word.value
    guard (13...20).contains(century), start + 1 < pieces.count, !pieces[start + 1].isHyphen
    else { return nil }
    let next = pieces[start + 1].word
    guard next.role == .tens || next.role == .teen else { return nil }
    var value = century &* 100 &+ next.value
    var end = start + 2
    let unit = afterHyphen(pieces, end)
    if next.role == .tens, unit < pieces.count, pieces[unit].word.role == .unit,
      pieces[unit].word.value > 0
    {
      value &+= pieces[unit].word.value
      end = unit + 1
    }
    return Group(value: ExactNumber(value), end: end, isYear: true)
  }

  /// The piece after a hyphen that joins two words without space, or the piece itself.
  private func afterHyphen(_ pieces: [NumeralPiece], _ at: Int) -> Int {
    guard at + 1 < pieces.count, pieces[at].isHyphen, !pieces[at].hasGap,
      !pieces[at + 1].hasGap, pieces[at + 1].word.isNumeral || pieces[at + 1].word.denominator > 0
    else { return at }
    return at + 1
  }

  /// The piece after a hyphen without space, as in six-and-a-half, or the piece itself.
  private func afterJoiner(_ pieces: [NumeralPiece], _ at: Int) -> Int {
    at < pieces.count && pieces[at].isHyphen && !pieces[at].hasGap ? at + 1 : at
  }

  // MARK: Fractions and magnitudes

  /// Two-thirds, three quarters, one third.
  private func fractionPart(
    _ pieces: [NumeralPiece], _ start: Int, _ count: (group: Group, scale: Int64)
  ) -> NumeralReading? {
    let at = afterHyphen(pieces, count.group.end)
    guard count.scale == 1, at < pieces.count, !pieces[start].isDigits || at > start + 1,
      pieces[at].word.denominator > 2,
      count.group.value.integer.map({ (1...99).contains($0) })
        ?? false
    else { return nil }
    let isOne = count.group.value == ExactNumber(1)
    guard isOne != (pieces[at].word.role == .fractionPlural),
      let part = ExactNumber(1, over: Int64(pieces[at].word.denominator)),
      let value = count.group.value.multiplied(by: part)
    else { return nil }
    return scaled(NumeralReading(.fraction, value, end: at + 1), pieces)
  }

  /// A quarter, a third of: the article with a part.
  func part(_ pieces: [NumeralPiece], at start: Int) -> NumeralReading? {
    guard start + 1 < pieces.count, pieces[start].is(.article) else { return nil }
    let word = pieces[start + 1].word
    let isOf = start + 2 < pieces.count && pieces[start + 2].is(.of)
    // "A third man" is not a part; "a quarter" mostly is.
    guard word.denominator > 2, word.role != .fractionPlural, isOf || word.role == .none,
      let value = ExactNumber(1, over: Int64(word.denominator))
    else { return nil }
    // A quarter-final.
    let next = afterJoiner(pieces, start + 2)
    if next < pieces.count, pieces[next].is(.final) { return nil }
    return scaled(NumeralReading(.fraction, value, end: start + 2), pieces)
  }

  /// Half, half a million, half a dozen.
  private func half(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    guard let value = ExactNumber(1, over: 2) else { return nil }
    if start > 0, pieces[start - 1].word.role == .ordinal { return nil }
    return scaled(NumeralReading(.fraction, value, end: start + 1), pieces)
  }

  /// "… a million", "… of a million", "-million" after a fraction.
  private func scaled(_ fraction: NumeralReading, _ pieces: [NumeralPiece]) -> NumeralReading {
    var at = afterHyphen(pieces, fraction.end)
    if at < pieces.count, pieces[at].is(.of) { at += 1 }
    if at < pieces.count, pieces[at].is(.article) { at += 1 }
    guard at < pieces.count, [.scale, .dozen, .hundred].contains(pieces[at].word.role),
      let value = fraction.value.multiplied(by: pieces[at].word.value)
    else { return fraction }
    var reading = fraction
    reading.kind = .cardinal
    reading.value = value
    reading.scale = pieces[at].word.role == .scale ? pieces[at].word.value : 1
    reading.end = at + 1
    return reading
  }

  /// "and a half" before or after the scale it belongs to.
  private func addHalf(_ pieces: [NumeralPiece], _ count: inout (group: Group, scale: Int64)) {
    let and = afterJoiner(pieces, count.group.end)
    guard and < pieces.count, pieces[and].is(.and) else { return }
    let article = afterJoiner(pieces, and + 1)
    guard article < pieces.count, pieces[article].is(.article) else { return }
    let half = afterJoiner(pieces, article + 1)
    guard half < pieces.count else { return }
    let word = pieces[half].word
    guard word.role == .fraction || word.role == .none && word.denominator == 4,
      let part = ExactNumber(1, over: Int64(word.denominator))
    else { return }
    let next = afterHyphen(pieces, half + 1)
    let isCounted = count.scale == 1 && next < pieces.count && pieces[next].word.role == .scale
    let scale = isCounted ? pieces[next].word.value : count.scale
    guard let whole = count.group.value.multiplied(by: isCounted ? scale : 1),
      let rest = part.multiplied(by: scale), let sum = whole.adding(rest)
    else { return }
    count.group.value = sum
    count.group.end = isCounted ? next + 1 : half + 1
    count.scale = scale
  }

  /// Dozens, hundreds of thousands, millions.
  private func vague(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    var value = ExactNumber(pieces[start].word.value)
    var end = start + 1
    while end + 1 < pieces.count, pieces[end].is(.of), pieces[end + 1].word.role == .scalePlural,
      let product = value.multiplied(by: pieces[end + 1].word.value)
    {
      value = product
      end += 2
    }
    var reading = NumeralReading(.cardinal, value, end: end)
    reading.isApproximate = true
    return reading
  }
}
