/// How many sentences a bead has on each side, both sides being there.
struct BeadType: Hashable, Sendable {
  let source: Int
  let target: Int

  var isGroup: Bool { source + target > 2 }

  /// All types of up to so many sentences in all, the small ones first.
  static func all(upTo maximum: Int) -> [BeadType] {
    var types: [BeadType] = []
    for sum in 2...max(maximum, 2) {
      for source in 1..<sum { types.append(BeadType(source: source, target: sum - source)) }
    }
    return types
  }

  /// The place of a type in `all`.
  static func number(_ source: Int, _ target: Int) -> Int {
    (source + target - 2) * (source + target - 1) / 2 + source - 1
  }
}
