/// The weights of a log-linear model of beads.
package struct BeadModel: Sendable, Equatable {
  /// By the raw values of `BeadFeature`.
  package var weights: [Float]

  package init() { weights = Array(repeating: 0, count: BeadFeature.count) }

  package subscript(feature: BeadFeature) -> Float {
    get { weights[feature.rawValue] }
    set { weights[feature.rawValue] = newValue }
  }

  /// What the rates of the document add to the score of a bead of a type.
  func score(_ rates: DocumentRates, _ type: BeadType) -> Float {
    var sum = WeightedSum(self)
    sum.add(rates, type)
    return sum.value
  }
}
