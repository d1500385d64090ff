/// The vocabulary's pieces as a trie of bytes, its nodes in breadth-first order.
///
/// Node 0 is the root. The children of a node follow one another, sorted by their bytes.
struct PieceTrie: @unchecked Sendable {
  private let firstChild: UnsafeBufferPointer<UInt32>
  private let labels: UnsafeBufferPointer<UInt8>
  private let pieces: UnsafeBufferPointer<Int32>
  private let scores: UnsafeBufferPointer<Float>
  /// The root's children, which every walk begins with; 0 for none.
  private let roots: [Int32]

  /// Logarithm of the probability given to a character outside the vocabulary.
  let unknownScore: Float

  init(_ model: ModelFile) throws(ModelFileError) {
    labels = try model.section("trie.labels", of: UInt8.self)
    firstChild = try model.section("trie.children", of: UInt32.self, count: labels.count + 1)
    pieces = try model.section("trie.pieces", of: Int32.self, count: labels.count)
    scores = try model.section("piece.scores", of: Float.self)
    unknownScore = try model.section("piece.unknown", of: Float.self, count: 1)[0]
    var roots = [Int32](repeating: 0, count: 256)
    for child in Int(firstChild[0])..<max(Int(firstChild[0]), Int(firstChild[1]))
    where child < labels.count {
      roots[Int(labels[child])] = Int32(child)
    }
    self.roots = roots
  }

  /// The node of a piece's first byte; nil where no piece begins with it.
  @inline(__always) func root(_ byte: UInt8) -> Int? {
    let node = roots[Int(byte)]
    return node > 0 ? Int(node) : nil
  }

  /// The child of a node, which lies in the trie; nil where there is none.
  @inline(__always) func child(of node: Int, _ byte: UInt8) -> Int? {
    var low = Int(firstChild[node])
    let end = min(Int(firstChild[node + 1]), labels.count)
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if labels[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low < end && labels[low] == byte ? low : nil
  }

  /// The piece that ends at a node, and its score.
  @inline(__always) func piece(at node: Int) -> (id: Int32, score: Float)? {
    let id = pieces[node]
    return id >= 0 && Int(id) < scores.count ? (id, scores[Int(id)]) : nil
  }
}
