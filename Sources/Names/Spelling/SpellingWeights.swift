import Text

/// What each thing that speaks for a spelling weighs, for each kind of name, and what tells the kind.
///
/// Read from `name-weights.tsv`, which `dragoman-train names` writes.
package struct SpellingWeights: Sendable {
  /// By kind, then by `SpellingFeature`.
  private var features: [[Float]]
  /// By kind, then by the place of the evidence.
  private var kinds: [[Float]]
  /// How often the right spelling is among the candidates, by kind.
  private var coverage: [Float]

  /// - Returns: nil where the text is not one of weights.
  package init?(_ text: String) {
    let count = NameDomain.allCases.count
    features = Array(
      repeating: Array(repeating: 0, count: SpellingFeature.count), count: count)
    kinds = Array(
      repeating: Array(repeating: 0, count: NameDomain.evidenceNames.count), count: count)
    coverage = Array(repeating: 1, count: count)
    var rows = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == count + 1, cells[0] != "feature" else { continue }
      let values = cells.dropFirst().compactMap { Float($0) }
      guard values.count == count else { return nil }
      let name = String(cells[0])
      if name == "coverage" {
        coverage = values
      } else if let piece = NameDomain.evidenceNames.firstIndex(where: { "kind:" + $0 == name }) {
        for kind in 0..<count { kinds[kind][piece] = values[kind] }
      } else if let feature = SpellingFeature.allCases.first(where: { "\($0)" == name }) {
        for kind in 0..<count { features[kind][feature.rawValue] = values[kind] }
      } else {
        return nil
      }
      rows += 1
    }
    guard rows == SpellingFeature.count + NameDomain.evidenceNames.count + 1 else { return nil }
  }

  /// How probable each kind is for a word.
  func kinds(_ evidence: [Float]) -> [Float] {
    softmax(kinds.map { weights in zip(weights, evidence).reduce(0) { $0 + $1.0 * $1.1 } })
  }

  /// For each kind, how probable each candidate is.
  func probabilities(_ candidates: [SpellingCandidate]) -> [[Float]] {
    NameDomain.allCases.map { kind in
      let scores = candidates.map { candidate in
        zip(features[kind.rawValue], candidate.features).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      }
      return softmax(scores).map { $0 * coverage[kind.rawValue] }
    }
  }

  private func softmax(_ scores: [Float]) -> [Float] {
    let highest = scores.max() ?? 0
    let values = scores.map { ($0 - highest).exponential }
    let total = values.reduce(0, +)
    return values.map { $0 / total }
  }
}
