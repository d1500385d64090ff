import ArgumentParser
import Interchange
import Text
import Workbench

struct Align: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Align an Arabic text with its English translation, sentence by sentence.",
    usage: "dragoman align <source> <target> [options]",
    discussion: """
      On a terminal the two texts stand side by side, with each bead's type and confidence; \
      elsewhere the format is tsv.

      tsv: a header line, then source_indexes, target_indexes (from 0, joined by commas), \
      confidence, type, source, target; tab, line break and backslash in a text are \\t, \\n, \\\\.
      jsonl: one object a bead, its sentences with index, start and end (UTF-8 bytes) and text.
      tmx: TMX 1.4b, one unit a bead; a sentence left alone has one variant.
      links: a bead a line, [0]:[0, 1].
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, tsv, tmx, jsonl, links
  }

  @OptionGroup var pair: PairArguments

  @Option(
    help: ArgumentHelp(
      "A glossary whose terms help to align: a .csv file or a folder of them.", valueName: "path"))
  var glossary: [String] = []

  @Option(help: "Output format; by default what the output file's name ends in.")
  var format: Format?

  @Option(help: "When to use colour.")
  var color: ColorChoice = .auto

  @OptionGroup var common: CommonOptions

  func run() throws {
    // `out.txt` is for a person, as a terminal is.
    let isForReader = common.isOnTerminal || common.output?.lowercased().hasSuffix(".txt") == true
    let format: Format = try common.format(self.format) ?? (isForReader ? .table : .tsv)
    let termbase =
      glossary.isEmpty ? nil : try GlossaryInput(paths: glossary, encoding: common.encoding).load()
    let bitext = try AlignTexts(termbase: termbase?.termbase).align(
      common.load(pair.source, lineBreaks: pair.lineBreaks),
      common.load(pair.target, lineBreaks: pair.lineBreaks), isSegmented: pair.segmented)
    var output = try common.openOutput()
    if let machine = BitextFormat(rawValue: format.rawValue) {
      try machine.write(bitext, toolVersion: Dragoman.configuration.version, to: &output)
    } else {
      try SideBySide(
        width: Terminal.columns, hasColor: color.isOn && !common.isFile,
        hasIsolates: common.isOnTerminal
      ).write(bitext, to: &output)
    }
    try output.finish()
    if bitext.source.language == bitext.target.language {
      common.say("dragoman: both texts look \(bitext.source.language); are they a translation?")
    }
    if let leftOut = termbase?.leftOut { throw leftOut }
  }
}
