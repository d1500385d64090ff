import ArgumentParser
import Interchange
import Text

struct BidiRepair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Bring text extracted from a PDF back to the order it is read in.",
    usage: "dragoman bidi repair [<input> ...] [options]",
    discussion: """
      Lines in the order of display are turned round, with numbers and Latin words kept as they \
      stand and brackets mirrored; then presentation forms become letters, lam-alef two. Each line \
      is judged by itself, by how its forms join and by the letters its words begin and end with. \
      Lines that need neither keep every byte. The signs U+FDFA to U+FDFD stay.

      What was done to each line is said on standard error. With --format json it is the output, \
      instead of the text: an object with repairs, each with file, line, start and end (UTF-8 bytes \
      of the file), reversed, forms (how many became letters), text (the line repaired).
      """)

  @OptionGroup var texts: BidiInputs

  @OptionGroup var direction: DirectionOptions

  @Option(help: "Order the lines are in: of display, of reading, or to be told line by line.")
  var order: RepairText.Order = .auto

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: RepairFormat?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let format: RepairFormat = try common.format(self.format) ?? .text
    let repair = try RepairText(rule: direction.rule, order: order)
    var report = RepairReport()
    switch format {
    case .text:
      try texts.rewrite(of: self, common) { document in
        let (text, repairs) = try repair.repair(document)
        for line in report.add(repairs, of: document) { common.say(line) }
        return text
      }
    case .json:
      var output = try common.openOutput()
      try texts.forEachDocument(of: self, common) { document in
        _ = report.add(try repair.repair(document).repairs, of: document)
      }
      try report.writeJSON(to: &output)
      try output.finish()
    }
  }
}

extension RepairText.Order: ExpressibleByArgument {}
extension RepairFormat: ExpressibleByArgument {}
