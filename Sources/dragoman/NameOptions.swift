import ArgumentParser
import Interchange
import Names
import Text
import Workbench

/// What is known of the names to be spelled, and the files that help.
struct NameOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Your own spellings: an Arabic name, a tab, its spelling, one a line; they win.",
      valueName: "file"))
  var names: String?

  @Option(help: "What the names are of.")
  var domain: NameHints.Domain = .auto

  @Option(
    help: ArgumentHelp(
      "Country whose habits of spelling to follow: \(NameCountry.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "code"))
  var country: NameCountry?

  /// Whether any of the options was given.
  var isUsed: Bool { names != nil || domain != .auto || country != nil }

  /// Reads the user's spellings; bad rows are named on standard error, the rest is used.
  ///
  /// - Returns: the speller, and an error to end with where something was left out.
  func speller(
    _ common: CommonOptions, style: NameStyle = .standard
  ) throws -> (speller: NameSpeller, leftOut: NameListError?) {
    guard let model = NameModel.standard, let weights = SpellingWeights.standard else {
      throw NameListError.noModel
    }
    var list = UserNames()
    var broken = 0
    if let path = names {
      if path == "-" { throw ValidationError("A list of names cannot be standard input.") }
      let lines = NamePairLines(try common.load(path))
      for line in lines.broken {
        Terminal.say("dragoman: \(field(path)):\(line): not a name, a tab and a spelling")
      }
      broken = lines.broken.count
      for entry in lines.entries { list.add(entry.name, entry.spellings[0]) }
    }
    return (
      NameSpeller(
        model, weights, names: list, hints: NameHints(domain: domain, country: country),
        style: style),
      broken == 0 ? nil : .incomplete(rows: broken)
    )
  }
}

/// Why names cannot be spelled, or a list of names not be used whole.
enum NameListError: Error {
  /// The model that is linked into the program is not whole.
  case noModel
  /// Rows were left out; each has been named on standard error.
  case incomplete(rows: Int)
}

extension NameHints.Domain: ExpressibleByArgument {}
extension NameCountry: ExpressibleByArgument {}
