import ArgumentParser
import Text

struct BidiStrip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strip",
    abstract: "Remove the bidi controls.",
    usage: "dragoman bidi strip [<input> ...] [options]",
    discussion: """
      Embeddings, overrides, isolates, what closes them (U+202A to U+202E, U+2066 to U+2069), and \
      the marks LRM, RLM and ALM (U+200E, U+200F, U+061C). The joiners ZWNJ and ZWJ shape letters \
      and stay.
      """)

  @OptionGroup var texts: BidiInputs

  @Flag(help: "Keep LRM, RLM and ALM.")
  var keepMarks = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let strip = StripControls(keepsMarks: keepMarks)
    var total = 0
    try texts.rewriteLines(of: self, common) { document in
      let (text, removed) = strip.strip(document)
      total += removed
      return text
    }
    common.say("removed \(total) control\(total == 1 ? "" : "s")")
  }
}
