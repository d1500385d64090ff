import ArgumentParser
import Interchange
import Text
import Workbench

struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cut texts into paragraphs, sentences, words or clitics; find numbers and dates.",
    usage: "dragoman segment [<input> ...] [options]",
    discussion: """
      A piece a line, with an empty line between paragraphs, or between the sentences of words. A \
      line break ends a paragraph, unless the text is hard-wrapped: broken where lines were full.

      --unit clitic divides words as Universal Dependencies does: و ف, ب ل ك, س and the pronouns \
      are segments, the article is not; in English n't, 'll, 's and the like. --unit number and \
      date find what is written in digits or words, in either language, with its value.

      --fold writes the pieces as they are compared: shapes drops vowel marks, tatweel and \
      invisible controls and unifies presentation forms, Persian letters, digits and Latin case; \
      alef also writes أ إ آ ٱ as ا and ى as ي; carriers also ة as ه, ؤ as و, ئ as ي.

      tsv: of words divided, the word and its segments joined by +; of numbers and dates, text, \
      value, unit, kind; of other pieces start, end (UTF-8 bytes of the file), text.
      jsonl: one object a piece: file, group (the number of a sentence's paragraph, or of a word's \
      sentence), start, end, text; folded with --fold; segments with start, end, text, kind and, \
      where a stem's spelling changed, its dictionary form; kind, value, unit, approximate and \
      doubtful of numbers and dates. A range is 15..20, a date follows ISO 8601: 2016-08-15, \
      --08-15 without a year, T15:30, W1 for Monday; AH before an Islamic date, with the days it \
      may be.
      """)

  @Argument(help: "Text files; - for standard input, which is also read when none is named.")
  var inputs: [String] = []

  @Option(help: "Language of the text; auto tells it by the script, paragraph by paragraph.")
  var lang: LanguageChoice = .auto

  @Option(help: "What to cut the text into.")
  var unit: SegmentTexts.Unit = .sentence

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: SegmentFormat?

  @Option(
    help: ArgumentHelp(
      "Fold the pieces: 1 or shapes, 2 or alef, 3 or carriers.", valueName: "level"))
  var fold: FoldingChoice?

  @OptionGroup var sentences: SentenceOptions

  @OptionGroup var wrapping: WrappingOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    if inputs.isEmpty, Terminal.isInput { throw CleanExit.helpRequest(self) }
    var segmenter = SegmentTexts(
      language: lang.language, unit: unit, rules: try sentences.load(common))
    var writer = SegmentWriter(try common.format(format) ?? .text, folding: fold?.level)
    var output = try common.openOutput()
    var pieces = Pieces()
    for input in inputs.isEmpty ? ["-"] : inputs {
      var stream = try TextStream(
        common.input(input), lineBreaks: wrapping.lineBreaks, longestParagraph: 1 << 22)
      while let part = try stream.next() {
        if part.continuesParagraph { segmenter.continueParagraph() }
        for paragraph in part.document.paragraphs {
          try segmenter.segment(paragraph, of: part.document, into: &pieces)
          try writer.write(pieces, of: part.document, offset: part.offset, to: &output)
        }
      }
    }
    try output.finish()
  }
}

extension FoldingLevel {
  /// The names a level goes by on the command line.
  static let names: [(name: String, level: FoldingLevel)] = [
    ("shapes", .shapes), ("alef", .alef), ("carriers", .carriers),
  ]
}

/// A folding level by its name or number.
struct FoldingChoice: ExpressibleByArgument {
  let level: FoldingLevel

  init?(argument: String) {
    let named = FoldingLevel.names.first { $0.name == argument }?.level
    guard let level = named ?? Int(argument).flatMap(FoldingLevel.init(rawValue:)) else {
      return nil
    }
    self.level = level
  }

  static var allValueStrings: [String] { FoldingLevel.names.map(\.name) }
}
