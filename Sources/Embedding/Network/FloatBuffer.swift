internal import CKernels

/// Floats at an address the widest vectors like, freed with their owner.
///
/// They are to be written before they are read: memory that is never touched costs nothing.
final class FloatBuffer {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(_ count: Int) {
    self.count = count
    start = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.stride, alignment: 64
    ).bindMemory(to: Float.self, capacity: count)
  }

  deinit { start.deallocate() }

  /// Rows of `stride` floats, from a column on.
  func rows(_ stride: Int, column: Int = 0, index: UnsafePointer<Int32>? = nil) -> ck_rows {
    ck_rows(values: start + column, stride: Int64(stride), index: index)
  }
}
