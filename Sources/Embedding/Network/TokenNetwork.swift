internal import CKernels

/// The part of the network that works on tokens: embedding, windows, features, sums.
///
/// Each token's embedding is projected, passes two residual convolutions over windows of 2, 3 and 5
/// tokens, and is normalised together with what they made of it. The features of a sentence's
/// tokens are summed and projected; they are kept apart for its first token, its last, and those
/// between, so that neighbours can be joined later. A network keeps its buffers; each thread has one.
/// Source: Yang et al. 2019, Multilingual Universal Sentence Encoder for Semantic Retrieval, and the
/// package's graph.
struct TokenNetwork {
  private typealias Net = NetworkWeights

  private let weights: NetworkWeights
  /// Whether the three projections are normalised as one, as the Python package does.
  private let normalisesJointly: Bool

  private let features = FloatBuffer(TokenBatch.capacity * Net.featureWidth)
  private let projected = FloatBuffer(TokenBatch.paddedCapacity * Net.branchesWidth)
  private let convolved = FloatBuffer(TokenBatch.paddedCapacity * Net.branchesWidth)
  private let sums = FloatBuffer(TokenBatch.mostRuns * 3 * Net.featureWidth)
  private let outputs = FloatBuffer(TokenBatch.mostRuns * 3 * Net.width)

  init(_ weights: NetworkWeights, normalisesJointly: Bool) {
    self.weights = weights
    self.normalisesJointly = normalisesJointly
  }

  /// Adds the projected sums of a batch's runs to those of their sentences: 3 × 512 floats each.
  func add(_ batch: TokenBatch, to sentences: UnsafeMutablePointer<Float>) {
    guard !batch.isEmpty else { return }
    batch.paddedRows.withUnsafeBufferPointer { rows in
      guard let rows = rows.baseAddress else { return }
      clearPadding(of: batch)
      embed(batch, rows)
      convolve(Int32(batch.ids.count), rows)
    }
    sum(batch)
    let kernel = weights.kernel
    let count = batch.runs.count * 3
    withUnsafePointer(to: weights.output) {
      ck_multiply(kernel, sums.rows(Net.featureWidth), $0, outputs.rows(Net.width), Int32(count), 0)
    }
    for (index, run) in batch.runs.enumerated() {
      let from = outputs.start + index * 3 * Net.width
      for (part, rows) in run.parts.enumerated() {
        ck_add_scaled(
          kernel, Float(rows.count), weights.outputBias, from + part * Net.width, Int32(Net.width))
      }
      ck_add_scaled(
        kernel, 1, from, sentences + run.sentence * 3 * Net.width, Int32(3 * Net.width))
    }
  }

  private func clearPadding(of batch: TokenBatch) {
    let width = Net.branchesWidth
    var row = 0
    for index in 0...batch.runs.count {
      for buffer in [projected, convolved] {
        (buffer.start + row * width).update(repeating: 0, count: TokenBatch.padding * width)
      }
      guard index < batch.runs.count else { break }
      row += TokenBatch.padding + batch.runs[index].seen.count
    }
  }

  private func embed(_ batch: TokenBatch, _ rows: UnsafePointer<Int32>) {
    let kernel = weights.kernel
    let count = Int32(batch.ids.count)
    ck_dequantize(
      kernel, weights.table, weights.scale, weights.low, Int32(Net.groups), batch.ids,
      features.rows(Net.featureWidth), count, Int32(Net.width))
    withUnsafePointer(to: weights.projection) {
      ck_multiply(
        kernel, features.rows(Net.featureWidth), $0,
        projected.rows(Net.branchesWidth, index: rows), count, 0)
    }
    let width = normalisesJointly ? Net.branchesWidth : Net.branchWidth
    for column in stride(from: 0, to: Net.branchesWidth, by: width) {
      ck_layer_norm(
        kernel, projected.rows(Net.branchesWidth, column: column, index: rows), count,
        Int32(width), weights.projectionNorm.gain + column, weights.projectionNorm.bias + column)
    }
  }

  private func convolve(_ count: Int32, _ rows: UnsafePointer<Int32>) {
    let kernel = weights.kernel
    let width = Net.branchesWidth
    for (branch, matrices) in weights.branches.enumerated() {
      let column = branch * Net.branchWidth
      withUnsafePointer(to: matrices.first) {
        ck_multiply(
          kernel, projected.rows(width, column: column, index: rows), $0,
          convolved.rows(width, column: column, index: rows), count, 0)
      }
    }
    ck_relu_add(
      kernel, convolved.rows(width, index: rows), projected.rows(width, index: rows), count,
      Int32(width))
    for (branch, matrices) in weights.branches.enumerated() {
      let column = branch * Net.branchWidth
      withUnsafePointer(to: matrices.second) {
        ck_multiply(
          kernel, convolved.rows(width, column: column, index: rows), $0,
          features.rows(Net.featureWidth, column: Net.width + column), count, 0)
      }
    }
    ck_relu_add(
      kernel, features.rows(Net.featureWidth, column: Net.width),
      convolved.rows(width, index: rows), count, Int32(width))
    ck_layer_norm(
      kernel, features.rows(Net.featureWidth), count, Int32(Net.featureWidth),
      weights.featureNorm.gain, weights.featureNorm.bias)
  }

  /// Sums the features of each run's tokens: those between, the first, the last.
  private func sum(_ batch: TokenBatch) {
    let width = Net.featureWidth
    sums.start.update(repeating: 0, count: batch.runs.count * 3 * width)
    for (index, run) in batch.runs.enumerated() {
      for (part, rows) in run.parts.enumerated() {
        ck_sum_rows(
          weights.kernel, features.rows(width, column: rows.lowerBound * width), Int32(rows.count),
          Int32(width), sums.start + (index * 3 + part) * width)
      }
    }
  }
}
