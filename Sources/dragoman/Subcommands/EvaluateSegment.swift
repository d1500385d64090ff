import ArgumentParser
import Interchange
import Text
import Workbench

struct EvaluateSegment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Measure sentence boundaries or clitics against gold data.",
    usage: "dragoman evaluate segment <gold> ... [options]",
    discussion: """
      --unit sentence: gold files have one sentence a line and an empty line between documents. \
      Each document's sentences are joined by a space and cut anew; precision, recall and F1 are \
      of the boundaries, the document's end left out.

      --unit clitic: gold files have a word, a tab, and its segments joined by +, one word a line. \
      Accuracy is of whole words; a false split is a word that the gold leaves whole and Dragoman \
      does not.

      --mistakes lists the places where the two differ: ▮ is the boundary, + is found and not in \
      the gold, - is in the gold and not found.

      With --format json, an object: for sentences documents, sentences, correct, wrong, missed, \
      precision, recall, f1; for clitics words, correct, accuracy, cliticised, cliticised_correct, \
      whole, false_splits, false_split_rate.
      """)

  enum Unit: String, ExpressibleByArgument, CaseIterable {
    case sentence, clitic
  }

  @Argument(help: "Gold files; - for standard input.")
  var gold: [String]

  @Option(help: "What to measure.")
  var unit: Unit = .sentence

  @Option(help: "Language of the text; auto tells it by the script, document by document.")
  var lang: LanguageChoice = .auto

  @Option(help: ArgumentHelp("List the first mistakes too.", valueName: "count"))
  var mistakes: Int = 0

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: EvaluationFormat?

  @OptionGroup var rules: SentenceOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if mistakes < 0 { throw ValidationError("--mistakes cannot be below 0.") }
  }

  func run() throws {
    let format = try common.format(format) ?? .text
    var evaluation = BoundaryEvaluation()
    var segmenter = SegmentTexts(
      language: lang.language, unit: .sentence, rules: try rules.load(common))
    var pieces = Pieces()
    for path in gold {
      try evaluation.add(try common.load(path)) { document in
        var sentences: [Range<Int>] = []
        for paragraph in document.paragraphs {
          try segmenter.segment(paragraph, of: document, into: &pieces)
          sentences += pieces.pieces.map(\.range)
        }
        return sentences
      }
    }
    var output = try common.openOutput()
    try format.write(evaluation, mistakes: mistakes, hasIsolates: common.isOnTerminal, to: &output)
    try output.finish()
  }
}
