import ArgumentParser
import Embedding
import Interchange
import Workbench

struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tell which sentence encoder is installed, and check that it is whole.",
    usage: "dragoman model info [--format text|json]",
    discussion: """
      Every byte of the file is checked. Exit status: 0 it is installed and whole; 66 none is \
      installed; 65 it is damaged.

      With --format json, an object: path, version, bytes, source, licence, checksum ("ok").
      """)

  @Option(help: "Output format.")
  var format: ModelFormat = .text

  func run() throws {
    let info = try ModelInfo(modelAt: try ModelCommand.path())
    var output = try FileOutput(path: nil)
    try format.write(
      ModelReport(
        path: info.path, version: info.version, bytes: info.size, source: ModelSource.address,
        licence: ModelSource.licence), to: &output)
    try output.finish()
  }
}

extension ModelFormat: ExpressibleByArgument {}
