import Alignment
import ArgumentParser
import Interchange
import Text
import Workbench

struct EvaluateAlign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Measure alignments against gold ones.",
    usage: "dragoman evaluate align <gold> <test> [options]",
    discussion: """
      The gold has a bead a line, [0]:[0, 1], sentences counted from 0; the test is a file of \
      align as links, jsonl or tsv, or any aligner's file of links. Two folders are compared by \
      document: NAME.gold with NAME.links, .jsonl, .tsv or .out, the counts pooled.

      Precision is over all beads found, recall over the gold's beads that have both sides. \
      Strict counts the beads that gold has exactly, lax those that share a link with gold \
      (Thompson and Koehn 2019, 4.2). The table by type counts exact beads. Where beads have a \
      confidence, a table shows whether they are right as often as it says; the expected \
      calibration error is the mean distance of the two, weighted by beads.

      --mistakes lists the first places where the two differ: + is found and not in the gold, \
      - is in the gold and not found; with confidence and texts where the test has them.

      With --format json, an object with documents, beads, gold_beads, strict and lax (each with \
      precision, recall, f1), types (type, gold, found, right, precision, recall), reliability \
      (bins with from, to, beads, mean confidence, share right; expected_calibration_error) and, \
      asked for, mistakes.
      """)

  @Argument(help: "The gold alignment, or a folder of NAME.gold files.")
  var gold: String

  @Argument(help: "The alignment to measure, or a folder of such; - for standard input.")
  var test: String

  @Option(
    name: .customLong("extension"),
    help: ArgumentHelp("What the names of the test's files in a folder end in.", valueName: "ext"))
  var ending: String?

  @Option(help: ArgumentHelp("List the first mistakes too.", valueName: "count"))
  var mistakes: Int = 0

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: EvaluationFormat?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if mistakes < 0 { throw ValidationError("--mistakes cannot be below 0.") }
    try checkOneStandardInput(gold, test)
  }

  func run() throws {
    let format = try common.format(format) ?? .text
    var evaluation = AlignmentEvaluation()
    for pair in try pairedFiles(gold, test, ending: ending) {
      evaluation.add(
        try readBeads(common.load(pair.test)), against: try readLinks(common.load(pair.gold)),
        document: pair.name, keepingMistakes: mistakes)
    }
    var output = try common.openOutput()
    try format.write(evaluation, hasIsolates: common.isOnTerminal, to: &output)
    try output.finish()
  }
}
