/// How many sentences a bead has on each side, both sides being there.
package struct BeadType: Hashable, Sendable {
  package let source: Int
  package let target: Int

  /// All types of up to so many sentences in all, the small ones first.
  static func all(upTo maximum: Int) -> [BeadType] {
    var types: [BeadType] = []
    for sum in 2...max(maximum, 2) {
      for source in 1..<sum { types.append(BeadType(source: source, target: sum - source)) }
    }
    return types
  }
}
