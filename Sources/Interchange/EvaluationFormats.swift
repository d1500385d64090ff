import Text

/// The forms the result of an evaluation can be written in.
package enum EvaluationFormat: String, Sendable, CaseIterable {
  case text, json

  /// Writes how well boundaries were found, with up to `mistakes` places where they were not.
  package func write(
    _ evaluation: BoundaryEvaluation, mistakes: Int, hasIsolates: Bool,
    to output: inout some TextOutputStream
  ) throws {
    if self == .json {
      let record = BoundaryRecord(
        documents: evaluation.documents, sentences: evaluation.sentences,
        correct: evaluation.correct, wrong: evaluation.wrong, missed: evaluation.missed,
        precision: rounded(evaluation.precision), recall: rounded(evaluation.recall),
        f1: rounded(evaluation.f1))
      output.write(try JSONText().line(record))
      return
    }
    for mistake in evaluation.mistakes.prefix(mistakes) {
      let place = visibleField("\(mistake.before)▮\(mistake.after)", isIsolated: hasIsolates)
      output.write("\(mistake.isMissed ? "-" : "+") \(place)\n")
    }
    output.write(
      """
      documents  \(evaluation.documents)
      sentences  \(evaluation.sentences)
      precision  \(percent(evaluation.precision))  \(evaluation.wrong) wrong
      recall     \(percent(evaluation.recall))  \(evaluation.missed) missed
      F1         \(percent(evaluation.f1))

      """)
  }

  /// Writes how well words were divided, with the `mistakes` most frequent differences.
  package func write(
    _ evaluation: CliticEvaluation, mistakes: Int, hasIsolates: Bool,
    to output: inout some TextOutputStream
  ) throws {
    if self == .json {
      let record = CliticRecord(
        words: evaluation.words, correct: evaluation.right,
        accuracy: rounded(evaluation.accuracy), divided: evaluation.divided,
        divided_correct: evaluation.dividedRight,
        divided_accuracy: rounded(evaluation.dividedAccuracy),
        false_splits: evaluation.falseSplits,
        false_split_rate: rounded(evaluation.falseSplitRate), unreadable: evaluation.unreadable)
      output.write(try JSONText().line(record))
      return
    }
    for (difference, count) in evaluation.differences(limit: mistakes) {
      let cells = [difference.word, difference.gold, difference.found].map {
        visibleField($0, isIsolated: hasIsolates)
      }
      output.write("\(count)\t\(cells.joined(separator: "\t"))\n")
    }
    output.write(
      """
      words         \(evaluation.words)
      accuracy      \(percent(evaluation.accuracy))
      divided       \(percent(evaluation.dividedAccuracy))  of \(evaluation.divided) words right
      false splits  \(percent(evaluation.falseSplitRate))  \(evaluation.falseSplits) words

      """)
    if evaluation.unreadable > 0 { output.write("unreadable    \(evaluation.unreadable) lines\n") }
  }

  /// A share in hundredths of a percent, `99.67 %`.
  func percent(_ value: Double) -> String {
    let hundredths = Int((value * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }
}

private struct BoundaryRecord: Encodable {
  let documents: Int
  let sentences: Int
  let correct: Int
  let wrong: Int
  let missed: Int
  let precision: Double
  let recall: Double
  let f1: Double
}

private struct CliticRecord: Encodable {
  let words: Int
  let correct: Int
  let accuracy: Double
  let divided: Int
  let divided_correct: Int
  let divided_accuracy: Double
  let false_splits: Int
  let false_split_rate: Double
  let unreadable: Int
}
