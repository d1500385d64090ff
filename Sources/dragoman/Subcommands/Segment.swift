import ArgumentParser
import Interchange
import Text
import Workbench

struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cut texts into paragraphs, sentences or words.",
    usage: "dragoman segment [<input> ...] [options]",
    discussion: """
      A piece a line, with an empty line between paragraphs. A line break in the text always ends \
      a sentence.

      With --format jsonl, one object a piece: file, group (the number of a sentence's paragraph, \
      or of a word's sentence), start and end (UTF-8 bytes of the file), text.
      """)

  enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case ar, en, auto
  }

  @Argument(help: "Text files; - for standard input, which is also read when none is named.")
  var inputs: [String] = []

  @Option(help: "Language of the text; auto tells it by the script, paragraph by paragraph.")
  var lang: LanguageChoice = .auto

  @Option(help: "What to cut the text into.")
  var unit: SegmentTexts.Unit = .sentence

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: SegmentFormat?

  @OptionGroup var common: CommonOptions

  func run() throws {
    if inputs.isEmpty, Terminal.isInput { throw CleanExit.helpRequest(self) }
    var segmenter = try SegmentTexts(language: Language(rawValue: lang.rawValue), unit: unit)
    var writer = SegmentWriter(try common.format(format) ?? .text)
    var output = try common.openOutput()
    for input in inputs.isEmpty ? ["-"] : inputs {
      let document = try common.load(input)
      writer.begin(document)
      try segmenter.segment(document) { piece, group in
        try writer.write(piece, group: group, to: &output)
      }
    }
    try output.finish()
  }
}
