import ICU
import Text

/// Shows a bitext to a person: the two sides in columns, a bead a block.
///
/// Each cell keeps its own direction: Arabic stands at the right edge of its column and, where the
/// reader is a terminal, inside an isolate (UAX #9, RLI…PDI), so that two cells of one line never
/// run into each other. A bead to review has a question mark before its confidence, one that crosses
/// another has × behind its type, and where a sentence was left out or added the other cell says so.
package struct SideBySide: Sendable {
  /// Terminal columns of a whole line.
  package let width: Int
  package let hasColor: Bool
  package let hasIsolates: Bool
  /// Beads of less confidence are to be reviewed.
  package let minimumConfidence: Double

  package init(
    width: Int, hasColor: Bool, hasIsolates: Bool, minimumConfidence: Double = 0.5
  ) {
    self.width = min(max(width, 40), 200)
    self.hasColor = hasColor
    self.hasIsolates = hasIsolates
    self.minimumConfidence = minimumConfidence
  }

  /// Type and confidence of a bead: ` 1-2   97% `, ` 1-0  ?43% ` of one to review, ` 1-1×  97% ` of
  /// one that crosses another.
  private static let gutter = 11
  /// What stands beside a sentence that translates nothing, or that nothing translates.
  private static let added = "(added)"
  private static let leftOut = "(left out)"
  /// The line between the columns, with a space on each side.
  private static let rule = 3

  /// Writes a bitext.
  package func write(
    _ bitext: Bitext, to output: inout some TextOutputStream
  ) throws(ICUError) {
    let left = (width - Self.gutter - Self.rule) / 2
    let right = width - Self.gutter - Self.rule - left
    var source = try Column(bitext.source, width: left, hasIsolates: hasIsolates)
    var target = try Column(bitext.target, width: right, hasIsolates: hasIsolates)
    let crossings = bitext.crossings
    for (number, bead) in bitext.beads.enumerated() {
      if number > 0 { output.write("\n") }
      let sourceLines = try source.lines(bead.source)
      let targetLines = try target.lines(bead.target)
      for line in 0..<max(sourceLines.count, targetLines.count, 1) {
        output.write(
          line == 0
            ? label(bead, crosses: crossings[number]) : String(repeating: " ", count: Self.gutter))
        if line < sourceLines.count {
          output.write(sourceLines[line].padded)
        } else {
          output.write(line == 0 ? dimmed(source.filled(Self.added)) : source.blank)
        }
        output.write(dimmed(" │"))
        // Nothing follows the last column.
        if line < targetLines.count {
          output.write(" " + targetLines[line].unpadded)
        } else if line == 0 {
          output.write(" " + dimmed(Self.leftOut))
        }
        output.write("\n")
      }
    }
  }

  private func label(_ bead: Bead, crosses: Bool) -> String {
    let needsReview = bead.needsReview(below: minimumConfidence)
    let percent =
      (needsReview ? "?" : "") + String(Int((bead.confidence * 100).rounded(.down))) + "%"
    let type = bead.type + (crosses ? "×" : "")
    let text =
      " " + type + String(repeating: " ", count: max(1, 5 - type.count))
      + String(repeating: " ", count: max(0, 4 - percent.count)) + percent + " "
    if hasColor, needsReview { return "\u{1B}[33m\(text)\u{1B}[0m" }
    return dimmed(text)
  }

  private func dimmed(_ text: String) -> String {
    hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }

  /// A line of a cell, and the space that fills its column.
  private struct Line {
    let before: String
    let content: String
    let after: String

    var unpadded: String { before + content }
    var padded: String { before + content + after }
  }

  /// One side's column.
  private struct Column: ~Copyable {
    private let text: SegmentedText
    private let width: Int
    private let hasIsolates: Bool
    private var wrapper: LineWrapper

    init(_ text: SegmentedText, width: Int, hasIsolates: Bool) throws(ICUError) {
      self.text = text
      self.width = width
      self.hasIsolates = hasIsolates
      wrapper = try LineWrapper(text.language)
    }

    var blank: String { String(repeating: " ", count: width) }

    /// A short word of the program's own at the edge where the column's text begins.
    func filled(_ word: String) -> String {
      let space = String(repeating: " ", count: max(0, width - word.utf8.count))
      return text.language == .arabic ? space + word : word + space
    }

    mutating func lines(_ group: Range<Int>) throws(ICUError) -> [Line] {
      let bytes = Array(visibleText(text.string(group)).utf8)
      var lines: [Line] = []
      for range in try wrapper.wrap(bytes.span, columns: width) {
        let used = TerminalWidth.columns(of: range, in: bytes.span)
        let padding = String(repeating: " ", count: max(0, width - used))
        let content = bytes.span.string(range)
        switch text.language {
        case .arabic:
          lines.append(Line(before: padding, content: isolated(content, "\u{2067}"), after: ""))
        case .english:
          lines.append(Line(before: "", content: isolated(content, "\u{2066}"), after: padding))
        }
      }
      return lines
    }

    private func isolated(_ content: String, _ initiator: String) -> String {
      hasIsolates ? initiator + content + "\u{2069}" : content
    }
  }
}
