import Interchange
import Terminology
import Text
import Workbench

/// Why a glossary cannot be used, or not all of it.
enum GlossaryError: Error {
  case noFiles(path: String)
  /// Some rows were left out; each has been named on standard error.
  case incomplete(rows: Int)
}

/// Glossary files and folders named on the command line.
struct GlossaryInput {
  let paths: [String]

  /// Reads every file; bad rows are named on standard error and counted, the rest is used.
  func load() throws -> (termbase: Termbase, badRows: Int) {
    var glossary = GlossaryCSV()
    for path in paths {
      let names = files(in: path, endingIn: ".csv")
      if let names, names.isEmpty { throw GlossaryError.noFiles(path: path) }
      for name in names ?? [path] {
        glossary.read(try TextInput(path: name).load(), domain: domain(name))
      }
    }
    for problem in glossary.problems { Terminal.say("dragoman: \(describe(problem))") }
    return (try Termbase(glossary.concepts), glossary.problems.count)
  }

  private func domain(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }

  private func describe(_ problem: GlossaryProblem) -> String {
    let what =
      switch problem.kind {
      case .noHeader: "the file has no header row; it needs at least arabic,preferred"
      case .unknownColumn(let name): "unknown column '\(name)'"
      case .repeatedColumn(let name): "column '\(name)' stands twice"
      case .missingColumn(let name): "the header has no column '\(name)'"
      case .fieldCount(let count, let expected): "\(count) fields where the header has \(expected)"
      case .emptyCell(let column): "nothing in column '\(column)'"
      case .notArabic(let text): "'\(text)' is not Arabic"
      case .unknownValue(let value, let column): "column '\(column)' cannot be '\(value)'"
      case .duplicateID(let id, let first): "id '\(id)' is taken by \(first.file):\(first.line)"
      case .openQuote: "a quoted field is never closed"
      case .textAfterQuote(let column): "text after a closing quote, column \(column)"
      }
    return "\(problem.place.file):\(problem.place.line): \(what)"
  }
}
