/// Takes the features of a bead, or of a sentence left alone, one by one.
protocol FeatureSink {
  /// Adds to a feature, by the raw value of `BeadFeature`.
  mutating func add(_ feature: Int, _ value: Float)
}

extension FeatureSink {
  mutating func add(_ feature: BeadFeature, _ value: Float) { add(feature.rawValue, value) }

  /// Adds what the rates of the document say of a bead of a type.
  mutating func add(_ rates: DocumentRates, _ type: BeadType) {
    guard type.isGroup else { return }
    add(.groupRate, rates.groups)
    add(.sizeRate, rates.size * Float(type.source + type.target - 3))
  }
}

/// Weighs features as they come.
struct WeightedSum: FeatureSink {
  private let weights: [Float]
  private(set) var value: Float = 0

  init(_ model: BeadModel) { weights = model.weights }

  mutating func add(_ feature: Int, _ value: Float) { self.value += weights[feature] * value }

  /// The sum, which begins anew.
  mutating func take() -> Float {
    defer { value = 0 }
    return value
  }
}

/// Keeps features as they come.
struct FeatureVector: FeatureSink, Sendable {
  /// By the raw values of `BeadFeature`.
  private(set) var values = [Float](repeating: 0, count: BeadFeature.count)

  mutating func add(_ feature: Int, _ value: Float) { values[feature] += value }

  /// Makes every feature 0.
  mutating func clear() {
    for at in values.indices { values[at] = 0 }
  }
}
