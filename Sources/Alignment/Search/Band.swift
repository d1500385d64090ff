/// The cells of an alignment grid that are searched: a run of target positions for each source
/// position.
struct Band: Sendable {
  /// First and last target position of each source position, 0 to the number of sentences.
  let rows: [ClosedRange<Int>]
  /// Where each row begins in a flat array of cells; the last entry is their number.
  let offsets: [Int]

  /// - Parameter rows: for each source position; widened where one does not reach the next.
  init(rows: [ClosedRange<Int>]) {
    let rows = Self.connected(rows)
    self.rows = rows
    var offsets = [0]
    offsets.reserveCapacity(rows.count + 1)
    for row in rows { offsets.append(offsets[offsets.count - 1] + row.count) }
    self.offsets = offsets
  }

  /// The whole grid.
  init(sources: Int, targets: Int) {
    self.init(rows: Array(repeating: 0...targets, count: sources + 1))
  }

  /// How many cells there are.
  var cells: Int { offsets[offsets.count - 1] }

  /// The place of a cell in a flat array; nil outside the band.
  func index(_ source: Int, _ target: Int) -> Int? {
    guard source >= 0, rows[source].contains(target) else { return nil }
    return offsets[source] + target - rows[source].lowerBound
  }

  /// The part of the band within a rectangle, its positions counted from the rectangle's corner.
  func part(_ source: Range<Int>, _ target: Range<Int>) -> Band {
    var part: [ClosedRange<Int>] = []
    part.reserveCapacity(source.count + 1)
    for i in source.lowerBound...source.upperBound {
      let low = min(max(rows[i].lowerBound, target.lowerBound), target.upperBound)
      let high = max(min(rows[i].upperBound, target.upperBound), target.lowerBound)
      part.append(
        min(low, high) - target.lowerBound...max(low, high) - target.lowerBound)
    }
    // The path begins and ends in the corners.
    part[0] = 0...part[0].upperBound
    part[part.count - 1] = part[part.count - 1].lowerBound...target.count
    return Band(rows: part)
  }

  /// Rows widened so that each overlaps the next: gaps of one side must be crossed somewhere.
  private static func connected(_ rows: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var rows = rows
    for row in rows.indices.dropFirst() {
      if rows[row].lowerBound > rows[row - 1].upperBound {
        rows[row - 1] = rows[row - 1].lowerBound...rows[row].lowerBound
      }
      if rows[row].upperBound < rows[row - 1].lowerBound {
        rows[row] = rows[row].lowerBound...rows[row - 1].lowerBound
      }
    }
    return rows
  }
}
