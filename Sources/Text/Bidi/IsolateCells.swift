/// Puts each cell of a table's rows in isolates (UAX #9, FSI…PDI), so that the columns of a row stay
/// in their order whatever is in them.
///
/// Rows without right-to-left text need none and stay as they are, as do empty cells, cells that
/// are one isolate already, and cells whose own controls are not balanced, which would close the
/// isolate or outlive it. In a quoted CSV cell the isolate goes inside the quotes; one that goes on
/// over several lines stays as it is, for an isolate ends with its line.
package struct IsolateCells: Sendable {
  /// The byte between cells: tab, comma, semicolon or bar.
  private let separator: UInt8

  /// - Parameter separator: an ASCII character.
  package init(separator: UInt8) { self.separator = separator }

  /// The text with its cells isolated, and how many were.
  package func isolate(_ document: Document) -> (text: [UInt8], count: Int) {
    var count = 0
    var isQuoted = false
    let text = document.rewritingLines { line, bytes, text in
      let cells = cells(of: line, in: bytes, isQuoted: &isQuoted)
      guard hasRightToLeft(line, in: bytes) else {
        text.append(contentsOf: document.bytes[line])
        return
      }
      var copied = line.lowerBound
      for cell in cells {
        let content = content(of: cell, in: bytes)
        guard needsIsolate(content, in: bytes) else { continue }
        text.append(contentsOf: document.bytes[copied..<content.lowerBound])
        appendUTF8(of: BidiControl.firstStrongIsolate.rawValue, to: &text)
        text.append(contentsOf: document.bytes[content])
        appendUTF8(of: BidiControl.popDirectionalIsolate.rawValue, to: &text)
        copied = content.upperBound
        count += 1
      }
      text.append(contentsOf: document.bytes[copied..<line.upperBound])
    }
    return (text, count)
  }

  /// The cells that begin and end in a line.
  ///
  /// - Parameter isQuoted: whether the line begins within a quoted cell, and then whether it ends so.
  private func cells(
    of line: Range<Int>, in bytes: Span<UInt8>, isQuoted: inout Bool
  ) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    let beginsQuoted = isQuoted
    for at in line {
      if bytes[at] == UInt8(ascii: "\""), separator != UInt8(ascii: "\t") {
        // A doubled quote inside a quoted cell closes it and opens it again.
        let opens = at == start || bytes[at - 1] == UInt8(ascii: "\"")
        isQuoted = !isQuoted && opens
      } else if bytes[at] == separator, !isQuoted {
        cells.append(start..<at)
        start = at + 1
      }
    }
    if !isQuoted { cells.append(start..<line.upperBound) }
    return beginsQuoted ? Array(cells.dropFirst()) : cells
  }

  /// What is inside a cell's quotes and white space.
  private func content(of cell: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    let inner = trimmed(cell, in: bytes)
    guard separator != UInt8(ascii: "\t"), inner.count >= 2, bytes[inner.lowerBound] == quote,
      bytes[inner.upperBound - 1] == quote
    else { return inner }
    return inner.lowerBound + 1..<inner.upperBound - 1
  }

  private func needsIsolate(_ content: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    if content.isEmpty { return false }
    let controls = ControlPairs(content, in: bytes).items
    guard let first = controls.first else { return true }
    let isBalanced = controls.allSatisfy { $0.control.kind == .mark || $0.partner != nil }
    let isIsolate =
      first.control.kind == .isolate && first.range.lowerBound == content.lowerBound
      && first.partner.map { controls[$0].range.upperBound } == content.upperBound
    return isBalanced && !isIsolate
  }

  private func hasRightToLeft(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var at = line.lowerBound
    while at < line.upperBound {
      let scalar = bytes.scalar(at: at)
      if isRightToLeft(scalar.value) { return true }
      at += scalar.length
    }
    return false
  }
}
