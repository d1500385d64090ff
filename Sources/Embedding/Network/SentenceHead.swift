internal import CKernels

/// The part of the network that makes vectors of sums: a residual network of four layers.
///
/// It keeps its buffers; each thread has one.
struct SentenceHead {
  private typealias Net = NetworkWeights

  /// Rows it takes at once.
  static let capacity = 96

  private let weights: NetworkWeights
  private let hidden0 = FloatBuffer(capacity * Net.hiddenWidth)
  private let hidden1 = FloatBuffer(capacity * Net.hiddenWidth)
  private let hidden2 = FloatBuffer(capacity * Net.width)
  /// Rows of 512 floats to put means into, before `run`.
  let means = FloatBuffer(capacity * Net.width)

  init(_ weights: NetworkWeights) { self.weights = weights }

  /// Writes a unit vector for each of the first `count` rows of `means`.
  ///
  /// - Parameter count: `capacity` at most.
  func run(_ count: Int, into vectors: UnsafeMutablePointer<Float>) {
    let kernel = weights.kernel
    let count = Int32(count)
    let vectors = ck_rows(values: vectors, stride: Int64(Net.width), index: nil)
    let means = means.rows(Net.width)
    let (rows0, rows1) = (hidden0.rows(Net.hiddenWidth), hidden1.rows(Net.hiddenWidth))
    let rows2 = hidden2.rows(Net.width)
    func multiply(_ rows: ck_rows, _ matrix: ck_matrix, _ out: ck_rows, adds: Bool = false) {
      withUnsafePointer(to: matrix) { ck_multiply(kernel, rows, $0, out, count, adds ? 1 : 0) }
    }
    multiply(means, weights.head0, rows0)
    ck_relu(kernel, rows0, count, Int32(Net.hiddenWidth))
    multiply(means, weights.skip1, rows1)
    multiply(rows0, weights.head1, rows1, adds: true)
    ck_relu(kernel, rows1, count, Int32(Net.hiddenWidth))
    multiply(rows1, weights.head2, rows2)
    ck_relu(kernel, rows2, count, Int32(Net.width))
    multiply(rows1, weights.skip3, vectors)
    multiply(rows2, weights.head3, vectors, adds: true)
    ck_tanh_unit(kernel, vectors, count, Int32(Net.width))
  }
}
