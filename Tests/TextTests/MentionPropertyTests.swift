import TestSupport
import Testing

@testable import Text

/// What holds of numbers and dates whatever the text.
@Suite struct MentionPropertyTests {
  @Test func mentionsLieInTheTextInOrderAndApart() throws {
    var generator = Generator(seed: 21)
    for _ in 0..<400 {
      try check(generator.text(length: 60))
      try check(generator.words(length: 40))
    }
  }

  @Test func anyBytesAreRead() throws {
    var generator = Generator(seed: 22)
    for _ in 0..<400 {
      try check(String(decoding: generator.bytes(length: 200), as: UTF8.self))
    }
  }

  /// The pieces come in every order, so that every grammar is cut off everywhere.
  @Test func mentionsAreTheSameWithNothingOfThemOutside() throws {
    var generator = Generator(seed: 23)
    for _ in 0..<300 {
      let document = Document(name: "t", text: generator.words(length: 12))
      for language in Language.allCases {
        for number in try mentions(document, language).numbers where number.kind == .cardinal {
          let alone = Document(name: "n", text: document.string(number.range))
          let again = try mentions(alone, language)
          #expect(
            again.dates.isEmpty == false || again.numbers.contains { $0.value == number.value })
        }
      }
    }
  }

  private func check(_ text: String) throws {
    let document = Document(name: "t", text: text)
    for language in Language.allCases {
      let found = try mentions(document, language)
      for ranges in [found.dates.map(\.range), found.numbers.map(\.range)] {
        var end = 0
        for range in ranges {
          #expect(range.lowerBound >= end && !range.isEmpty)
          end = range.upperBound
        }
        #expect(end <= document.bytes.count)
      }
      for date in found.dates {
        #expect(found.numbers.allSatisfy { !$0.range.overlaps(date.range) })
        #expect(!date.text.isEmpty)
      }
    }
  }
}

extension Generator {
  /// Text of the words numbers and dates are made of.
  fileprivate mutating func words(length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text += Self.words.randomElement(using: &self) ?? ""
      text +=
        [" ", " ", " ", " و", "-", "", "/", " ال", "،", "\n"].randomElement(using: &self) ?? ""
    }
    return text
  }

  private static let words = [
    "ثلاثة", "عشر", "عشرين", "مئة", "مئتا", "ألف", "آلاف", "ألفا", "ملايين", "مليار", "نصف",
    "أرباع",
    "الخامس", "الحادي", "من", "إلى", "بين", "في", "عام", "يوم", "الشهر", "الماضي", "آب", "أيلول",
    "كانون", "الثاني", "رمضان", "ذي", "الحجة", "هـ", "الاثنين", "أمس", "الساعة", "مساء", "مجموعة",
    "15",
    "2016", "٣٫٥", "1437", "%", "$", "(", ")", ":", "½", "000", "999999999999999999", "one",
    "twenty",
    "hundred", "thousand", "million", "and", "a", "half", "quarter", "third", "thirds", "of", "to",
    "between", "May", "August", "Monday", "th", "s", "p.m.", "in", "the", "Group", "G20", "bn",
    "BC",
    "trillion", "تريليون", "dozen", "per", "cent", "square", "km", "-", ".", ",", "قبل", "الميلاد",
  ]
}
