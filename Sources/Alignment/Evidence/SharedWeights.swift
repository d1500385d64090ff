/// Adds up what the two sides of a bead share, by group: each key as often as both sides have it.
struct SharedWeights {
  /// By the raw values of `EvidenceGroup`.
  private(set) var sums = SIMD8<Float>()
  /// Whether anything but marks is shared.
  private(set) var hasKeys = false
  private let weights: [Float]
  private let groups: [UInt8]
  /// For each key which sentences of either side share it, as bits, and for which bead they are.
  private var marks: [Marks]
  private var bead: Int32 = 0

  private struct Marks {
    var bead: Int32 = 0
    var source: UInt16 = 0
    var target: UInt16 = 0
  }

  init(_ evidence: EvidenceTable, _ pairs: PairKeys) {
    weights = pairs.keys.map { evidence.weights[Int($0)] }
    groups = pairs.keys.map { UInt8(evidence.groups[Int($0)].rawValue) }
    marks = Array(repeating: Marks(), count: pairs.keys.count)
  }

  /// Reads the pairs of the bead of `source` and `target` sentences that ends at a position.
  mutating func read(_ pairs: PairKeys, _ i: Int, _ j: Int, source: Int, target: Int) {
    sums = SIMD8()
    hasKeys = false
    bead += 1
    for row in 0..<source {
      for column in 0..<target {
        pairs.forEach(i - row, j - column) { key in add(key, row, column) }
      }
    }
  }

  private mutating func add(_ key: Int, _ row: Int, _ column: Int) {
    var mark = marks[key]
    if mark.bead != bead { mark = Marks(bead: bead) }
    let before = min(mark.source.nonzeroBitCount, mark.target.nonzeroBitCount)
    mark.source |= 1 << UInt16(row)
    mark.target |= 1 << UInt16(column)
    marks[key] = mark
    if min(mark.source.nonzeroBitCount, mark.target.nonzeroBitCount) > before {
      sums[Int(groups[key])] += weights[key]
      if groups[key] != EvidenceGroup.mark.rawValue { hasKeys = true }
    }
  }
}
