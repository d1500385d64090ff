/// A tree of sequences of 32-bit keys, such as letters or words, that share their beginnings.
///
/// Nodes are numbers from 0, the root; what a sequence stands for is kept by whoever inserted it.
struct Trie: Sendable {
  private var children: [UInt64: Int32] = [:]
  private var nodeCount: Int32 = 1

  static let root: Int32 = 0

  /// The node a key leads to; nil where no sequence goes that way.
  func child(of node: Int32, _ key: UInt32) -> Int32? { children[Self.edge(node, key)] }

  /// The node a key leads to, made where there is none.
  mutating func insertChild(of node: Int32, _ key: UInt32) -> Int32 {
    let edge = Self.edge(node, key)
    if let child = children[edge] { return child }
    children[edge] = nodeCount
    nodeCount += 1
    return nodeCount - 1
  }

  private static func edge(_ node: Int32, _ key: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(key)
  }
}
