import Alignment
import Text

extension EvaluationFormat {
  /// Writes how well texts were aligned: mistakes, scores, counts by type of bead, and, of beads
  /// with a confidence, whether they are right as often as it says.
  package func write(
    _ evaluation: AlignmentEvaluation, hasIsolates: Bool, to output: inout some TextOutputStream
  ) throws {
    switch self {
    case .json: output.write(try JSONText().line(AlignmentRecord(evaluation)))
    case .text:
      writeMistakes(evaluation, hasIsolates, &output)
      writeScores(evaluation, &output)
      writeTypes(evaluation, &output)
      writeReliability(evaluation.reliability, &output)
    }
  }

  private func writeMistakes(
    _ evaluation: AlignmentEvaluation, _ hasIsolates: Bool, _ output: inout some TextOutputStream
  ) {
    for mistake in evaluation.mistakes {
      var cells = [String(describing: mistake.link)]
      if evaluation.documents > 1 { cells.insert(mistake.document, at: 0) }
      if let confidence = mistake.confidence { cells.append(decimal(confidence)) }
      let texts = [mistake.source, mistake.target]
      if texts.contains(where: { $0 != nil }) {
        if mistake.confidence == nil { cells.append("") }
        cells += texts.map { visibleField($0 ?? "", isIsolated: hasIsolates) }
      }
      output.write("\(mistake.isMissed ? "-" : "+") \(cells.joined(separator: "\t"))\n")
    }
    if !evaluation.mistakes.isEmpty { output.write("\n") }
  }

  private func writeScores(
    _ evaluation: AlignmentEvaluation, _ output: inout some TextOutputStream
  ) {
    let score = evaluation.score
    output.write(
      """
      documents  \(evaluation.documents)
      beads      \(evaluation.found), \(evaluation.gold) in the gold

                 precision  recall  F1
      strict     \(decimal(score.strictPrecision))     \(decimal(score.strictRecall))  \
      \(decimal(score.strictF1))
      lax        \(decimal(score.laxPrecision))     \(decimal(score.laxRecall))  \
      \(decimal(score.laxF1))

      """)
  }

  private func writeTypes(
    _ evaluation: AlignmentEvaluation, _ output: inout some TextOutputStream
  ) {
    if evaluation.types.isEmpty { return }
    output.write("\ntype         gold    found    right  precision  recall\n")
    for (type, counts) in evaluation.types {
      let cells = [
        padded(type, 8), right(counts.gold, 9), right(counts.found, 9), right(counts.right, 9),
        "  " + (counts.found == 0 ? padded("-", 9) : padded(decimal(counts.precision), 9)),
        "  " + (counts.gold == 0 ? "-" : decimal(counts.recall)),
      ]
      output.write(cells.joined() + "\n")
    }
  }

  private func writeReliability(
    _ reliability: Reliability, _ output: inout some TextOutputStream
  ) {
    if reliability.beads == 0 { return }
    output.write("\nconfidence      beads    mean  exactly right\n")
    for bin in reliability.bins where bin.beads > 0 {
      let bounds = "\(short(bin.bounds.lowerBound)) - \(short(bin.bounds.upperBound))"
      output.write(
        "\(padded(bounds, 12))\(right(bin.beads, 9))  \(decimal(bin.meanConfidence))  "
          + "\(decimal(bin.share))\n")
    }
    let sure = reliability.beads(from: 0.9)
    if sure.count > 0 {
      output.write(
        "\nof \(sure.count) beads of 0.9 and more, \(sure.right) are exactly right "
          + "(\(decimal(Double(sure.right) / Double(sure.count))))\n")
    } else {
      output.write("\nno bead has a confidence of 0.9 or more\n")
    }
    output.write("expected calibration error \(decimal(reliability.expectedCalibrationError))\n")
  }

  /// A bin's bound with two decimals.
  private func short(_ value: Double) -> String { String(decimal(value).prefix(4)) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func right(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(1, width - digits.count)) + digits
  }
}

private struct AlignmentRecord: Encodable {
  let documents: Int
  let beads: Int
  let gold_beads: Int
  let strict: Scores
  let lax: Scores
  let types: [TypeRecord]
  let reliability: ReliabilityRecord?
  let mistakes: [MistakeRecord]?

  struct Scores: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double

    init(_ precision: Double, _ recall: Double, _ f1: Double) {
      self.precision = rounded(precision)
      self.recall = rounded(recall)
      self.f1 = rounded(f1)
    }
  }

  struct TypeRecord: Encodable {
    let type: String
    let gold: Int
    let found: Int
    let right: Int
    let precision: Double
    let recall: Double
  }

  struct ReliabilityRecord: Encodable {
    let bins: [BinRecord]
    let expected_calibration_error: Double
  }

  struct BinRecord: Encodable {
    let from: Double
    let to: Double
    let beads: Int
    let confidence: Double
    let right: Double
  }

  struct MistakeRecord: Encodable {
    let document: String
    let missed: Bool
    let source: [Int]
    let target: [Int]
    let confidence: Double?
    let source_text: String?
    let target_text: String?
  }

  init(_ evaluation: AlignmentEvaluation) {
    let score = evaluation.score
    documents = evaluation.documents
    beads = evaluation.found
    gold_beads = evaluation.gold
    strict = Scores(score.strictPrecision, score.strictRecall, score.strictF1)
    lax = Scores(score.laxPrecision, score.laxRecall, score.laxF1)
    types = evaluation.types.map { type, counts in
      TypeRecord(
        type: type, gold: counts.gold, found: counts.found, right: counts.right,
        precision: rounded(counts.precision), recall: rounded(counts.recall))
    }
    let bins = evaluation.reliability.bins.filter { $0.beads > 0 }.map { bin in
      BinRecord(
        from: bin.bounds.lowerBound, to: bin.bounds.upperBound, beads: bin.beads,
        confidence: rounded(bin.meanConfidence), right: rounded(bin.share))
    }
    reliability =
      bins.isEmpty
      ? nil
      : ReliabilityRecord(
        bins: bins,
        expected_calibration_error: rounded(evaluation.reliability.expectedCalibrationError))
    mistakes =
      evaluation.mistakes.isEmpty
      ? nil
      : evaluation.mistakes.map { mistake in
        MistakeRecord(
          document: mistake.document, missed: mistake.isMissed, source: mistake.link.source,
          target: mistake.link.target, confidence: mistake.confidence.map(rounded),
          source_text: mistake.source, target_text: mistake.target)
      }
  }
}
