#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FoundationEssentials
import Names

/// Estimates a back-off model from sequences, by modified Kneser-Ney smoothing (Chen and Goodman
/// 1998, §3).
struct NGramTrainer {
  private let order: Int
  private let vocabulary: Int
  private let leastCounts: [Int: Double]
  private var children: [UInt64: Int32] = [:]
  private var counts: [Double] = [0]
  private var depths: [UInt8] = [0]
  private var parents: [Int32] = [0]
  private var symbols: [UInt16] = [0]

  /// - Parameters:
  ///   - order: symbols of the longest n-gram.
  ///   - vocabulary: how many symbols there are.
  ///   - leastCounts: of the n-grams of a length that are kept, rising with it.
  init(order: Int, vocabulary: Int, leastCounts: [Int: Double] = [:]) {
    self.order = order
    self.vocabulary = vocabulary
    self.leastCounts = leastCounts
  }

  /// Counts a sequence, without the symbols that begin and end it.
  mutating func add(_ sequence: [UInt16], _ weight: Float) {
    let all = [1] + sequence + [0]
    for start in all.indices {
      var node: Int32 = 0
      for symbol in all[start...].prefix(order) {
        node = child(of: node, symbol)
        counts[Int(node)] += Double(weight)
      }
    }
  }

  private mutating func child(of node: Int32, _ symbol: UInt16) -> Int32 {
    let key = UInt64(node) << 16 | UInt64(symbol)
    if let known = children[key] { return known }
    let number = Int32(counts.count)
    children[key] = number
    counts.append(0)
    depths.append(depths[Int(node)] + 1)
    parents.append(node)
    symbols.append(symbol)
    return number
  }

  /// The model as the columns of a file.
  func columns() -> [[UInt8]] {
    let count = counts.count
    let order = counts.indices.sorted { depths[$0] < depths[$1] }
    var suffixes = [Int32](repeating: 0, count: count)
    var beginsSequence = [Bool](repeating: false, count: count)
    for node in order where node > 0 {
      let parent = Int(parents[node])
      beginsSequence[node] = depths[node] == 1 ? symbols[node] == 1 : beginsSequence[parent]
      if depths[node] > 1 {
        suffixes[node] = children[UInt64(suffixes[parent]) << 16 | UInt64(symbols[node])] ?? 0
      }
    }
    // All but the longest count in how many ways they are continued.
    var adjusted = [Double](repeating: 0, count: count)
    for node in 1..<count where Int(depths[node]) == self.order || beginsSequence[node] {
      adjusted[node] = counts[node]
    }
    for node in 1..<count where depths[node] > 1 {
      let suffix = Int(suffixes[node])
      if suffix > 0, !(Int(depths[suffix]) == self.order || beginsSequence[suffix]) {
        adjusted[suffix] += 1
      }
    }
    let discounts = discounts(adjusted)
    func discount(_ node: Int) -> Double {
      let value = adjusted[node]
      return min(discounts[Int(depths[node])][value >= 3 ? 2 : value >= 2 ? 1 : 0], value)
    }
    var totals = [Double](repeating: 0, count: count)
    var spared = totals
    for node in 1..<count where symbols[node] != 1 {
      totals[Int(parents[node])] += adjusted[node]
      spared[Int(parents[node])] += discount(node)
    }
    var probabilities = [Double](repeating: 0, count: count)
    for node in order where node > 0 && symbols[node] != 1 {
      let parent = Int(parents[node])
      let lower =
        depths[node] == 1 ? 1 / Double(vocabulary) : probabilities[Int(suffixes[node])]
      probabilities[node] =
        (adjusted[node] - discount(node)) / totals[parent] + spared[parent] / totals[parent] * lower
    }
    var backoffs = [Double](repeating: 0, count: count)
    for node in 0..<count where totals[node] > 0 {
      backoffs[node] = log(max(1e-12, spared[node] / totals[node]))
    }
    backoffs[0] -= log(Double(vocabulary))
    return written(probabilities, backoffs, suffixes)
  }

  private func discounts(_ adjusted: [Double]) -> [[Double]] {
    (0...order).map { depth in
      var seen = [Double](repeating: 0, count: 5)
      for node in adjusted.indices.dropFirst() where Int(depths[node]) == depth {
        let count = Int(adjusted[node].rounded())
        if (1...4).contains(count) { seen[count] += 1 }
      }
      let ratio = seen[1] / (seen[1] + 2 * seen[2] + 1e-9)
      func discount(_ k: Int) -> Double {
        let value = Double(k) - Double(k + 1) * ratio * seen[k + 1] / max(1, seen[k])
        return max(0.1 * Double(k), min(Double(k) - 0.05, value))
      }
      return [discount(1), discount(2), discount(3)]
    }
  }

  /// Whether an n-gram was seen so seldom that what is told from shorter ones will do.
  ///
  /// No n-gram is seen less often than those it begins, so that all its parts are kept with it.
  private func isRare(_ node: Int) -> Bool {
    counts[node] < (leastCounts[Int(depths[node])] ?? 0)
  }

  /// Nodes level by level, the children of a node one behind the other by symbol.
  private func written(
    _ probabilities: [Double], _ backoffs: [Double], _ suffixes: [Int32]
  ) -> [[UInt8]] {
    var childLists = [[Int32]](repeating: [], count: counts.count)
    for node in 1..<counts.count where !isRare(node) {
      childLists[Int(parents[node])].append(Int32(node))
    }
    var nodes = [0]
    var firsts: [UInt32] = []
    var orders: [UInt32] = [0]
    var at = 0
    while at < nodes.count {
      let node = nodes[at]
      if Int(depths[node]) == orders.count { orders.append(UInt32(at)) }
      firsts.append(UInt32(nodes.count))
      nodes += childLists[node].map(Int.init).sorted { symbols[$0] < symbols[$1] }
      at += 1
    }
    firsts.append(UInt32(nodes.count))
    var places = [UInt32](repeating: 0, count: counts.count)
    for (place, node) in nodes.enumerated() { places[node] = UInt32(place) }
    func code(_ logarithm: Double) -> UInt8 { UInt8(max(0, min(254, (-logarithm * 16).rounded()))) }
    return [
      bytes(orders), bytes(nodes.map { symbols[$0] }),
      nodes.map { probabilities[$0] > 0 ? code(log(probabilities[$0])) : 255 },
      nodes.map { code(backoffs[$0]) }, bytes(firsts),
      bytes(nodes.map { places[Int(suffixes[$0])] }),
    ]
  }
}

/// Numbers as they stand in a model's file.
func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
  for number in numbers {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
  return bytes
}
