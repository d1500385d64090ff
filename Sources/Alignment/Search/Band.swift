/// The cells of the alignment grid that are searched: a run of target positions for each source
/// position.
///
/// Small grids are searched whole. In large ones a chain of landmarks (sentences that share a key
/// neither text has elsewhere) gives a path, and the band follows it, so that time and memory grow
/// with the length of the texts and not its square.
struct Band: Sendable {
  /// First and last target position of each source position, 0 to the number of sentences.
  private(set) var rows: [ClosedRange<Int>]
  /// Where each row begins in a flat array of cells; the last entry is their number.
  let offsets: [Int]

  init(sources: Int, targets: Int, landmarks: [(source: Int, target: Int)]) {
    if (sources + 1) * (targets + 1) <= Self.wholeGrid {
      rows = Array(repeating: 0...targets, count: sources + 1)
    } else {
      rows = Self.follow(Self.chain(landmarks), sources: sources, targets: targets)
    }
    var offsets = [0]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows { offsets.append(offsets[offsets.count - 1] + row.count) }
    self.offsets = offsets
  }

  /// A band of given rows.
  init(rows: [ClosedRange<Int>]) {
    self.rows = rows
    var offsets = [0]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows { offsets.append(offsets[offsets.count - 1] + row.count) }
    self.offsets = offsets
  }

  /// How many cells there are.
  var cells: Int { offsets[offsets.count - 1] }

  /// The place of a cell in a flat array; nil outside the band.
  func index(_ source: Int, _ target: Int) -> Int? {
    guard source >= 0, rows[source].contains(target) else { return nil }
    return offsets[source] + target - rows[source].lowerBound
  }

  /// Cells up to which a grid is searched whole, and which a band aims to stay below.
  private static let wholeGrid = 1_000_000
  private static let budget = 20_000_000
  /// Target positions to either side of the path.
  private static let narrowest = 50
  private static let widest = 1_000

  /// The longest chain of landmarks that rises in both texts (patience sorting, Fredman 1975).
  private static func chain(
    _ landmarks: [(source: Int, target: Int)]
  ) -> [(source: Int, target: Int)] {
    var piles: [Int] = []
    var previous = [Int](repeating: -1, count: landmarks.count)
    for (index, landmark) in landmarks.enumerated() {
      var low = 0
      var high = piles.count
      while low < high {
        let middle = (low + high) / 2
        if landmarks[piles[middle]].target < landmark.target {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low > 0 { previous[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var chain: [(source: Int, target: Int)] = []
    var next = piles.last ?? -1
    while next >= 0 {
      chain.append(landmarks[next])
      next = previous[next]
    }
    return chain.reversed()
  }

  private static func follow(
    _ chain: [(source: Int, target: Int)], sources: Int, targets: Int
  ) -> [ClosedRange<Int>] {
    var rows: [ClosedRange<Int>] = []
    rows.reserveCapacity(sources + 1)
    let widest = min(max(budget / (2 * (sources + 1)), narrowest), Self.widest)
    var from = (source: 0, target: 0)
    for to in chain + [(sources, targets)] where to.source > from.source || to.source == sources {
      let steps = max(to.source - from.source, 1)
      let rise = to.target - from.target
      // The further apart two landmarks are, the less is known of the path between them.
      let width = min(max(narrowest, (steps + abs(rise)) / 2), widest)
      while rows.count < to.source || (to.source == sources && rows.count == sources) {
        let middle = from.target + rise * (rows.count - from.source) / steps
        let low = min(max(middle - width, rows.last?.lowerBound ?? 0), targets)
        let high = min(max(middle + width, rows.last?.upperBound ?? 0), targets)
        rows.append(min(low, high)...high)
      }
      from = to
    }
    while rows.count <= sources { rows.append(rows.last ?? 0...targets) }
    // The path begins and ends in the corners.
    rows[0] = 0...rows[0].upperBound
    rows[sources] = rows[sources].lowerBound...targets
    return connected(rows, targets)
  }

  /// Rows widened so that each overlaps the next: gaps of one side must be crossed somewhere.
  private static func connected(_ rows: [ClosedRange<Int>], _ targets: Int) -> [ClosedRange<Int>] {
    var rows = rows
    for row in rows.indices.dropFirst() where rows[row].lowerBound > rows[row - 1].upperBound {
      rows[row - 1] = rows[row - 1].lowerBound...rows[row].lowerBound
    }
    return rows
  }
}
