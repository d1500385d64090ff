import Text

/// The machine forms a bitext can be written in.
package enum BitextFormat: String, Sendable, CaseIterable {
  case tsv, tmx, jsonl, links

  /// Writes a bitext.
  ///
  /// - Parameters:
  ///   - minimumConfidence: beads of less are marked for review in TSV and JSON Lines.
  ///   - confirmed: the beads a person has confirmed, said of each bead in JSON Lines; nil to say
  ///     nothing of it.
  /// - Throws: `TMXError` for text XML cannot hold.
  package func write(
    _ bitext: Bitext, minimumConfidence: Double = 0.5, confirmed: [Bead]? = nil,
    toolVersion: String, to output: inout some TextOutputStream
  ) throws {
    switch self {
    case .tsv: writeTSV(bitext, minimumConfidence, to: &output)
    case .tmx: try TMXWriter(toolVersion: toolVersion).write(bitext, to: &output)
    case .jsonl: try writeJSONLines(bitext, minimumConfidence, confirmed, to: &output)
    case .links: writeLinks(bitext, to: &output)
    }
  }

  /// A header line, then a bead a line: indexes joined by commas, confidence, type, the texts with
  /// tab, line break and backslash as `\t`, `\n`, `\\`, and `review` or nothing.
  private func writeTSV(
    _ bitext: Bitext, _ minimumConfidence: Double, to output: inout some TextOutputStream
  ) {
    output.write("source_indexes\ttarget_indexes\tconfidence\ttype\tsource\ttarget\treview\n")
    for bead in bitext.beads {
      let cells = [
        indexes(bead.source, ","), indexes(bead.target, ","), decimal(bead.confidence), bead.type,
        escaped(bitext.source.string(bead.source)), escaped(bitext.target.string(bead.target)),
        bead.needsReview(below: minimumConfidence) ? "review" : "",
      ]
      output.write(cells.joined(separator: "\t") + "\n")
    }
  }

  /// `[0]:[0, 1]:0.9731`, as vecalign writes its links with their cost.
  private func writeLinks(_ bitext: Bitext, to output: inout some TextOutputStream) {
    for bead in bitext.beads {
      let confidence = decimal(bead.confidence)
      output.write(
        "[\(indexes(bead.source, ", "))]:[\(indexes(bead.target, ", "))]:\(confidence)\n")
    }
  }

  private func writeJSONLines(
    _ bitext: Bitext, _ minimumConfidence: Double, _ confirmed: [Bead]?,
    to output: inout some TextOutputStream
  ) throws {
    let json = JSONText()
    let confirmed = confirmed.map { Set($0.map { Link($0) }) }
    for bead in bitext.beads {
      output.write(
        try json.line(
          BeadRecord(
            type: bead.type, confidence: rounded(bead.confidence),
            review: bead.needsReview(below: minimumConfidence),
            confirmed: confirmed.map { $0.contains(Link(bead)) },
            source: side(bead.source, bitext.source), target: side(bead.target, bitext.target))))
    }
  }

  private func side(_ group: Range<Int>, _ text: SegmentedText) -> [BeadRecord.Sentence] {
    group.map {
      BeadRecord.Sentence(
        index: $0, start: text.sentences[$0].lowerBound, end: text.sentences[$0].upperBound,
        text: text.string($0))
    }
  }
}

/// A bead as JSON: each sentence with its index and its UTF-8 byte range in its file.
private struct BeadRecord: Encodable {
  let type: String
  let confidence: Double
  let review: Bool
  let confirmed: Bool?
  let source: [Sentence]
  let target: [Sentence]

  struct Sentence: Encodable {
    let index: Int
    let start: Int
    let end: Int
    let text: String
  }
}

private func indexes(_ range: Range<Int>, _ separator: String) -> String {
  range.map(String.init).joined(separator: separator)
}

/// Tab, line breaks and backslash as two characters, so that a field stays a field.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\\": result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// What `escaped` made, as it was.
func unescaped(_ field: String) -> String {
  var result = ""
  result.reserveCapacity(field.utf8.count)
  var isEscape = false
  for scalar in field.unicodeScalars {
    if !isEscape {
      if scalar == "\\" { isEscape = true } else { result.unicodeScalars.append(scalar) }
      continue
    }
    isEscape = false
    switch scalar {
    case "t": result += "\t"
    case "n": result += "\n"
    case "r": result += "\r"
    case "\\": result += "\\"
    default:
      result += "\\"
      result.unicodeScalars.append(scalar)
    }
  }
  if isEscape { result += "\\" }
  return result
}
