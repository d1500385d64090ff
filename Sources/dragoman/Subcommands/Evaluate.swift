import ArgumentParser

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure Dragoman's results against gold data.",
    usage: "dragoman evaluate segment <gold> ... [options]",
    subcommands: [EvaluateSegment.self])
}
