import ArgumentParser
import Interchange
import Terminology
import Text
import Workbench

/// How input is read and where output goes, alike in every verb.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Encoding of the input texts, such as windows-1256 or iso-8859-6.",
      valueName: "name"))
  var encoding: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  func load(_ path: String) throws -> Document {
    try TextInput(path: path, encoding: encoding).load()
  }

  /// Whether a person sees the results as they are written.
  var isOnTerminal: Bool { output == nil && Terminal.isOutput }

  func say(_ line: String) {
    if !quiet { Terminal.say(line) }
  }

  /// The format asked for, or the one the output file's name ends in.
  func format<Format: RawRepresentable<String>>(_ chosen: Format?) -> Format? {
    if let chosen { return chosen }
    guard let output, let dot = output.lastIndex(of: ".") else { return nil }
    return Format(rawValue: output[output.index(after: dot)...].lowercased())
  }
}

/// The source and the translation.
struct PairArguments: ParsableArguments {
  @Argument(help: "The Arabic text; - for standard input.")
  var source: String

  @Argument(help: "Its English translation; - for standard input.")
  var target: String

  @Flag(help: "Both inputs have one sentence a line already.")
  var segmented = false

  func validate() throws {
    if source == "-", target == "-" {
      throw ValidationError("Only one of the two texts can be standard input.")
    }
  }
}

extension Language: ExpressibleByArgument {}
extension SegmentTexts.Unit: ExpressibleByArgument {}
extension SegmentFormat: ExpressibleByArgument {}
extension FindingsFormat: ExpressibleByArgument {}
