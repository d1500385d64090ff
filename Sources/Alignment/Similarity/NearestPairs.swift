import Text

/// Finds pairs of sentences all over two long texts that are each other's nearest: landmarks of the
/// path between them.
///
/// Where comparing all with all would take too long, some sentences of the source are compared with
/// all of the target, and what lies between the pairs found is looked through in the same way, so
/// that the time grows little faster than the texts.
struct NearestPairs: Sendable {
  private let source: VectorTable
  private let target: VectorTable
  /// How many comparisons are made at a time, but for `fewest` sentences in any case.
  private let comparisons: Int

  init(_ source: VectorTable, _ target: VectorTable, comparisons: Int = 50_000_000) {
    self.source = source
    self.target = target
    self.comparisons = comparisons
  }

  /// Pairs within a range of both texts, rising in both.
  func pairs(_ sources: Range<Int>, _ targets: Range<Int>) -> [(source: Int, target: Int)] {
    if Stretch.isSmall(sources, targets) { return [] }
    let count = min(sources.count, max(Self.fewest, comparisons / targets.count))
    let rows = (0..<count).map { sources.lowerBound + $0 * sources.count / count }
    let chain = Landmarks(mutual(rows, targets)).chain
    if count == sources.count || chain.isEmpty { return chain }
    var all: [(source: Int, target: Int)] = []
    var from = (source: sources.lowerBound, target: targets.lowerBound)
    for to in chain + [(sources.upperBound, targets.upperBound)] {
      let between = (from.source..<to.source, from.target..<to.target)
      // A part that is hardly smaller would be looked through for ever.
      if 2 * between.0.count < sources.count { all += pairs(between.0, between.1) }
      if to.source < sources.upperBound {
        all.append(to)
        from = (to.source + 1, to.target + 1)
      }
    }
    return all
  }

  /// Sentences of the source that are compared at least.
  private static let fewest = 100

  /// The pairs of some source sentences with target sentences that are nearest both ways, and by
  /// far.
  private func mutual(_ rows: [Int], _ targets: Range<Int>) -> [(source: Int, target: Int)] {
    let parts = (targets.count + Self.block - 1) / Self.block
    let found = Threads.map(parts) { part in
      let first = targets.lowerBound + part * Self.block
      return nearest(rows, first..<min(first + Self.block, targets.upperBound))
    }
    return rows.indices.compactMap { row in
      var best = Nearest.none
      for part in found { best.add(part.rows[row]) }
      guard best.partner >= 0, best.lead >= Self.lead else { return nil }
      let (part, column) = (best.partner - targets.lowerBound).quotientAndRemainder(
        dividingBy: Self.block)
      return found[part].columns[column].partner == row ? (rows[row], best.partner) : nil
    }
  }

  /// By how much a pair's cosine is to be above the next two, whose mean is taken.
  private static let lead: Float = 0.05
  /// Target sentences that are compared at a time: as many as fit near the processor.
  private static let block = 1_024

  /// For each row its nearest among some target sentences, and for each of these its nearest row.
  private func nearest(
    _ rows: [Int], _ targets: Range<Int>
  ) -> (rows: [Nearest], columns: [Nearest]) {
    var nearestOfRow = [Nearest](repeating: .none, count: rows.count)
    var nearestOfColumn = [Nearest](repeating: .none, count: targets.count)
    var scratch: [Int32] = []
    for (number, row) in rows.enumerated() {
      source.cosines(of: row, with: target, targets, &scratch) { place, cosine in
        if cosine > nearestOfRow[number].third {
          nearestOfRow[number].add(cosine, of: targets.lowerBound + place)
        }
        if cosine > nearestOfColumn[place].first {
          nearestOfColumn[place].add(cosine, of: number)
        }
      }
    }
    return (nearestOfRow, nearestOfColumn)
  }

  /// The three highest cosines of a sentence, and whose the highest is.
  private struct Nearest {
    var first: Float = -1
    var second: Float = -1
    var third: Float = -1
    var partner = -1

    static let none = Nearest()

    /// How far the first is above the others.
    var lead: Float { first - (second + third) / 2 }

    mutating func add(_ cosine: Float, of partner: Int) {
      if cosine > first {
        (first, second, third) = (cosine, first, second)
        self.partner = partner
      } else if cosine > second {
        (second, third) = (cosine, second)
      } else if cosine > third {
        third = cosine
      }
    }

    mutating func add(_ other: Nearest) {
      add(other.first, of: other.partner)
      add(other.second, of: other.partner)
      add(other.third, of: other.partner)
    }
  }
}
