/// The features of a bead, or of a sentence left alone.
struct FeatureVector: Sendable {
  /// By the raw values of `BeadFeature`.
  var values = [Float](repeating: 0, count: BeadFeature.count)

  subscript(feature: BeadFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  mutating func clear() {
    for at in values.indices { values[at] = 0 }
  }

  /// Adds what the rates of the document say of a bead of a type.
  mutating func add(_ rates: DocumentRates, _ type: BeadType) {
    guard type.isGroup else { return }
    self[.groupRate] = rates.groups
    self[.sizeRate] = rates.size * Float(type.source + type.target - 3)
  }
}
