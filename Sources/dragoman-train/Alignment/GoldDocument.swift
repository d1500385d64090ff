import Interchange
import Text
import Workbench

/// A text, its translation, one sentence a line each, and the beads that link them.
struct GoldDocument: Sendable {
  let name: String
  let source: SegmentedText
  let target: SegmentedText
  let gold: [Link]

  /// Reads `NAME.ar`, `NAME.en` and `NAME.gold`.
  init(path: String) throws {
    func document(_ ending: String) throws -> Document {
      try TextInput(path: "\(path).\(ending)", encoding: nil).load(lineBreaks: .endParagraphs)
    }
    name = path
    source = try SegmentedText(document("ar"), language: .arabic, isSegmented: true)
    target = try SegmentedText(document("en"), language: .english, isSegmented: true)
    gold = try readLinks(document("gold"))
  }

  init(name: String, source: [String], target: [String], gold: [Link]) throws {
    func text(_ lines: [String], _ language: Language) throws -> SegmentedText {
      try SegmentedText(
        Document(name: name, text: lines.joined(separator: "\n")), language: language,
        isSegmented: true)
    }
    self.name = name
    self.source = try text(source, .arabic)
    self.target = try text(target, .english)
    self.gold = gold
  }
}
