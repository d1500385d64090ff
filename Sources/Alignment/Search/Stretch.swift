/// A part of both texts that is aligned by itself, and where in it the path may run.
struct Stretch: Sendable {
  /// 0-based sentence indexes.
  let source: Range<Int>
  let target: Range<Int>
  /// Its positions count from the beginning of the stretch.
  let band: Band

  init(source: Range<Int>, target: Range<Int>, band: Band) {
    self.source = source
    self.target = target
    self.band = band
  }

  /// A stretch that is searched whole if it is small, and else near what landmarks there are.
  ///
  /// - Parameter landmarks: of both texts, by source sentence.
  init(source: Range<Int>, target: Range<Int>, landmarks: [(source: Int, target: Int)]) {
    if Self.isSmall(source, target) {
      self.init(
        source: source, target: target, band: Band(sources: source.count, targets: target.count))
      return
    }
    let inside = landmarks.filter { source.contains($0.source) && target.contains($0.target) }
    let band = Landmarks(
      inside.map { ($0.source - source.lowerBound, $0.target - target.lowerBound) }
    ).supported(slope: Double(target.count) / Double(max(source.count, 1)))
      .band(sources: source.count, targets: target.count)
    self.init(source: source, target: target, band: band)
  }

  /// Whether a grid is searched whole by the coarse path.
  static func isSmall(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    (source.count + 1) * (target.count + 1) <= wholeGrid
  }

  /// Cells up to which it is.
  private static let wholeGrid = 250_000
}
