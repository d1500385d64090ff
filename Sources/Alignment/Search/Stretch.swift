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
    let isSmall = (source.count + 1) * (target.count + 1) <= Self.wholeGrid
    let inside = landmarks.filter { source.contains($0.source) && target.contains($0.target) }
    self.init(
      source: source, target: target,
      band: isSmall
        ? Band(sources: source.count, targets: target.count)
        : Landmarks(
          inside.map { ($0.source - source.lowerBound, $0.target - target.lowerBound) }
        ).band(
          sources: source.count, targets: target.count, narrowest: Self.narrowest,
          widest: Self.widest))
  }

  /// Cells up to which a grid is searched whole by the coarse path.
  private static let wholeGrid = 250_000
  /// Target positions to either side of the landmarks.
  private static let narrowest = 40
  private static let widest = 1_000
}
