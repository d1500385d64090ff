import Names
import Text

extension EvaluationFormat {
  /// Writes how well names were spelled, and the first mistakes.
  package func write(
    _ evaluation: NameEvaluation, hasIsolates: Bool, to output: inout some TextOutputStream
  ) throws {
    if self == .json {
      let record = NameRecord(
        names: evaluation.names, top_1: rounded(evaluation.accuracy(0)),
        top_5: rounded(evaluation.accuracy(1)), top_10: rounded(evaluation.accuracy(2)),
        mrr: rounded(evaluation.meanReciprocalRank),
        character_error_rate: rounded(evaluation.characterErrorRate))
      output.write(try JSONText().line(record))
      return
    }
    for mistake in evaluation.mistakes {
      let name = visibleField(mistake.name, isIsolated: hasIsolates)
      output.write(
        "\(name)\t\(mistake.found.joined(separator: ", "))\t"
          + "\(mistake.gold.joined(separator: ", "))\n")
    }
    output.write(
      """
      names  \(evaluation.names)
      top 1  \(percent(evaluation.accuracy(0)))
      top 5  \(percent(evaluation.accuracy(1)))
      top 10 \(percent(evaluation.accuracy(2)))
      MRR    \(percent(evaluation.meanReciprocalRank))
      CER    \(percent(evaluation.characterErrorRate))

      probability   names    mean   right

      """)
    for (place, bin) in evaluation.reliability.enumerated() where bin.count > 0 {
      let count = String(bin.count)
      let padding = String(repeating: " ", count: max(0, 6 - count.utf8.count))
      output.write(
        "0.\(place) - \(place == 9 ? "1.0" : "0.\(place + 1)")    \(padding)\(count)  "
          + "\(percent(bin.sum / Double(bin.count)))  "
          + "\(percent(Double(bin.right) / Double(bin.count)))\n")
    }
  }
}

private struct NameRecord: Encodable {
  let names: Int
  let top_1: Double
  let top_5: Double
  let top_10: Double
  let mrr: Double
  let character_error_rate: Double
}
