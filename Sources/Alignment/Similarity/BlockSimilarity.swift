/// The vectors of all blocks of neighbouring sentences within a stretch of one text.
struct BlockTable: Sendable {
  private let first: Int
  private let sentences: VectorTable
  /// For blocks of each length, from two.
  private let lengths: [VectorTable]

  /// - Parameter sentences: the vectors of all sentences of the text.
  init(
    _ vectors: any BlockVectors, _ side: Side, sentences: VectorTable, in stretch: Range<Int>,
    longest: Int
  ) {
    first = stretch.lowerBound
    self.sentences = sentences
    var lengths: [VectorTable] = []
    var rows: [Float] = []
    for length in 1...max(longest, 1) where length > 1 {
      var table = VectorTable(dimensions: vectors.dimensions)
      let blocks = (0..<max(stretch.count - length + 1, 0)).map {
        stretch.lowerBound + $0..<stretch.lowerBound + $0 + length
      }
      if !blocks.isEmpty {
        vectors.write(blocks, of: side, into: &rows)
        table.append(contentsOf: rows)
      }
      lengths.append(table)
    }
    self.lengths = lengths
  }

  func cosine(_ block: Range<Int>, _ other: BlockTable, _ otherBlock: Range<Int>) -> Float {
    table(block.count).cosine(
      row(block), other.table(otherBlock.count), other.row(otherBlock))
  }

  private func table(_ length: Int) -> VectorTable {
    length == 1 ? sentences : lengths[length - 2]
  }

  private func row(_ block: Range<Int>) -> Int {
    block.count == 1 ? block.lowerBound : block.lowerBound - first
  }
}
