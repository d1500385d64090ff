import ArgumentParser

@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman-train",
    abstract: "Fit what Dragoman knows to data.",
    subcommands: [TrainAligner.self, TrainNames.self])
}
