import ArgumentParser
import ICU
import Text
import Workbench

/// The verbs about text of two directions.
struct BidiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bidi",
    abstract: "Show, check and repair text that mixes right to left and left to right.",
    discussion: """
      The direction of a line comes from its language, told by its letters, and not from its first \
      strong character: an Arabic article that begins with "CNN:" is right to left all the same.
      """,
    subcommands: [
      BidiShow.self, BidiCheckCommand.self, BidiIsolate.self, BidiStrip.self, BidiRepair.self,
      BidiVisual.self,
    ])
}

/// The texts, alike in every verb about bidi.
struct BidiInputs: ParsableArguments {
  @Argument(help: "Text files; - for standard input, which is also read when none is named.")
  var inputs: [String] = []

  /// Calls `body` with each text in turn; a person who names none is shown the help.
  func forEachDocument(
    of command: some ParsableCommand, _ common: CommonOptions,
    _ body: (Document) throws -> Void
  ) throws {
    if inputs.isEmpty, Terminal.isInput { throw CleanExit.helpRequest(command) }
    for input in inputs.isEmpty ? ["-"] : inputs { try body(common.load(input)) }
  }

  /// Writes what each text becomes, one after the other; a byte order mark stays at the beginning
  /// of the first only.
  func rewrite(
    of command: some ParsableCommand, _ common: CommonOptions,
    _ body: (Document) throws -> [UInt8]
  ) throws {
    let output = try common.openOutput()
    var isFirst = true
    try forEachDocument(of: command, common) { document in
      write(try body(document), of: document, keepingMark: isFirst, to: output)
      isFirst = false
    }
    try output.finish()
  }

  /// The same for what takes the lines of a text by themselves: some of them at a time, so that
  /// the memory does not grow with the text.
  func rewriteLines(
    of command: some ParsableCommand, _ common: CommonOptions,
    _ body: (Document) throws -> [UInt8]
  ) throws {
    if inputs.isEmpty, Terminal.isInput { throw CleanExit.helpRequest(command) }
    let output = try common.openOutput()
    var isFirst = true
    for input in inputs.isEmpty ? ["-"] : inputs {
      var stream = try TextStream(common.input(input), lineBreaks: .endParagraphs)
      while let part = try stream.next() {
        // Within a text the same three bytes are a character.
        let keepsMark = isFirst || part.offset > 0
        write(try body(part.document), of: part.document, keepingMark: keepsMark, to: output)
        isFirst = false
      }
    }
    try output.finish()
  }

  private func write(
    _ text: [UInt8], of document: Document, keepingMark: Bool, to output: FileOutput
  ) {
    let start = keepingMark ? 0 : min(document.contentStart, text.count)
    output.write(text.span.extracting(start..<text.count))
  }
}

/// How a line's direction is decided.
struct DirectionOptions: ParsableArguments {
  enum BaseChoice: String, ExpressibleByArgument, CaseIterable {
    case rtl, ltr, auto
  }

  @Option(help: "Language of the text; auto tells it by the script, line by line.")
  var lang: LanguageChoice = .auto

  @Option(
    help: "Direction of every line, whatever its language; auto is by its first strong character.")
  var base: BaseChoice?

  func validate() throws {
    if base != nil, lang != .auto {
      throw ValidationError("Give the direction by --lang or by --base, not by both.")
    }
  }

  var rule: BaseRule {
    switch base {
    case .rtl: .given(.rightToLeft)
    case .ltr: .given(.leftToRight)
    case .auto: .firstStrong
    case nil: .language(lang.language)
    }
  }
}
