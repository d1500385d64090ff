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
      let place = visibleText("\(mistake.before)▮\(mistake.after)")
      let sign = mistake.isMissed ? "-" : "+"
      output.write("\(sign) \(hasIsolates ? isolated(place) : place)\n")
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

  private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// A share in hundredths of a percent, `99.67 %`.
  private func percent(_ value: Double) -> String {
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
