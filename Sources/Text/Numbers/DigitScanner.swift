import ICU

/// Reads numerals in digits: their separators, and what each is worth.
///
/// A separator of thousands stands before groups of exactly three digits; ٫ marks decimals always,
/// and of two kinds the later does. One comma or stop before three digits is taken for thousands,
/// except a stop in English. Digits parted otherwise (`10.4.2`, `15.8.2016`) are numerals apart.
struct DigitScanner: Sendable {
  struct Numeral: Sendable {
    let range: Range<Int>
    let number: ExactNumber
    let digits: Int
    let hasSeparator: Bool
  }

  private struct Run {
    var range: Range<Int>
    var value: Int64?
    var count: Int
    /// The separator before it; 0 for the first.
    var separator: UInt32
  }

  let language: Language

  /// More digits than an exact value can have.
  private static let mostDigits = 18

  /// The numerals at `start`, which must begin with a digit, up to the last digit joined to it.
  ///
  /// None for digits too many to be a value.
  func scan(
    _ start: Int, limit: Int, of bytes: Span<UInt8>, into numerals: inout [Numeral]
  ) -> Int {
    var runs = [readRun(start, 0, limit, bytes)]
    while let last = runs.last, let next = self.next(after: last, limit, bytes) {
      runs.append(next)
      if runs.count > 12 { break }
    }
    // A space that parts thousands parts nothing else.
    if let space = runs.firstIndex(where: { isSpace($0.separator) }),
      !runs[1...].allSatisfy({ isSpace($0.separator) && $0.count == 3 })
        || !(1...3).contains(runs[0].count)
    {
      runs.removeSubrange(space...)
    }
    let end = runs[runs.count - 1].range.upperBound
    if let whole = combine(runs) {
      numerals.append(whole)
    } else {
      for run in runs {
        guard let value = run.value else { continue }
        numerals.append(
          Numeral(
            range: run.range, number: ExactNumber(value), digits: run.count, hasSeparator: false))
      }
    }
    return end
  }

  private func readRun(
    _ start: Int, _ separator: UInt32, _ limit: Int, _ bytes: Span<UInt8>
  ) -> Run {
    var at = start
    var value: Int64 = 0
    var count = 0
    while at < limit {
      let scalar = bytes.scalar(at: at)
      if let digit = decimalDigit(scalar.value) {
        value = value &* 10 &+ Int64(digit)
        count += 1
      } else if !(scalar.value == 0x0640 || isInvisible(scalar.value)) {
        break
      }
      at += scalar.length
    }
    return Run(
      range: start..<at, value: count <= Self.mostDigits ? value : nil, count: count,
      separator: separator)
  }

  /// The digits after a separator that follows at once.
  private func next(after run: Run, _ limit: Int, _ bytes: Span<UInt8>) -> Run? {
    let at = run.range.upperBound
    guard at < limit else { return nil }
    let separator = bytes.scalar(at: at)
    let start = at + separator.length
    guard start < limit, isSeparator(separator.value),
      decimalDigit(bytes.scalar(at: start).value) != nil
    else { return nil }
    let next = readRun(start, separator.value, limit, bytes)
    if isSpace(separator.value), next.count != 3 { return nil }
    // An Arabic comma with a space is punctuation, and without one it parts thousands or decimals.
    return next
  }

  private func combine(_ runs: [Run]) -> Numeral? {
    guard let first = runs.first, let last = runs.last, let lead = first.value else { return nil }
    if runs.count == 1 {
      return Numeral(
        range: first.range, number: ExactNumber(lead), digits: first.count, hasSeparator: false)
    }
    let range = first.range.lowerBound..<last.range.upperBound
    let hasDecimals = isDecimal(last, after: runs)
    let groups = hasDecimals ? runs[1..<(runs.count - 1)] : runs[1...]
    guard groups.allSatisfy({ $0.count == 3 && $0.separator == groups.first?.separator }),
      groups.isEmpty || (1...3).contains(first.count),
      !hasDecimals || groups.first?.separator != last.separator
    else { return nil }
    var digits = first.count
    var value: Int64 = lead
    for group in groups {
      value = value &* 1000 &+ (group.value ?? 0)
      digits += 3
    }
    guard digits <= Self.mostDigits else { return nil }
    var number: ExactNumber? = ExactNumber(value)
    if hasDecimals {
      guard let decimals = last.value, digits + last.count <= Self.mostDigits else { return nil }
      var scale: Int64 = 1
      for _ in 0..<last.count { scale &*= 10 }
      number = ExactNumber(value &* scale &+ decimals, over: scale)
    }
    return number.map { Numeral(range: range, number: $0, digits: digits, hasSeparator: true) }
  }

  /// Whether the last group of digits are decimals.
  private func isDecimal(_ last: Run, after runs: [Run]) -> Bool {
    switch last.separator {
    case 0x066B: return true
    case 0x066C, 0x27, 0x2019: return false
    default: break
    }
    if isSpace(last.separator) { return false }
    if runs.count > 2 { return runs[1].separator != last.separator }
    if last.count != 3 { return true }
    // 0.125 and 1234.567 are not grouped.
    if runs[0].value == 0 || runs[0].count > 3 { return true }
    return last.separator == 0x2E && language == .english
  }

  private func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x27, 0x2019, 0x060C, 0x066B, 0x066C: true
    default: isSpace(scalar)
    }
  }

  private func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0xA0 || scalar == 0x2009 || scalar == 0x202F
  }

  private func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0x200E || scalar == 0x200F || scalar == 0x061C
  }
}

/// A decimal digit's value in any script Unicode has digits for; nil for all else.
func decimalDigit(_ scalar: UInt32) -> UInt32? {
  if let digit = digitValue(scalar) { return digit }
  // The first digits besides those are N'Ko's.
  guard scalar >= 0x07C0, let scalar = Unicode.Scalar(scalar) else { return nil }
  return Properties.decimalDigit(of: scalar)
}

/// The value of a fraction in one scalar, ½.
func vulgarFraction(_ scalar: UInt32) -> ExactNumber? {
  guard (0xBC...0xBE).contains(scalar) || (0x2153...0x215E).contains(scalar) else { return nil }
  let fraction: (Int64, Int64)
  switch scalar {
  case 0xBC: fraction = (1, 4)
  case 0xBD: fraction = (1, 2)
  case 0xBE: fraction = (3, 4)
  case 0x2153: fraction = (1, 3)
  case 0x2154: fraction = (2, 3)
  case 0x2155: fraction = (1, 5)
  case 0x2156: fraction = (2, 5)
  case 0x2157: fraction = (3, 5)
  case 0x2158: fraction = (4, 5)
  case 0x2159: fraction = (1, 6)
  case 0x215A: fraction = (5, 6)
  case 0x215B: fraction = (1, 8)
  case 0x215C: fraction = (3, 8)
  case 0x215D: fraction = (5, 8)
  case 0x215E: fraction = (7, 8)
  default: return nil
  }
  return ExactNumber(fraction.0, over: fraction.1)
}
