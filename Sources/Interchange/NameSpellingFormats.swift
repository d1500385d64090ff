import Names
import Text

/// Writes names with their spellings, a line each.
package struct SpelledNameLines {
  package enum Format: Sendable {
    case tsv, jsonl
  }

  private let format: Format
  private let json = JSONText()

  package init(_ format: Format) { self.format = format }

  /// - Parameters:
  ///   - offset: bytes of the whole text before the part the name's range is of.
  ///   - file: the name of the whole text.
  package func write(
    _ name: SpelledName, offset: Int, file: String, to output: inout some TextOutputStream
  ) throws {
    switch format {
    case .tsv:
      let cells = name.spellings.map { "\($0.text)|\(decimal($0.probability))" }
      output.write(([escaped(name.text)] + cells).joined(separator: "\t") + "\n")
    case .jsonl:
      output.write(
        try json.line(
          Record(
            file: file, start: name.range.lowerBound + offset, end: name.range.upperBound + offset,
            text: name.text,
            spellings: name.spellings.map {
              Spelling(
                text: $0.text, probability: rounded($0.probability),
                layers: $0.layers.map(\.rawValue))
            })))
    }
  }

  private struct Record: Encodable {
    let file: String
    let start: Int
    let end: Int
    let text: String
    let spellings: [Spelling]
  }

  private struct Spelling: Encodable {
    let text: String
    let probability: Double
    let layers: [String]
  }
}
