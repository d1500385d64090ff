import ArgumentParser
import Interchange
import Text

struct BidiShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the direction of each line and why, and its runs and their levels.",
    usage: "dragoman bidi show [<input> ...] [options]",
    discussion: """
      An even level is read left to right, an odd one right to left (UAX #9). Blank lines are left \
      out.

      With --format jsonl, one object a line: file, line, start and end (UTF-8 bytes of the file), \
      base (rtl or ltr), reason (language, given, first-strong, or document: the line has no \
      letters and goes with the rest), first_strong (the direction of the first strong character, \
      where there is one), levels (of each Unicode scalar, in the order of the text), runs (from \
      left to right as displayed, each with start, end, level, text).
      """)

  @OptionGroup var texts: BidiInputs

  @OptionGroup var direction: DirectionOptions

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: LayoutFormat?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var layout = try BidiLayout(rule: direction.rule)
    var writer = LayoutWriter(
      try common.format(format) ?? .text, columns: Terminal.columns,
      hasIsolates: common.isOnTerminal)
    var output = try common.openOutput()
    try texts.forEachDocument(of: self, common) { document in
      writer.begin(document)
      try layout.layOut(document) { try writer.write($0, to: &output) }
    }
    try output.finish()
  }
}

extension LayoutFormat: ExpressibleByArgument {}
