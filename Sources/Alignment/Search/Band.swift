/// The cells of an alignment grid that are searched: a run of target positions for each source
/// position.
struct Band: Sendable {
  /// First and last target position of each source position, 0 to the number of sentences.
  let rows: [ClosedRange<Int>]
  /// Where target position 0 of each row would be in a flat array of cells.
  private let origins: [Int]
  /// How many cells a flat array for the band has.
  let cells: Int

  /// - Parameter rows: for each source position; widened where one does not reach the next.
  init(rows: [ClosedRange<Int>]) {
    let rows = Self.connected(rows)
    var origins: [Int] = []
    origins.reserveCapacity(rows.count)
    var cells = 0
    for row in rows {
      origins.append(cells - row.lowerBound)
      cells += row.count
    }
    self.init(rows: rows, origins: origins, cells: cells)
  }

  private init(rows: [ClosedRange<Int>], origins: [Int], cells: Int) {
    self.rows = rows
    self.origins = origins
    self.cells = cells
  }

  /// The whole grid.
  init(sources: Int, targets: Int) {
    self.init(rows: Array(repeating: 0...targets, count: sources + 1))
  }

  /// The place of a cell in a flat array; nil outside the band.
  func index(_ source: Int, _ target: Int) -> Int? {
    guard source >= 0, rows[source].contains(target) else { return nil }
    return origins[source] + target
  }

  /// A band of fewer cells, which keep their places in a flat array.
  ///
  /// - Parameter kept: cells of the band for each source position, those of neighbouring positions
  ///   overlapping.
  func narrowed(to kept: [ClosedRange<Int>]) -> Band {
    Band(rows: zip(rows, kept).map { $1.clamped(to: $0) }, origins: origins, cells: cells)
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
