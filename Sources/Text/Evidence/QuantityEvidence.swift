/// Evidence of numbers and dates: what they are worth, in digits or in words.
///
/// ثلاثة ملايين and "3 million" are one key, as are أيلول/ سبتمبر and "September". A number speaks by
/// its value and by its unit; a date by its month, by day and month together, by its year, by the
/// day of the week, and by words such as أمس. What is doubtful says nothing.
package struct QuantityEvidence: EvidenceSource {
  private let arabic = DateAndNumberFinder(.arabic)
  private let english = DateAndNumberFinder(.english)

  package init() {}

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    var dates: [DateMention] = []
    var quantities: [Quantity] = []
    let finder = language == .arabic ? arabic : english
    finder.find(in: tokens, of: bytes, dates: &dates, quantities: &quantities)
    for date in dates {
      if !date.isDoubtful {
        collect(date, into: &keys)
      } else if let month = date.month, let day = date.day, date.calendar == .gregorian {
        // 5/11/2015 may be either day, and the other side will say which.
        for (month, day) in [(month, day), (day, month)] { keys.append(dayOfYear(month, day)) }
        if let year = date.year { keys.append(number(ExactNumber(Int64(year)))) }
      }
    }
    for quantity in quantities where !quantity.isDoubtful {
      keys.append(number(quantity.value, isApproximate: quantity.isApproximate))
      if let upper = quantity.upper { keys.append(number(upper)) }
      if let unit = quantity.unit { keys.append(EvidenceKey(.unit, hash(unit.rawValue))) }
    }
  }

  private func collect(_ date: DateMention, into keys: inout [EvidenceKey]) {
    if let month = date.month {
      let month = date.calendar == .hijri ? month + 20 : month
      keys.append(EvidenceKey(.month, UInt64(truncatingIfNeeded: month)))
      if let day = date.day { keys.append(dayOfYear(month, day)) }
    }
    if let weekday = date.weekday {
      keys.append(EvidenceKey(.weekday, UInt64(truncatingIfNeeded: weekday)))
    }
    if let relative = date.relative {
      keys.append(EvidenceKey(.relative, hash(relative.rawValue)))
    }
    for part in [date.year, date.upperYear, date.upperDay, date.hour, date.minute] {
      if let part { keys.append(number(ExactNumber(Int64(part)))) }
    }
  }

  private func dayOfYear(_ month: Int, _ day: Int) -> EvidenceKey {
    EvidenceKey(.date, UInt64(truncatingIfNeeded: month * 100 + day))
  }

  private func number(_ value: ExactNumber, isApproximate: Bool = false) -> EvidenceKey {
    var hash = FNV1a()
    for part in [value.numerator, value.denominator] {
      for shift in stride(from: Int64(0), to: 64, by: 8) {
        hash.add(UInt8(truncatingIfNeeded: part >> shift))
      }
    }
    // "Thousands" is not a thousand.
    if isApproximate { hash.add(1) }
    return EvidenceKey(.number, hash.value)
  }

  private func hash(_ name: String) -> UInt64 {
    var hash = FNV1a()
    for byte in name.utf8 { hash.add(byte) }
    return hash.value
  }
}
