import TestSupport
import Testing

@testable import Text

/// Numbers spelled out by a speller of its own here, and read back.
@Suite struct SpelledNumberTests {
  @Test func everyNumberBelowTwoThousandIsRead() throws {
    try check(Array(0..<2_000))
  }

  @Test func numbersUpToAMillionAreRead() throws {
    var generator = Generator(seed: 11)
    var sample = (0..<1_500).map { _ in Int.random(in: 2_000...1_000_000, using: &generator) }
    // Where the form of what is counted changes.
    for thousands in [1, 2, 3, 10, 11, 12, 20, 21, 99, 100, 101, 102, 103, 111, 200, 300, 999] {
      for rest in [0, 1, 2, 3, 10, 11, 20, 99, 100, 200, 201, 310] {
        sample.append(thousands * 1_000 + rest)
      }
    }
    try check(sample + [1_000_000, 2_000_000, 3_500_000, 11_000_042])
  }

  private func check(_ numbers: [Int]) throws {
    for isFeminine in [false, true] {
      for nominative in [true, false] {
        let speller = ArabicSpeller(isFeminine: isFeminine, isNominative: nominative)
        try check(numbers, .arabic) { speller.spell($0) }
      }
    }
    for hasAnd in [false, true] {
      let speller = EnglishSpeller(hasAnd: hasAnd)
      try check(numbers, .english) { speller.spell($0) }
    }
  }

  private func check(
    _ numbers: [Int], _ language: Language, _ spell: (Int) -> String
  ) throws {
    let text = numbers.map(spell).joined(separator: "\n")
    let document = Document(name: "t", text: text)
    let segmented = try SegmentedText(document, language: language, isSegmented: true)
    let finder = NumberFinder(language)
    for (number, tokens) in zip(numbers, try segmented.tokens()) {
      var found: [Quantity] = []
      finder.find(in: tokens, of: document.bytes.span, into: &found)
      #expect(found.map(\.value) == [ExactNumber(Int64(number))], "\(number): \(spell(number))")
      if let range = found.first?.range {
        #expect(document.string(range) == spell(number))
      }
    }
  }
}

/// Writes numbers as Arabic grammar has them, for something counted of either gender.
///
/// Three to ten take the gender opposite to what they count, one and two its own; the parts of
/// teens agree as they do; دual and tens have a case; ألف and مليون, being masculine, are counted
/// as such.
private struct ArabicSpeller {
  let isFeminine: Bool
  let isNominative: Bool

  func spell(_ number: Int) -> String {
    if number == 0 { return "صفر" }
    var parts: [String] = []
    let millions = number / 1_000_000
    if millions > 0 { parts.append(scale(millions, "مليون", "ملايين")) }
    let thousands = number / 1_000 % 1_000
    if thousands > 0 { parts.append(scale(thousands, "ألف", "آلاف")) }
    if number % 1_000 > 0 { parts.append(group(number % 1_000, isFeminine: isFeminine)) }
    return parts.joined(separator: " و")
  }

  /// One and two in the noun itself, three to ten before its plural, the accusative after eleven to
  /// ninety-nine, the singular after hundreds.
  private func scale(_ count: Int, _ singular: String, _ plural: String) -> String {
    let rest = count % 100
    if count == 1 { return singular }
    if count == 2 { return singular + (isNominative ? "ان" : "ين") }
    let noun: String
    switch rest {
    case 3...10: noun = plural
    case 11...99: noun = singular + "ا"
    default: noun = singular
    }
    if rest == 1 || rest == 2 {
      // مئة ألف وألف
      let hundreds = group(count - rest, isFeminine: false) + " " + singular
      return hundreds + " و" + scale(rest, singular, plural)
    }
    var words = group(count, isFeminine: false)
    // Before what they count مئتان and its like lose their ن.
    if rest == 0, count / 100 == 2 { words = isNominative ? "مئتا" : "مئتي" }
    return words + " " + noun
  }

  private func group(_ number: Int, isFeminine: Bool) -> String {
    var parts: [String] = []
    switch number / 100 {
    case 0: break
    case 1: parts.append("مئة")
    case 2: parts.append(isNominative ? "مئتان" : "مئتين")
    case let hundreds: parts.append(Self.stems[hundreds] + "مئة")
    }
    let rest = number % 100
    switch rest {
    case 0: break
    case 1...10: parts.append(unit(rest, isFeminine: isFeminine))
    case 11: parts.append(isFeminine ? "إحدى عشرة" : "أحد عشر")
    case 12:
      let two = isFeminine ? (isNominative ? "اثنتا" : "اثنتي") : (isNominative ? "اثنا" : "اثني")
      parts.append(two + (isFeminine ? " عشرة" : " عشر"))
    case 13...19:
      parts.append(unit(rest - 10, isFeminine: isFeminine) + (isFeminine ? " عشرة" : " عشر"))
    default:
      let ending = isNominative ? "ون" : "ين"
      if rest % 10 == 1, isFeminine {
        parts.append("إحدى")
      } else if rest % 10 > 0 {
        parts.append(unit(rest % 10, isFeminine: isFeminine))
      }
      parts.append((rest / 10 == 2 ? "عشر" : Self.tens[rest / 10]) + ending)
    }
    return parts.joined(separator: " و")
  }

  private func unit(_ number: Int, isFeminine: Bool) -> String {
    switch number {
    case 1: return isFeminine ? "واحدة" : "واحد"
    case 2:
      let stem = isFeminine ? "اثنت" : "اثن"
      return stem + (isNominative ? "ان" : "ين")
    case 8: return isFeminine ? "ثماني" : "ثمانية"
    case 10: return isFeminine ? "عشر" : "عشرة"
    default: return Self.stems[number] + (isFeminine ? "" : "ة")
    }
  }

  private static let stems = [
    "", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع",
  ]
  private static let tens = [
    "", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع",
  ]
}

/// Writes numbers in English, with "and" before tens and units as in Britain or without.
private struct EnglishSpeller {
  let hasAnd: Bool

  func spell(_ number: Int) -> String {
    if number == 0 { return "zero" }
    var words: [String] = []
    if number >= 1_000_000 { words.append(group(number / 1_000_000) + " million") }
    let thousands = number / 1_000 % 1_000
    if thousands > 0 { words.append(group(thousands) + " thousand") }
    let rest = number % 1_000
    if rest > 0 {
      words.append((hasAnd && rest < 100 && number > 1_000 ? "and " : "") + group(rest))
    }
    return words.joined(separator: " ")
  }

  private func group(_ number: Int) -> String {
    var words: [String] = []
    if number >= 100 { words.append(Self.units[number / 100] + " hundred") }
    let rest = number % 100
    if rest > 0 {
      if hasAnd, number >= 100 { words.append("and") }
      if rest < 20 {
        words.append(Self.units[rest])
      } else {
        words.append(Self.tens[rest / 10] + (rest % 10 > 0 ? "-" + Self.units[rest % 10] : ""))
      }
    }
    return words.joined(separator: " ")
  }

  private static let units = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}
