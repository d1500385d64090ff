/// Builds the trie that `PieceTrie` reads.
struct PieceTrieBuilder {
  private(set) var firstChild: [UInt32] = []
  private(set) var labels: [UInt8] = []
  private(set) var pieces: [Int32] = []

  /// Sorted pieces lie together where they begin alike, so a node is a range of them at a depth.
  init(_ vocabulary: VocabularyFile) {
    let sorted = vocabulary.pieces.indices.filter { vocabulary.pieces[$0].isOrdinary }.map {
      (text: vocabulary.pieces[$0].text, id: Int32($0))
    }.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    var nodes: [(range: Range<Int>, depth: Int)] = [(0..<sorted.count, 0)]
    labels.append(0)
    var next = 0
    while next < nodes.count {
      let (range, depth) = nodes[next]
      next += 1
      firstChild.append(UInt32(nodes.count))
      var at = range.lowerBound
      var piece: Int32 = -1
      while at < range.upperBound, sorted[at].text.count == depth {
        piece = sorted[at].id
        at += 1
      }
      pieces.append(piece)
      while at < range.upperBound {
        let label = sorted[at].text[depth]
        var end = at + 1
        while end < range.upperBound, sorted[end].text[depth] == label { end += 1 }
        nodes.append((at..<end, depth + 1))
        labels.append(label)
        at = end
      }
    }
    firstChild.append(UInt32(nodes.count))
  }
}
