@testable import Text

/// The dates and numbers of a text taken as one sentence.
func mentions(
  _ document: Document, _ language: Language
) throws -> (dates: [DateMention], numbers: [Quantity]) {
  var dates: [DateMention] = []
  var numbers: [Quantity] = []
  let finder = DateAndNumberFinder(language)
  let text = try SegmentedText(document, language: language, isSegmented: true)
  for tokens in try text.tokens() {
    finder.find(in: tokens, of: document.bytes.span, dates: &dates, quantities: &numbers)
  }
  return (dates, numbers)
}

/// The mentions of a text in words: `3.5 year, 2/3 fraction, 1?`, and `2016-08-15, yesterday`.
///
/// - Parameter withoutDates: whether numbers in dates are left out of the numbers.
func described(
  _ text: String, _ language: Language, withoutDates: Bool = true
) throws -> (dates: String, numbers: String) {
  let document = Document(name: "t", text: text)
  var (dates, numbers) = try mentions(document, language)
  if !withoutDates {
    numbers = []
    let text = try SegmentedText(document, language: language, isSegmented: true)
    for tokens in try text.tokens() {
      NumberFinder(language).find(in: tokens, of: document.bytes.span, into: &numbers)
    }
  }
  return (
    dates.map { $0.text + ($0.isDoubtful ? "?" : "") }.joined(separator: ", "),
    numbers.map(describe).joined(separator: ", ")
  )
}

private func describe(_ number: Quantity) -> String {
  number.valueText + (number.unit.map { " " + $0.rawValue } ?? "")
    + (number.kind == .cardinal ? "" : " " + number.kind.rawValue)
    + (number.isDoubtful ? "?" : "")
}
