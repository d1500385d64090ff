import ArgumentParser
import Text

struct BidiVisual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visual",
    abstract: "Write text in the order it is displayed in, for terminals without bidi.",
    usage: "dragoman bidi visual [<input> ...] [options]",
    discussion: """
      Brackets are mirrored, marks follow their letters, and bidi controls go once they have done \
      their work (UAX #9). Use it for looking at, not for keeping: what it writes is no longer text \
      that can be searched.
      """)

  @OptionGroup var texts: BidiInputs

  @OptionGroup var direction: DirectionOptions

  @Flag(help: "Give letters the forms they have beside their neighbours, lam-alef one form.")
  var shape = false

  @Option(
    help: ArgumentHelp(
      "Wrap lines at this many columns before they are reordered.", valueName: "columns"))
  var width: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width must be at least 1.") }
  }

  func run() throws {
    var visual = try VisualText(rule: direction.rule, isShaped: shape, width: width)
    try texts.rewriteLines(of: self, common) { try visual.visual($0) }
  }
}
