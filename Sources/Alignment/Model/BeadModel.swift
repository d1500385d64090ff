/// The weights of a log-linear model of beads.
package struct BeadModel: Sendable, Equatable {
  /// By the raw values of `BeadFeature`.
  package var weights: [Float]

  package init() { weights = Array(repeating: 0, count: BeadFeature.count) }

  package subscript(feature: BeadFeature) -> Float {
    get { weights[feature.rawValue] }
    set { weights[feature.rawValue] = newValue }
  }

  func score(_ features: FeatureVector) -> Float {
    var sum: Float = 0
    for (weight, value) in zip(weights, features.values) { sum += weight * value }
    return sum
  }

  /// What the rates of the document add to the score of a bead of a type.
  func score(_ rates: DocumentRates, _ type: BeadType) -> Float {
    guard type.isGroup else { return 0 }
    return self[.groupRate] * rates.groups
      + self[.sizeRate] * rates.size * Float(type.source + type.target - 3)
  }
}
