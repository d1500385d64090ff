/// Names in Latin letters, letter by letter, and how often each is borne.
package struct LatinTree: Sendable {
  /// 0 to 25 for a to z; the children of a node stand one behind the other, in its place among all.
  private let letters: Column<UInt8>
  /// How many children each node has.
  private let children: Column<UInt8>
  /// The first child of every so-many-eth node.
  private let firsts: Column<UInt32>
  /// The logarithm of how often the name that ends at a node is found, in eighths and 1 more; 0 where
  /// none ends.
  private let counts: Column<UInt8>
  /// The same among Arab names, in halves, and among foreign ones: four bits each.
  private let groups: Column<UInt8>

  static let root: UInt32 = 0
  package static let block = 16

  init(_ sections: inout ModelSections) throws(NameModelError) {
    letters = try sections.column()
    children = try sections.column()
    firsts = try sections.column()
    counts = try sections.column()
    groups = try sections.column()
    let count = letters.count
    guard count > 0, children.count == count, counts.count == count, groups.count == count,
      firsts.count == (count + Self.block - 1) / Self.block
    else { throw .damaged }
  }

  /// The node a letter behind another; nil where no name goes on so.
  func child(of node: UInt32, _ letter: UInt8) -> UInt32? {
    let node = Int(node)
    var at = Int(firsts[node / Self.block])
    for other in node / Self.block * Self.block..<node { at += Int(children[other]) }
    let end = at + Int(children[node])
    while at < end {
      if letters[at] == letter { return UInt32(truncatingIfNeeded: at) }
      at += 1
    }
    return nil
  }

  /// How often the name that ends at a node is found, as a logarithm of 1 more.
  struct Counts {
    let all: Float
    let arab: Float
    let foreign: Float

    static let none = Counts(all: 0, arab: 0, foreign: 0)
  }

  func counts(_ node: UInt32) -> Counts {
    let groups = groups[Int(node)]
    return Counts(
      all: Float(counts[Int(node)]) / 8, arab: Float(groups >> 4) / 2,
      foreign: Float(groups & 15) / 2)
  }

  /// Whether a name ends at a node.
  func isName(_ node: UInt32) -> Bool { counts[Int(node)] > 0 }

  func find(_ letters: some Sequence<UInt8>) -> Counts {
    var node = Self.root
    for letter in letters {
      guard let next = child(of: node, letter) else { return .none }
      node = next
    }
    return counts(node)
  }
}
