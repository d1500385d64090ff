import Alignment
import Text
import Workbench

/// All vectors a search may ask for, computed once.
final class CachedVectors: BlockVectors {
  private static let longest = AlignerOptions().maximumBead - 1

  let dimensions: Int
  private let source: [[Float]]
  private let target: [[Float]]

  init(
    _ encoder: any TextEncoder, _ source: SegmentedText, _ target: SegmentedText
  ) throws {
    let texts = try encoder.vectors(of: source, target, progress: nil)
    func rows(_ side: Side, _ count: Int) -> [[Float]] {
      (1...Self.longest).map { length in
        var rows: [Float] = []
        texts.write(
          (0..<max(count - length + 1, 0)).map { $0..<$0 + length }, of: side, into: &rows)
        return rows
      }
    }
    dimensions = texts.dimensions
    self.source = rows(.source, source.sentences.count)
    self.target = rows(.target, target.sentences.count)
  }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows.removeAll(keepingCapacity: true)
    for block in blocks {
      let start = block.lowerBound * dimensions
      let table = side == .source ? source : target
      rows += table[block.count - 1][start..<start + dimensions]
    }
  }
}
