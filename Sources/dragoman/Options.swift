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
      "Encoding of input that is not UTF-8, such as windows-1256 or iso-8859-6.",
      valueName: "name"))
  var encoding: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  func input(_ path: String) -> TextInput { TextInput(path: path, encoding: encoding) }

  func load(_ path: String, lineBreaks: LineBreaks = .endParagraphs) throws -> Document {
    try input(path).load(lineBreaks: lineBreaks)
  }

  /// Whether a person sees the results as they are written.
  var isOnTerminal: Bool { !isFile && Terminal.isOutput }

  var isFile: Bool { output != nil && output != "-" }

  func say(_ line: String) {
    if !quiet { Terminal.say(line) }
  }

  /// A bar for work that takes long, where a person sees it and it does not run into results.
  func progress() -> ProgressBar? {
    quiet || !Terminal.isErrors
      ? nil : ProgressBar(columns: Terminal.columns) { Terminal.put($0) }
  }

  /// Where results go; `-` is standard output here too.
  func openOutput() throws -> FileOutput {
    try FileOutput(path: output == "-" ? nil : output)
  }

  /// The format asked for, or the one the output file's name ends in; nil to leave it to the verb.
  func format<Format: RawRepresentable<String> & CaseIterable>(_ chosen: Format?) throws -> Format?
  {
    if let chosen { return chosen }
    let name = output?.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    if let format = Format(rawValue: ending) { return format }
    if ending == "txt" { return nil }
    let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      "The name '\(name)' does not tell a format (\(known)); choose one with --format.")
  }
}

/// The language of a text, or the choice to tell it by the script.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case ar, en, auto

  var language: Language? { Language(rawValue: rawValue) }
}

/// How sentences are told.
struct SentenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Segmentation rules in SRX, which replace the built-in ones.", valueName: "file"))
  var srx: String?

  /// Reads the rules, if any; what is given back has those of each language.
  func load(_ common: CommonOptions) throws -> (Language) throws -> SRXRules? {
    guard let srx else { return { _ in nil } }
    let input = common.input(srx)
    let file = try SRXReader.read(input.bytes(), name: input.name)
    return { try file.rules(for: $0.rawValue) }
  }
}

/// What the line breaks of a text are.
struct WrappingOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Whether lines are broken where they were full; by default the text shows it.")
  var wrap: Bool?

  var lineBreaks: LineBreaks {
    switch wrap {
    case nil: .detect
    case true?: .wrap
    case false?: .endParagraphs
    }
  }
}

/// How the lines of two texts are read.
struct PairForm: ParsableArguments {
  @Flag(help: "Both inputs have one sentence a line already.")
  var segmented = false

  @OptionGroup var wrapping: WrappingOptions

  /// With one sentence a line, no line is a part of one.
  var lineBreaks: LineBreaks { segmented ? .endParagraphs : wrapping.lineBreaks }

  func validate() throws {
    if segmented, wrapping.wrap == true {
      throw ValidationError("With --segmented every line is a sentence; leave out --wrap.")
    }
  }
}

/// The source and the translation.
struct PairArguments: ParsableArguments {
  @Argument(help: "The Arabic text; - for standard input.")
  var source: String

  @Argument(help: "Its English translation; - for standard input.")
  var target: String

  @OptionGroup var form: PairForm

  func validate() throws { try checkOneStandardInput(source, target) }
}

/// Refuses two inputs from one stream.
func checkOneStandardInput(_ inputs: String...) throws {
  if inputs.count(where: { $0 == "-" }) > 1 {
    throw ValidationError("Only one input can be standard input.")
  }
}

extension Language: ExpressibleByArgument {}
extension SegmentTexts.Unit: ExpressibleByArgument {}
extension SegmentFormat: ExpressibleByArgument {}
extension EvaluationFormat: ExpressibleByArgument {}
extension FindingsFormat: ExpressibleByArgument {}
