import ArgumentParser
import Compliance
import Interchange
import Text
import Workbench

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a translation against a glossary.",
    usage: "dragoman check <source> <target> --glossary <path> [options]",
    discussion: """
      Aligns the two texts and reports, for each bead:
        term-missing       a term of the source that no accepted rendering translates
        term-forbidden     a rendering the glossary forbids for a term of the source
        term-inconsistent  a term rendered in one way here and in another elsewhere

      Any rendering the glossary accepts will do, and the longest term wins: a finding about \
      "prime minister" is not one about "minister". In a bead of less than 50 % confidence \
      nothing is said to be missing. Exit status 1 means there are findings.

      With --format json, an object with findings (rule, concept, domain, expected, \
      found where a rendering is at fault, reason, note, confidence of the bead, and source and target each with file, line, column, \
      start and end in UTF-8 bytes, text), beads, terms, untranslated_sentences, doubtful_beads.
      """)

  @OptionGroup var pair: PairArguments

  @Option(
    help: ArgumentHelp(
      "A glossary: a .csv file or a folder of them; may be given more than once.",
      valueName: "path"))
  var glossary: [String]

  @OptionGroup var encoder: ModelOption

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: FindingsFormat?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let format: FindingsFormat = try common.format(self.format) ?? .text
    let glossary = try GlossaryInput(paths: glossary, encoding: common.encoding).load()
    let (report, bitext) = try CheckTexts(
      termbase: glossary.termbase,
      encoder: encoder.load { common.say("dragoman: \($0)") }
    ).check(
      common.load(pair.source, lineBreaks: pair.form.lineBreaks),
      common.load(pair.target, lineBreaks: pair.form.lineBreaks), isSegmented: pair.form.segmented)
    var output = try common.openOutput()
    try format.write(
      report, of: bitext, hasIsolates: common.isOnTerminal, to: &output)
    // A reader that has seen enough does not undo what was found.
    do { try output.finish() } catch { if error != .closedPipe { throw error } }
    common.say(summary(report, bitext))
    if let leftOut = glossary.leftOut { throw leftOut }
    if !report.findings.isEmpty { throw ExitCode.findings }
  }

  private func summary(_ report: Report, _ bitext: Bitext) -> String {
    let byRule = Finding.Rule.allCases.compactMap { rule -> String? in
      let count = report.findings.count { $0.rule == rule }
      return count == 0 ? nil : "\(count) \(rule.rawValue)"
    }
    var parts = [
      report.findings.isEmpty
        ? "no findings"
        : "\(counted(report.findings.count, "finding")): " + byRule.joined(separator: ", ")
    ]
    parts.append(
      "\(counted(report.terms, "term")) checked in \(counted(bitext.beads.count, "bead"))")
    if report.untranslated > 0 {
      parts.append(
        "\(counted(report.untranslated, "source sentence")) without a translation not checked")
    }
    if report.doubtful > 0 {
      parts.append("\(counted(report.doubtful, "bead")) too doubtful to miss a term in")
    }
    return parts.joined(separator: "; ")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
