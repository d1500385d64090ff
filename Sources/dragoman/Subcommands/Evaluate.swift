import ArgumentParser

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure Dragoman's results against gold data.",
    usage: "dragoman evaluate <subcommand> <gold> ... [options]",
    subcommands: [EvaluateAlign.self, EvaluateNames.self, EvaluateSegment.self])
}
