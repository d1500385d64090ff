/// The grammar of Arabic numbers.
///
/// Hundreds come first, then units, then tens, each joined by و; a power of a thousand follows its
/// count and ends a group: ثلاثة وعشرون ألفا وخمسمئة. Groups go down. Digits may stand for a group
/// (3.5 مليون), and a fraction may end a number (مليون ونصف المليون).
struct ArabicNumerals: NumeralGrammar {
  func read(_ pieces: [NumeralPiece], at start: Int) -> NumeralReading? {
    guard pieces.indices.contains(start) else { return nil }
    let piece = pieces[start]
    guard piece.isNumeral else { return nil }
    switch piece.word.role {
    case .ordinal, .ordinalOne: return ordinal(pieces, start)
    case .fraction: return fraction(pieces, start)
    case .vague: return vague(pieces, start)
    case .scalePlural: return vague(pieces, start)
    case .dual:
      var reading = NumeralReading(.cardinal, ExactNumber(2), end: start + 1)
      reading.unit = piece.word.unit
      return reading
    case .fractionPlural: return nil
    default: return cardinal(pieces, start)
    }
  }

  // MARK: Cardinals

  /// A count below a thousand, or digits.
  private struct Group {
    var value: ExactNumber
    var end: Int
    var split: (at: Int, first: ExactNumber, second: ExactNumber)?
  }

  private func cardinal(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    if pieces[start].word.role == .scale, let next = next(pieces, start + 1),
      next.word.role == .unit || next.word.role == .tens
    {
      // ألف ستة كتب: he wrote them.
      return nil
    }
    guard let first = part(pieces, start) else { return nil }
    var reading = NumeralReading(.cardinal, first.value, end: first.end)
    reading.scale = first.scale
    reading.split = first.scale == 1 ? first.split : nil
    var total = first.value
    let hasArticle = pieces[start].hasArticle
    // 3.5 مليون و150 ألف are two numbers.
    if pieces[start].isDigits, pieces[start].number.integer == nil {
      addFraction(pieces, &reading)
      return reading
    }
    while reading.scale > 1, joined(pieces, reading.end, hasArticle) != nil,
      let part = part(pieces, reading.end)
    {
      let sum: ExactNumber?
      if part.scale < reading.scale, part.value < ExactNumber(reading.scale) {
        sum = total.adding(part.value)
      } else if reading.scale == 1_000, part.scale > 1_000, part.hasCount,
        !pieces[start].isDigits, !pieces[reading.end].isDigits,
        part.value < ExactNumber(part.scale).multiplied(by: 1_000) ?? .zero
      {
        // ألف ومئتان وخمسون مليونا: the thousand counts millions as well.
        sum = total.multiplied(by: part.scale)?.adding(part.value)
      } else if part.scale == reading.scale, part.end == reading.end + 1,
        let count = ExactNumber(1, over: part.scale).flatMap({ total.multiplied(by: $0)?.integer }),
        count % 100 == 0
      {
        // مئة ألف وألفان
        sum = total.adding(part.value)
      } else {
        break
      }
      guard let sum else { break }
      if reading.split == nil {
        reading.split = (reading.end, total, part.value)
      } else {
        reading.split = nil
      }
      total = sum
      reading.value = sum
      reading.end = part.end
      reading.scale = part.scale
    }
    addFraction(pieces, &reading)
    markDoubt(pieces, start, &reading)
    return reading
  }

  /// The next piece, if it is a number joined by و and both or neither have the article.
  private func joined(
    _ pieces: [NumeralPiece], _ at: Int, _ hasArticle: Bool
  ) -> NumeralPiece? {
    guard at < pieces.count else { return nil }
    let piece = pieces[at]
    guard piece.hasAnd, !piece.hasPreposition, piece.isNumeral,
      piece.isDigits || piece.hasArticle == hasArticle
    else { return nil }
    return piece
  }

  private struct Part {
    var value: ExactNumber
    var end: Int
    var scale: Int64
    /// Whether the scale was counted: ثلاثة آلاف, not ألف.
    var hasCount: Bool
    var split: (at: Int, first: ExactNumber, second: ExactNumber)?
  }

  /// A group with its power of a thousand, or either alone.
  private func part(_ pieces: [NumeralPiece], _ start: Int) -> Part? {
    var part: Part
    let word = pieces[start].word
    switch word.role {
    case .scale:
      part = Part(
        value: ExactNumber(word.value), end: start + 1, scale: word.value, hasCount: false)
    case .scaleDual:
      part = Part(
        value: ExactNumber(word.value &* 2), end: start + 1, scale: word.value, hasCount: true)
    case .scaleAccusative:
      // Alone ألفا is the dual before what it counts; with a vowel sign it is one thousand.
      let count: Int64 = pieces[start].hasTanwin ? 1 : 2
      part = Part(
        value: ExactNumber(word.value &* count), end: start + 1, scale: word.value, hasCount: true)
    default:
      guard let group = group(pieces, start) else { return nil }
      part = Part(
        value: group.value, end: group.end, scale: 1, hasCount: true, split: group.split)
    }
    // ثلاثة وعشرون ألفا, ألف مليون; a dual is no unit of a count.
    while part.end < pieces.count, !pieces[part.end].hasAnd, !pieces[part.end].hasPreposition,
      pieces[part.end].form == .word
    {
      let next = pieces[part.end].word
      guard next.role == .scale || next.role == .scalePlural || next.role == .scaleAccusative,
        part.scale == 1 || next.value > 1_000 && next.role == .scale,
        let product = part.value.multiplied(by: next.value)
      else { break }
      // A count of one has no plural: واحد آلاف is none.
      if next.role == .scalePlural, part.value == ExactNumber(1) { break }
      part.value = product
      part.scale = part.scale == 1 ? next.value : part.scale &* next.value
      part.end += 1
      part.hasCount = true
      part.split = nil
    }
    return part
  }

  private func group(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    let piece = pieces[start]
    if piece.isDigits {
      if let count = piece.integer, (1...9).contains(count), let next = next(pieces, start + 1),
        next.word.role == .hundred, next.word.value == 100, !next.hasArticle
      {
        // 3 مئة
        return Group(value: ExactNumber(count &* 100), end: start + 2)
      }
      return Group(value: piece.number, end: start + 1)
    }
    guard var group = hundreds(pieces, start) ?? belowHundred(pieces, start) else { return nil }
    if group.value >= ExactNumber(100), group.end < pieces.count,
      joined(pieces, group.end, piece.hasArticle) != nil, !pieces[group.end].isDigits,
      hundreds(pieces, group.end) == nil, let rest = belowHundred(pieces, group.end),
      let sum = group.value.adding(rest.value)
    {
      group = Group(value: sum, end: rest.end, split: (group.end, group.value, rest.value))
    }
    return group
  }

  /// مئة, مئتان, ثلاثمئة or ثلاث مئة.
  private func hundreds(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    let word = pieces[start].word
    if word.role == .hundred { return Group(value: ExactNumber(word.value), end: start + 1) }
    if word.role == .unit, (3...9).contains(word.value), let next = next(pieces, start + 1),
      next.word.role == .hundred, next.word.value == 100, !next.hasBa
    {
      return Group(value: ExactNumber(word.value &* 100), end: start + 2)
    }
    return nil
  }

  private func belowHundred(_ pieces: [NumeralPiece], _ start: Int) -> Group? {
    let piece = pieces[start]
    switch piece.word.role {
    case .ten, .tens:
      return Group(value: ExactNumber(piece.word.value), end: start + 1)
    case .unit:
      let unit = piece.word.value
      if unit > 0, let next = next(pieces, start + 1), next.word.role == .ten, !next.hasArticle {
        return Group(value: ExactNumber(unit &+ 10), end: start + 2)
      }
      if unit > 0, let next = joined(pieces, start + 1, piece.hasArticle), next.word.role == .tens {
        return Group(
          value: ExactNumber(unit &+ next.word.value), end: start + 2,
          split: (start + 1, ExactNumber(unit), ExactNumber(next.word.value)))
      }
      return Group(value: ExactNumber(unit), end: start + 1)
    default: return nil
    }
  }

  /// The piece at `at`, if it is a word that no particle joins to what comes before.
  private func next(_ pieces: [NumeralPiece], _ at: Int) -> NumeralPiece? {
    guard at < pieces.count, pieces[at].form == .word, !pieces[at].hasAnd,
      !pieces[at].hasPreposition
    else { return nil }
    return pieces[at]
  }

  /// "One" and its like say how many only where something makes them.
  private func markDoubt(
    _ pieces: [NumeralPiece], _ start: Int, _ reading: inout NumeralReading
  ) {
    guard reading.end == start + 1, pieces[start].word.role == .unit else { return }
    let word = pieces[start].word
    reading.isDoubtful = word.value == 1
  }

  // MARK: Fractions

  /// "و" and a fraction of the last scale, or of one: مليون ونصف المليون, ثلاثة ونصف.
  private func addFraction(_ pieces: [NumeralPiece], _ reading: inout NumeralReading) {
    guard reading.end < pieces.count else { return }
    let piece = pieces[reading.end]
    guard piece.hasAnd, !piece.hasPreposition, piece.word.role == .fraction,
      let part = ExactNumber(piece.word.value, over: Int64(piece.word.denominator))
    else { return }
    var end = reading.end + 1
    var scale = reading.scale
    if let next = next(pieces, end), next.word.role == .scale {
      if scale == 1 {
        // ثلاثة ونصف مليون is three and a half of them; ثلاثة ونصف المليون is not said.
        guard !next.hasArticle,
          let value = reading.value.adding(part)?.multiplied(
            by: next.word.value)
        else { return }
        reading.value = value
        reading.scale = next.word.value
        reading.end = end + 1
        return
      }
      guard next.word.value == scale else { return }
      end += 1
    } else if next(pieces, end)?.word.function == .final {
      return
    } else if scale > 1, let next = next(pieces, end), next.hasArticle {
      // عشرون ألفا ونصف السكان: half of something else.
      scale = 0
    }
    guard scale > 0, let whole = part.multiplied(by: scale),
      let sum = reading.value.adding(whole)
    else { return }
    reading.value = sum
    reading.end = end
    reading.split = nil
  }

  /// نصف, ثلثا, ربع مليون.
  private func fraction(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    let word = pieces[start].word
    guard let value = ExactNumber(word.value, over: Int64(word.denominator)) else { return nil }
    // ربع النهائي is a round of a cup, and الربع الثاني a quarter of a year.
    if let next = next(pieces, start + 1) {
      if next.is(.final) || pieces[start].hasArticle && next.word.role == .ordinal { return nil }
    }
    return scaled(NumeralReading(.fraction, value, end: start + 1), pieces)
  }

  /// ثلاثة أرباع, where a cardinal ended before a plural of parts.
  func parts(_ pieces: [NumeralPiece], of count: NumeralReading) -> NumeralReading? {
    guard count.kind == .cardinal, count.scale == 1, let next = next(pieces, count.end),
      next.word.role == .fractionPlural, ExactNumber(10) > count.value,
      let part = ExactNumber(1, over: Int64(next.word.denominator)),
      let value = count.value.multiplied(by: part)
    else { return nil }
    return scaled(NumeralReading(.fraction, value, end: count.end + 1), pieces)
  }

  private func scaled(_ fraction: NumeralReading, _ pieces: [NumeralPiece]) -> NumeralReading {
    guard let next = next(pieces, fraction.end), next.word.role == .scale,
      let value = fraction.value.multiplied(by: next.word.value)
    else { return fraction }
    var reading = fraction
    reading.kind = .cardinal
    reading.value = value
    reading.scale = next.word.value
    reading.end += 1
    return reading
  }

  // MARK: Magnitudes and ordinals

  /// عشرات, مئات الآلاف, ملايين.
  private func vague(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    var value = ExactNumber(pieces[start].word.value)
    var end = start + 1
    while let next = next(pieces, end), next.word.role == .scalePlural,
      let product = value.multiplied(by: next.word.value)
    {
      value = product
      end += 1
    }
    var reading = NumeralReading(.cardinal, value, end: end)
    reading.isApproximate = true
    return reading
  }

  /// الثالث, الخامسة عشرة, الحادي والعشرون.
  private func ordinal(_ pieces: [NumeralPiece], _ start: Int) -> NumeralReading? {
    let piece = pieces[start]
    let unit = piece.word.value
    if unit < 10, let next = next(pieces, start + 1), next.word.role == .ten {
      return NumeralReading(.ordinal, ExactNumber(unit &+ 10), end: start + 2)
    }
    if unit < 10, let next = joined(pieces, start + 1, piece.hasArticle), next.word.role == .tens {
      return NumeralReading(.ordinal, ExactNumber(unit &+ next.word.value), end: start + 2)
    }
    if piece.word.role == .ordinalOne { return nil }
    var reading = NumeralReading(.ordinal, ExactNumber(unit), end: start + 1)
    reading.isDoubtful = piece.word.unit != nil && !piece.hasArticle
    return reading
  }
}
