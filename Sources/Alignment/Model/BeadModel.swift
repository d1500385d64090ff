import Text

/// The weights of a log-linear model of beads.
package struct BeadModel: Sendable, Equatable {
  /// By the raw values of `BeadFeature`.
  package var weights: [Float]

  package init(weights: [Float]) {
    self.weights =
      Array(weights.prefix(BeadFeature.count))
      + Array(repeating: 0, count: max(0, BeadFeature.count - weights.count))
  }

  package subscript(feature: BeadFeature) -> Float {
    get { weights[feature.rawValue] }
    set { weights[feature.rawValue] = newValue }
  }

  func score(_ features: [Float]) -> Float {
    var sum: Float = 0
    for at in 0..<BeadFeature.count { sum += weights[at] * features[at] }
    return sum
  }
}
