/// Phrases as sequences of word numbers that share their beginnings.
///
/// Nodes are numbers from 0, the root.
struct PhraseTree: Sendable {
  private var children: HashIndex
  /// For each node, the last phrase that ends there; negative for none.
  private var lastPhrase: [Int32] = [-1]
  /// For each phrase, the one before it that ends at the same node.
  private var previous: [Int32] = []

  static let root: Int32 = 0

  init(minimumCapacity: Int) { children = HashIndex(minimumCapacity: minimumCapacity) }

  /// The node a word leads to; nil where no phrase goes that way.
  func child(of node: Int32, _ word: Int32) -> Int32? { children.value(Self.edge(node, word)) }

  /// Adds the next phrase, by the numbers of its words.
  mutating func add(_ words: [Int32]) {
    var node = Self.root
    for word in words {
      if let child = child(of: node, word) {
        node = child
      } else {
        let child = Int32(lastPhrase.count)
        children.set(Self.edge(node, word), to: child)
        lastPhrase.append(-1)
        node = child
      }
    }
    previous.append(lastPhrase[Int(node)])
    lastPhrase[Int(node)] = Int32(previous.count - 1)
  }

  /// Calls `body` with the number of every phrase that ends at a node.
  func forEachPhrase(at node: Int32, _ body: (Int) -> Void) {
    var phrase = lastPhrase[Int(node)]
    while phrase >= 0 {
      body(Int(phrase))
      phrase = previous[Int(phrase)]
    }
  }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
