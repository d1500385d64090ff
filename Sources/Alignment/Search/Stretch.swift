/// A part of both texts that is aligned by itself, and where in it the path may run.
struct Stretch: Sendable {
  /// 0-based sentence indexes.
  let source: Range<Int>
  let target: Range<Int>
  /// Its positions count from the beginning of the stretch.
  let band: Band
}
