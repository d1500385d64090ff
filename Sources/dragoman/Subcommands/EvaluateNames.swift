import ArgumentParser
import Interchange
import Names
import Text
import Workbench

struct EvaluateNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Measure spellings of names against attested ones.",
    usage: "dragoman evaluate names <gold> ... [options]",
    discussion: """
      Gold files have a name in Arabic, a tab, and the spellings attested for it, parted by ; and \
      each with |count behind it or without, one name a line. Case, diacritics, hyphens and spaces \
      do not count.

      top 1, 5, 10: names with an attested spelling among so many; MRR: the mean of 1 divided by its \
      place; CER: letters to be changed in the first spelling, by letters of the nearest attested \
      one. The table shows whether first spellings are right as often as their probability says.

      With --format json, an object with names, top_1, top_5, top_10, mrr, character_error_rate.
      """)

  @Argument(help: "Gold files; - for standard input.")
  var gold: [String]

  @OptionGroup var hints: NameOptions

  @Option(help: ArgumentHelp("List the first mistakes too.", valueName: "count"))
  var mistakes: Int = 0

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: EvaluationFormat?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if mistakes < 0 { throw ValidationError("--mistakes cannot be below 0.") }
  }

  func run() throws {
    let format = try common.format(format) ?? .text
    let (speller, leftOut) = try hints.speller(common)
    var evaluation = NameEvaluation(mistakes: mistakes)
    for path in gold {
      let lines = NamePairLines(try common.load(path))
      for line in lines.broken {
        Terminal.say("dragoman: \(field(path)):\(line): not a name, a tab and a spelling")
      }
      let found = Threads.map(lines.entries.count) { number in
        speller.spellings(of: lines.entries[number].name, count: 20)
      }
      for (entry, spellings) in zip(lines.entries, found) {
        evaluation.add(entry.name, spellings, gold: entry.spellings)
      }
    }
    var output = try common.openOutput()
    try format.write(evaluation, hasIsolates: common.isOnTerminal, to: &output)
    try output.finish()
    if let leftOut { throw leftOut }
  }
}
