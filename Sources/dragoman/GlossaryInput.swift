import ArgumentParser
import Interchange
import Terminology
import Text
import Workbench

/// Why a glossary cannot be used, or not all of it.
enum GlossaryError: Error {
  case noFiles(path: String)
  /// Files or rows were left out; each has been named on standard error.
  case incomplete(files: Int, rows: Int)
}

/// Glossary files and folders named on the command line.
struct GlossaryInput {
  let paths: [String]
  let encoding: String?

  /// Reads every file; bad files and rows are named on standard error, the rest is used.
  ///
  /// - Returns: the termbase, and an error to end with where something was left out.
  func load() throws -> (termbase: Termbase, leftOut: GlossaryError?) {
    var glossary = GlossaryCSV()
    for path in paths {
      if path == "-" { throw ValidationError("A glossary cannot be standard input.") }
      let names = files(in: path, endingIn: ".csv")
      if let names, names.isEmpty { throw GlossaryError.noFiles(path: path) }
      for name in names ?? [path] {
        glossary.read(try TextInput(path: name, encoding: encoding).load(), domain: domain(name))
      }
    }
    for problem in glossary.problems { Terminal.say("dragoman: \(describe(problem))") }
    let files = glossary.problems.count(where: \.isWholeFile)
    let rows = glossary.problems.count - files
    return (
      try Termbase(glossary.concepts),
      files + rows == 0 ? nil : .incomplete(files: files, rows: rows)
    )
  }

  private func domain(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }

  private func describe(_ problem: GlossaryProblem) -> String {
    let what =
      switch problem.kind {
      case .noHeader: "there is no header row; the file needs one with at least arabic,preferred"
      case .notCommas(let separator):
        "the columns are parted by \(separator), not by commas; save the file as CSV with commas"
      case .unknownColumn(let name): "unknown column '\(field(name))'; the file is not used"
      case .repeatedColumn(let name): "column '\(field(name))' stands twice"
      case .missingColumn(let name): "the header has no column '\(field(name))'"
      case .fieldCount(let count, let expected):
        "\(count) \(count == 1 ? "field" : "fields") where the header has \(expected)"
      case .emptyCell(let column): "nothing in column '\(field(column))'"
      case .notArabic(let text): "'\(field(text))' is not Arabic"
      case .notEnglish(let text): "'\(field(text))' has no English word"
      case .contradiction(let text): "'\(field(text))' is both accepted and forbidden"
      case .unknownValue(let value, let column):
        "column '\(field(column))' cannot be '\(field(value))'"
      case .duplicateID(let id, let first):
        "id '\(field(id))' is taken by \(field(first.file)):\(first.line)"
      case .openQuote: "a quoted field is never closed"
      case .textAfterQuote(let column): "text after a closing quote, column \(column)"
      }
    return "\(field(problem.place.file)):\(problem.place.line): \(what)"
  }
}
