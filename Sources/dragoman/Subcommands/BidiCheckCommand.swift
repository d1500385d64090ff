import ArgumentParser
import Interchange
import Text
import Workbench

struct BidiCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what makes the order of display doubtful.",
    usage: "dragoman bidi check [<input> ...] [options]",
    discussion: """
      Errors, for which text may be shown as something it does not say (UTS #55, \
      CVE-2021-42574):
        unclosed           a control that is not closed in its line
        unmatched          a PDF or PDI that closes nothing
        override           LRO or RLO, which force letters out of their order
        order-changed      an embedding or isolate without which the text would be
                           read in another order
      An isolate that agrees with the letters in it keeps a field together, and is not reported \
      without --strict.

      Warnings, for which text may be shown or found badly:
        stray-mark         an LRM, RLM or ALM that changes nothing, or is doubled
        base-direction     a line that is shown in a direction not its language's
                           where its first letter decides
        presentation-form  letters written as presentation forms, once a line
        zero-width         an invisible character between two Arabic letters

      A finding is a line: file:line:column: rule: what; what to do. Columns count Unicode scalars. \
      Exit status 1 means there are findings.

      With --format json, an object with findings (file, line, column, start and end in UTF-8 \
      bytes, rule, severity, what, advice), errors and warnings (their numbers).
      """)

  @OptionGroup var texts: BidiInputs

  @OptionGroup var direction: DirectionOptions

  @Flag(help: "Report every control that changes the order, whatever it is good for.")
  var strict = false

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: FindingsFormat?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var check = try BidiCheck(rule: direction.rule, isStrict: strict)
    var writer = BidiFindingsWriter(
      try common.format(format) ?? .text, hasIsolates: common.isOnTerminal)
    var output = try common.openOutput()
    try texts.forEachDocument(of: self, common) { document in
      writer.write(try check.check(document), of: document, to: &output)
    }
    try writer.finish(to: &output)
    // A reader that has seen enough does not undo what was found.
    do { try output.finish() } catch { if error != .closedPipe { throw error } }
    common.say(summary(writer.counts))
    if !writer.counts.isEmpty { throw ExitCode.findings }
  }

  private func summary(_ counts: [BidiFinding.Rule: Int]) -> String {
    let total = counts.values.reduce(0, +)
    if total == 0 { return "no findings" }
    let byRule = BidiFinding.Rule.allCases.compactMap { rule in
      counts[rule].map { "\($0) \(rule.rawValue)" }
    }
    return "\(total) finding\(total == 1 ? "" : "s"): " + byRule.joined(separator: ", ")
  }
}
