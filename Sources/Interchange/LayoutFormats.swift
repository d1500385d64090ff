import ICU
import Text

/// The forms the layout of lines can be written in.
package enum LayoutFormat: String, Sendable, CaseIterable {
  case text, jsonl
}

/// Writes how the lines of documents are laid out, as they come.
package struct LayoutWriter {
  private let format: LayoutFormat
  private let columns: Int
  private let hasIsolates: Bool
  private let json = JSONText()
  private var document = Document(name: "", text: "")
  private var lines = LineIndex(Document(name: "", text: ""))

  /// - Parameters:
  ///   - columns: the terminal's, to which the text of a run is cut.
  ///   - hasIsolates: whether a person reads it on a terminal.
  package init(_ format: LayoutFormat, columns: Int, hasIsolates: Bool) {
    self.format = format
    self.columns = columns
    self.hasIsolates = hasIsolates
  }

  /// Goes on to the lines of another document.
  package mutating func begin(_ document: Document) {
    self.document = document
    lines = LineIndex(document)
  }

  package func write(
    _ layout: LineLayout, to output: inout some TextOutputStream
  ) throws {
    let line = lines.position(of: layout.range.lowerBound, in: document.bytes.span).line
    switch format {
    case .text: writeText(layout, line, to: &output)
    case .jsonl:
      output.write(try LayoutRecord(layout: layout, document: document, line: line).text(json))
    }
  }

  /// A line of text, and a line for each run in the order of the text, numbered by its place as
  /// displayed.
  private func writeText(
    _ layout: LineLayout, _ line: Int, to output: inout some TextOutputStream
  ) {
    let name = visibleField(document.name, isIsolated: hasIsolates)
    output.write("\(name):\(line): \(layout.base.direction.label), \(reason(layout))\n")
    let runs = layout.runs.enumerated().sorted {
      $0.element.range.lowerBound < $1.element.range.lowerBound
    }
    let width = String(layout.range.upperBound).count
    output.write(
      "  place level \(padded("bytes", to: 2 * width + 1))  text (place 1 is leftmost)\n")
    for (place, run) in runs {
      let bytes = "\(run.range.lowerBound)-\(run.range.upperBound)"
      let text = shortened(run.range, to: max(20, columns - 2 * width - 18))
      output.write(
        "  \(padded(String(place + 1), to: 5)) \(padded(String(run.level), to: 5)) "
          + "\(padded(bytes, to: 2 * width + 1))  \(text)\n")
    }
  }

  private func reason(_ layout: LineLayout) -> String {
    switch layout.base.reason {
    case .given: return "as given"
    case .firstStrong: return "by the first strong character"
    case .document: return "as the rest of the text, having no letters"
    case .language:
      let language = layout.base.direction == .rightToLeft ? "Arabic" : "English"
      guard let first = layout.firstStrong, first != layout.base.direction else {
        return "since it is \(language)"
      }
      return "since it is \(language), though its first strong character is \(first.label)"
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private func shortened(_ range: Range<Int>, to columns: Int) -> String {
    let text = Array(visibleText(document.string(range)).utf8)
    var used = 0
    var end = TerminalWidth.prefix(of: text.span, columns: columns, used: &used)
    let isWhole = end == text.count
    if !isWhole {
      end = TerminalWidth.prefix(of: text.span, columns: columns - 1, used: &used)
    }
    let shown = text.span.string(0..<end) + (isWhole ? "" : "…")
    return visibleField(shown, isIsolated: hasIsolates)
  }
}

/// A line's layout as JSON, its keys in order as everywhere.
///
/// A level for each scalar is most of the output, and an encoder takes each for a value of any type:
/// writing the numbers out takes a quarter of the time.
private struct LayoutRecord {
  let layout: LineLayout
  let document: Document
  let line: Int

  func text(_ json: JSONText) throws -> String {
    var text = "{\"base\":\"\(code(layout.base.direction))\",\"end\":\(layout.range.upperBound)"
    text += ",\"file\":\(try json.value(document.name))"
    if let first = layout.firstStrong { text += ",\"first_strong\":\"\(code(first))\"" }
    text += ",\"levels\":["
    for (index, level) in layout.levels.enumerated() {
      if index > 0 { text += "," }
      text += Self.numerals[Int(level)]
    }
    text += "],\"line\":\(line),\"reason\":\"\(layout.base.reason.rawValue)\",\"runs\":["
    for (index, run) in layout.runs.enumerated() {
      if index > 0 { text += "," }
      text += "{\"end\":\(run.range.upperBound),\"level\":\(run.level)"
      text += ",\"start\":\(run.range.lowerBound)"
      text += ",\"text\":\(try json.value(document.string(run.range)))}"
    }
    return text + "],\"start\":\(layout.range.lowerBound)}\n"
  }

  private static let numerals = (0...255).map(String.init)
}

private func code(_ direction: TextDirection) -> String {
  direction == .leftToRight ? "ltr" : "rtl"
}
