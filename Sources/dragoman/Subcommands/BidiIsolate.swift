import ArgumentParser
import Text

struct BidiIsolate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isolate",
    abstract: "Put fields that run against their line in isolates (FSI…PDI).",
    usage: "dragoman bidi isolate [<input> ...] [options]",
    discussion: """
      Latin names in an Arabic line, Arabic ones in an English line, each with the signs and digits \
      joined to it; closing punctuation stays outside. With --per-cell, every cell of a table's \
      rows that have right-to-left text, so that columns keep their order. Nothing is added but \
      FSI and PDI, and nothing a second time.
      """)

  enum Separator: String, ExpressibleByArgument, CaseIterable {
    case tab, comma, semicolon, bar

    var byte: UInt8 {
      switch self {
      case .tab: UInt8(ascii: "\t")
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .bar: UInt8(ascii: "|")
      }
    }
  }

  @OptionGroup var texts: BidiInputs

  @OptionGroup var direction: DirectionOptions

  @Flag(help: "Isolate each cell of a table instead of fields in running text.")
  var perCell = false

  @Option(help: "What parts cells; by default comma in files named .csv, else tab.")
  var separator: Separator?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if separator != nil, !perCell { throw ValidationError("--separator goes with --per-cell.") }
  }

  func run() throws {
    var total = 0
    if perCell {
      // A quoted cell may go on in the next line, so a table is taken whole.
      try texts.rewrite(of: self, common) { document in
        let cells = IsolateCells(separator: separator(for: document.name).byte)
        let (text, count) = cells.isolate(document)
        total += count
        return text
      }
    } else {
      try texts.rewriteLines(of: self, common) { document in
        let (text, count) = IsolateFields(rule: direction.rule).isolate(document)
        total += count
        return text
      }
    }
    common.say("isolated \(total) \(perCell ? "cell" : "field")\(total == 1 ? "" : "s")")
  }

  private func separator(for name: String) -> Separator {
    separator ?? (name.lowercased().hasSuffix(".csv") ? .comma : .tab)
  }
}
