import Terminology
import Text

/// Reads concepts from the glossary's CSV form, one a row; `Glossaries/README.md` has the columns.
///
/// A row that cannot be used is reported and left out, and the rest is read.
package struct GlossaryCSV: Sendable {
  /// What was read, and what could not be.
  package private(set) var concepts: [Concept] = []
  package private(set) var problems: [GlossaryProblem] = []
  /// Where each id was first seen, over all files read.
  private var places: [String: GlossaryPlace] = [:]

  package init() {}

  /// Adds the concepts of one file.
  ///
  /// - Parameter domain: the subject field, which is the file's name without its extension.
  package mutating func read(_ document: Document, domain: String) {
    var rows = CSVRows(document.bytes)
    var columns: [Column: Int] = [:]
    var width = 0
    while true {
      do {
        guard let row = try rows.next() else { break }
        if columns.isEmpty {
          guard let header = header(row, in: document) else { return }
          columns = header
          width = row.fields.count
        } else {
          read(row, columns, width, document, domain)
        }
      } catch {
        let (line, kind): (Int, GlossaryProblem.Kind) =
          switch error {
          case .openQuote(let line): (line, .openQuote)
          case .textAfterQuote(let line, let column): (line, .textAfterQuote(column: column))
          }
        report(kind, line, document)
      }
    }
    if columns.isEmpty, document.paragraphs.isEmpty { report(.noHeader, 1, document) }
  }

  enum Column: String, CaseIterable {
    case id, pos, arabic, variants, forms, preferred, admitted, forbidden, acronym, match
    case notIn = "not_in"
    case consistent, note, source
  }

  private mutating func header(_ row: CSVRows.Row, in document: Document) -> [Column: Int]? {
    if row.fields.count == 1, let field = row.fields.first {
      for (separator, name) in [(";", "semicolons"), ("\t", "tabs")] where field.contains(separator)
      {
        report(.notCommas(name), row.line, document)
        return nil
      }
    }
    var columns: [Column: Int] = [:]
    var unknown: [String] = []
    for (index, field) in row.fields.enumerated() {
      let name = stripped(field)
      // Spreadsheets leave empty columns behind.
      if name.isEmpty { continue }
      guard let column = Column(rawValue: name.lowercased()) else {
        unknown.append(name)
        continue
      }
      guard columns.updateValue(index, forKey: column) == nil else {
        report(.repeatedColumn(name), row.line, document)
        return nil
      }
    }
    if let name = unknown.first {
      report(columns.isEmpty ? .noHeader : .unknownColumn(name), row.line, document)
      return nil
    }
    for needed in [Column.arabic, .preferred] where columns[needed] == nil {
      report(.missingColumn(needed.rawValue), row.line, document)
      return nil
    }
    return columns
  }

  private mutating func read(
    _ row: CSVRows.Row, _ columns: [Column: Int], _ width: Int, _ document: Document,
    _ domain: String
  ) {
    // Spreadsheets leave empty rows behind, too.
    if row.fields.allSatisfy({ stripped($0).isEmpty }) { return }
    guard row.fields.count == width else {
      return report(.fieldCount(row.fields.count, expected: width), row.line, document)
    }
    func cell(_ column: Column) -> String { columns[column].map { stripped(row.fields[$0]) } ?? "" }
    func cells(_ column: Column) -> [String] {
      cell(column).split(separator: "|").map { stripped(String($0)) }.filter { !$0.isEmpty }
    }
    for column in [Column.arabic, .preferred] where cell(column).isEmpty {
      return report(.emptyCell(column.rawValue), row.line, document)
    }
    guard hasWord(cell(.arabic), .arabic) else {
      return report(.notArabic(cell(.arabic)), row.line, document)
    }
    let accepted = cells(.preferred) + cells(.admitted) + cells(.acronym)
    for rendering in accepted + cells(.forbidden) where !hasWord(rendering, .english) {
      return report(.notEnglish(rendering), row.line, document)
    }
    if cells(.preferred).isEmpty {
      return report(.notEnglish(cell(.preferred)), row.line, document)
    }
    if let rendering = cells(.forbidden).first(where: accepted.contains) {
      return report(.contradiction(rendering), row.line, document)
    }
    let strictness: PhraseMatcher.Strictness
    switch cell(.match) {
    case "": strictness = .free
    case "definite": strictness = .articlesAsWritten
    case "exact": strictness = .exact
    default: return report(.unknownValue(cell(.match), column: "match"), row.line, document)
    }
    let isConsistent: Bool
    switch cell(.consistent) {
    case "yes": isConsistent = true
    case "no": isConsistent = false
    // A common word takes its English from its context; a name does not.
    case "": isConsistent = ["", "proper"].contains(cell(.pos))
    default:
      return report(.unknownValue(cell(.consistent), column: "consistent"), row.line, document)
    }
    let id = cell(.id).isEmpty ? cell(.arabic) : cell(.id)
    if let first = places[id] { return report(.duplicateID(id, first: first), row.line, document) }
    places[id] = GlossaryPlace(file: document.name, line: row.line)
    concepts.append(
      Concept(
        id: id, domain: domain, arabic: cell(.arabic), variants: cells(.variants),
        forms: cells(.forms),
        renderings: cells(.preferred).prefix(1).map { Rendering($0, .preferred) }
          + (cells(.preferred).dropFirst() + cells(.admitted)).map { Rendering($0, .admitted) }
          + cells(.acronym).map { Rendering($0, .admitted, isAcronym: true) }
          + cells(.forbidden).map { Rendering($0, .forbidden) },
        strictness: strictness, inflections: Self.inflections(of: cell(.pos)), notIn: cells(.notIn),
        isConsistent: isConsistent,
        note: cell(.note)))
  }

  private mutating func report(_ kind: GlossaryProblem.Kind, _ line: Int, _ document: Document) {
    problems.append(
      GlossaryProblem(place: GlossaryPlace(file: document.name, line: line), kind: kind))
  }

  /// What a part of speech says of a term's forms: a name has one, an adjective follows its noun.
  private static func inflections(of pos: String) -> Inflection {
    switch pos {
    case "proper": []
    case "verb": .verbal
    case "adjective": [.number, .feminine]
    default: .number
    }
  }

  private func hasWord(_ text: String, _ language: Language) -> Bool {
    let bytes = Array(text.utf8)
    return Language.detect(in: [0..<bytes.count], of: bytes.span) == language
  }

  private func stripped(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    guard let end = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...end])
  }
}

/// A row of a glossary file.
package struct GlossaryPlace: Sendable, Equatable {
  package let file: String
  /// 1-based.
  package let line: Int
}

/// Why a glossary file, or a row of it, cannot be used.
package struct GlossaryProblem: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case noHeader
    /// The separator the header seems to have: a semicolon or a tab.
    case notCommas(String)
    case unknownColumn(String)
    case repeatedColumn(String)
    case missingColumn(String)
    case fieldCount(Int, expected: Int)
    case emptyCell(String)
    case notArabic(String)
    case notEnglish(String)
    /// A rendering that the row both accepts and forbids.
    case contradiction(String)
    case unknownValue(String, column: String)
    case duplicateID(String, first: GlossaryPlace)
    case openQuote
    case textAfterQuote(column: Int)
  }

  package let place: GlossaryPlace
  package let kind: Kind

  /// Whether the header is at fault, so that nothing of the file is used.
  package var isWholeFile: Bool {
    switch kind {
    case .noHeader, .notCommas, .unknownColumn, .repeatedColumn, .missingColumn: true
    default: false
    }
  }
}
