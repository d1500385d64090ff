import Foundation
import TestSupport
import Testing
import Text

/// Worked examples of text in two directions, each with what a reader must see.
@Suite struct BidiExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let base: String
    let input: String
    let expected: String

    init(_ id: String, _ kind: String, _ base: String, _ input: String, _ expected: String) {
      self.id = id
      self.kind = kind
      self.base = base
      self.input = input
      self.expected = expected
    }

    var testDescription: String { id }

    var rule: BaseRule {
      switch base {
      case "rtl": .given(.rightToLeft)
      case "ltr": .given(.leftToRight)
      case "auto": .firstStrong
      default: .language(nil)
      }
    }
  }

  static let examples = [
    Example("v01", "visual", "rtl", "التقى Obama بوتين", "نيتوب Obama ىقتلا"),
    Example("v02", "visual", "rtl", "في 5/11/2015 قال", "لاق 5/11/2015 يف"),
    Example("v03", "visual", "rtl", "موسكو 15-8 (اف ب)", "(ب فا) 8-15 وكسوم"),
    Example("v04", "visual", "rtl", "بنسبة 10% فقط", "طقف %10 ةبسنب"),
    Example("v05", "visual", "rtl", "لغة C++ سهلة", "ةلهس ++C ةغل"),
    Example("v06", "visual", "rtl", "لغة C++\u{200E} سهلة", "ةلهس C++ ةغل"),
    Example("v07", "visual", "rtl", "قال (جدًا) ثم", "مث (ادًج) لاق"),
    Example("v08", "visual", "rtl", "«الصمت» ١٨٩٤-١٩٦٢", "١٩٦٢-١٨٩٤ «تمصلا»"),
    Example("v09", "visual", "auto", "CNN: قالت موسكو", "CNN: وكسوم تلاق"),
    Example("v10", "visual", "-", "CNN: قالت موسكو", "وكسوم تلاق :CNN"),
    Example("v11", "visual", "ltr", "1. بوتين 2016 أوباما | Putin", "1. امابوأ 2016 نيتوب | Putin"),
    Example(
      "v12", "visual", "ltr", "1. \u{2068}بوتين\u{2069} 2016 \u{2068}أوباما\u{2069} | Putin",
      "1. نيتوب 2016 امابوأ | Putin"),
    Example(
      "v13", "visual", "-", "\"بوتين مقتنع\" — Putin is convinced.",
      "\"عنتقم نيتوب\" — Putin is convinced."),
    Example("v14", "visual", "rtl", "»داعش«", "»شعاد«"),
    Example("v15", "visual", "rtl", "هاتف +963 11 445 الآن", "نآلا 445 11 963+ فتاه"),
    Example(
      "v16", "visual", "rtl", "هاتف \u{2066}+963 11 445\u{2069} الآن", "نآلا +963 11 445 فتاه"),
    Example(
      "m01", "check", "-",
      "if access_level != \"user\u{202E} \u{2066}// Check if admin\u{2069} \u{2066}\" {",
      "override@24 unclosed@24 unclosed@46"),
    Example("m02", "check", "-", "قال \u{2069}بوتين", "unmatched@4"),
    Example("m03", "check", "-", "\u{202B}قال\u{2069} بوتين\u{202C}", "unmatched@4"),
    Example("m04", "repair", "-", "ﺔﻴﺑﺮﻌﻟﺍ ﺔﻐﻠﻟﺍ", "اللغة العربية"),
    Example("m05", "repair", "-", "ﻡﻼﺴﻟﺍ", "السلام"),
    Example("m06", "repair", "-", "ةيبرعلا ةغللا 123", "123 اللغة العربية"),
    Example("m07", "repair", "-", "ﻛﺘﺎﺏ ﻻ ﷲ", "كتاب لا الله"),
    Example("m08", "compose", "-", "أوباما", "Meeting with \u{2068}أوباما\u{2069}: 3 points"),
  ]

  @Test(arguments: examples)
  func example(_ example: Example) throws {
    #expect(try Self.result(example) == example.expected)
  }

  /// What Dragoman makes of an example's input.
  static func result(_ example: Example) throws -> String {
    let document = Document(name: "t", text: example.input)
    switch example.kind {
    case "visual":
      var visual = try VisualText(rule: example.rule, isShaped: false, width: nil)
      return String(decoding: try visual.visual(document), as: UTF8.self)
    case "repair":
      return String(decoding: try RepairText().repair(document).text, as: UTF8.self)
    case "compose":
      return "Meeting with \(visibleField(example.input, isIsolated: true)): 3 points"
    default:
      var check = try BidiCheck(rule: example.rule)
      return try check.check(document).map {
        let before = document.string(0..<$0.range.lowerBound)
        return "\($0.rule.rawValue)@\(before.unicodeScalars.count)"
      }.joined(separator: " ")
    }
  }

  /// The rows of a file of examples with the same columns, for a machine that has one.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["DRAGOMAN_BIDI_EXAMPLES"] != nil,
      "DRAGOMAN_BIDI_EXAMPLES names no file of examples"))
  func examplesOfAFile() throws {
    let path = try #require(ProcessInfo.processInfo.environment["DRAGOMAN_BIDI_EXAMPLES"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var rows = 0
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        Self.unescaped(String($0))
      }
      guard fields.count >= 5 else { continue }
      let kind = fields[1] == "normalise" ? "repair" : fields[1]
      guard kind == "visual" || kind == "repair" else { continue }
      let example = Example(fields[0], kind, fields[2], fields[3], fields[4])
      #expect(try Self.result(example) == example.expected, "\(example.id)")
      rows += 1
    }
    #expect(rows > 0)
  }

  /// `\u2069` and the like as characters.
  private static func unescaped(_ text: String) -> String {
    var parts = text.components(separatedBy: "\\u")
    for index in parts.indices.dropFirst() {
      guard let scalar = UInt32(parts[index].prefix(4), radix: 16).flatMap(Unicode.Scalar.init)
      else { continue }
      parts[index] = String(scalar) + parts[index].dropFirst(4)
    }
    return parts.joined()
  }
}
