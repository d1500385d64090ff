/// A back-off model of sequences of symbols, as a tree of n-grams.
///
/// A node is an n-gram; its children, which stand one behind the other by symbol, are those that
/// are a symbol longer. Symbol 0 ends a sequence and 1 begins it.
struct NGramModel: Sendable {
  private let symbols: Column<UInt16>
  /// Logarithms in sixteenths below 0.
  private let probabilities: Column<UInt8>
  private let backoffs: Column<UInt8>
  /// The first child of each node; one more than there are nodes.
  private let children: Column<UInt32>
  /// The node of the n-gram without its first symbol.
  private let suffixes: Column<UInt32>
  /// From this node on n-grams have the greatest length, and no children.
  private let longest: Int

  static let end: UInt16 = 0
  static let begin: UInt16 = 1
  static let root: UInt32 = 0
  static let steps: Float = 16

  init(_ sections: inout ModelSections) throws(NameModelError) {
    let orders: Column<UInt32> = try sections.column()
    symbols = try sections.column()
    probabilities = try sections.column()
    backoffs = try sections.column()
    children = try sections.column()
    suffixes = try sections.column()
    let count = symbols.count
    longest = Int(orders[orders.count - 1])
    guard count > 0, probabilities.count == count, backoffs.count == count,
      children.count == count + 1, suffixes.count == count, orders.count > 0, longest > 0,
      longest <= count
    else { throw .damaged }
    if sections.isTrusted { return }
    // Children lie behind their nodes and suffixes before: a search cannot run in circles.
    var last = 1
    for node in 0...count {
      let first = Int(children[node])
      guard first >= last, first <= count, node == count || first > node || first == count,
        node == 0 || node == count || suffixes[node] < node
      else { throw .damaged }
      last = first
    }
  }

  /// Where sequences begin.
  var start: UInt32 { child(of: Self.root, Self.begin).map(UInt32.init) ?? Self.root }

  /// The logarithm of the probability that a symbol follows, and the state behind it.
  func score(_ state: UInt32, _ symbol: UInt16) -> (score: Float, next: UInt32) {
    var penalty: Float = 0
    var node = state
    while true {
      if let child = child(of: node, symbol), probabilities[child] < 255 {
        return (penalty + probability(child), self.state(child))
      }
      penalty += backoff(Int(node))
      if node == Self.root { return (penalty, Self.root) }
      node = suffixes[Int(node)]
    }
  }

  /// Writes for neighbouring symbols the logarithm of the probability that each follows a state, and
  /// the state behind it.
  ///
  /// - Parameter chain: room for the state and its suffixes.
  func score(
    _ state: UInt32, _ range: Range<UInt16>, scores: UnsafeMutableBufferPointer<Float>,
    next: UnsafeMutableBufferPointer<UInt32>, chain: inout [UInt32]
  ) {
    chain.removeAll(keepingCapacity: true)
    var node = state
    while node != Self.root {
      chain.append(node)
      node = suffixes[Int(node)]
    }
    let rare = backoff(0)
    for at in 0..<range.count {
      scores[at] = rare
      next[at] = Self.root
    }
    fill(Self.root, range, scores, next)
    for node in chain.reversed() {
      let penalty = backoff(Int(node))
      for at in 0..<range.count { scores[at] += penalty }
      fill(node, range, scores, next)
    }
  }

  private func fill(
    _ node: UInt32, _ range: Range<UInt16>, _ scores: UnsafeMutableBufferPointer<Float>,
    _ next: UnsafeMutableBufferPointer<UInt32>
  ) {
    var child = firstChild(of: node, from: range.lowerBound)
    let end = Int(children[Int(node) + 1])
    while child < end {
      let symbol = symbols[child]
      if symbol >= range.upperBound { return }
      if probabilities[child] < 255 {
        scores[Int(symbol - range.lowerBound)] = probability(child)
        next[Int(symbol - range.lowerBound)] = state(child)
      }
      child += 1
    }
  }

  private func probability(_ node: Int) -> Float { -Float(probabilities[node]) / Self.steps }
  private func backoff(_ node: Int) -> Float { -Float(backoffs[node]) / Self.steps }

  /// What may follow the longest n-grams is told from those a symbol shorter.
  private func state(_ child: Int) -> UInt32 {
    child >= longest ? suffixes[child] : UInt32(truncatingIfNeeded: child)
  }

  private func child(of node: UInt32, _ symbol: UInt16) -> Int? {
    let child = firstChild(of: node, from: symbol)
    return child < Int(children[Int(node) + 1]) && symbols[child] == symbol ? child : nil
  }

  /// The first child with a symbol or a later one.
  private func firstChild(of node: UInt32, from symbol: UInt16) -> Int {
    var low = Int(children[Int(node)])
    var high = Int(children[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
