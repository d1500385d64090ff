import Alignment
import Text

/// How much worse than news a text is made to look, so that weights fit other texts as well.
///
/// In books translations are freer than in news: vectors of pairs are less alike, and fewer words
/// are in the list.
struct Hardship: Sendable {
  /// The length of the noise added to each vector of length 1.
  let noise: Float
  /// The share of words that no list has.
  let unknownWords: Double
  let seed: UInt64

  static let none = Hardship(noise: 0, unknownWords: 0, seed: 0)

  init(noise: Float, unknownWords: Double, seed: UInt64) {
    self.noise = noise
    self.unknownWords = unknownWords
    self.seed = seed
  }

  init(using generator: inout some RandomNumberGenerator) {
    noise = [0, 0.3, 0.6, 0.9].randomElement(using: &generator) ?? 0
    unknownWords = [0, 0.2, 0.4, 0.6].randomElement(using: &generator) ?? 0
    seed = generator.next()
  }

  func apply(to sources: [any EvidenceSource]) -> [any EvidenceSource] {
    unknownWords == 0 ? sources : sources.map { PoorEvidence($0, self) }
  }

  func apply(to vectors: any BlockVectors) -> any BlockVectors {
    noise == 0 ? vectors : NoisyVectors(vectors, self)
  }
}

/// Evidence some of whose words are unknown.
private struct PoorEvidence: EvidenceSource {
  private let source: any EvidenceSource
  private let hardship: Hardship

  init(_ source: any EvidenceSource, _ hardship: Hardship) {
    self.source = source
    self.hardship = hardship
  }

  func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    let first = keys.count
    source.collect(tokens, of: bytes, language: language, into: &keys)
    let known = keys[first...].filter { key in
      guard key.kind == .word || key.kind == .name else { return true }
      var random = SplitMix64(seed: hardship.seed ^ (key.value &* 0x9E37_79B9_7F4A_7C15))
      return Double.random(in: 0..<1, using: &random) >= hardship.unknownWords
    }
    keys.replaceSubrange(first..., with: known)
  }
}

/// Vectors with noise of their own for every sentence.
private struct NoisyVectors: BlockVectors {
  private let vectors: any BlockVectors
  private let hardship: Hardship

  init(_ vectors: any BlockVectors, _ hardship: Hardship) {
    self.vectors = vectors
    self.hardship = hardship
  }

  var dimensions: Int { vectors.dimensions }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    vectors.write(blocks, of: side, into: &rows)
    for (number, block) in blocks.enumerated() {
      let start = number * dimensions
      // The noise of a block is the mean of its sentences'.
      let scale = hardship.noise / Float(block.count)
      for sentence in block {
        var random = SplitMix64(
          seed: hardship.seed &+ UInt64(sentence) &* 2 &+ (side == .source ? 0 : 1))
        for at in 0..<dimensions {
          // Uniform numbers of variance 1/dimensions.
          let step = Float(Int32(truncatingIfNeeded: random.next())) / 2_147_483_648
          rows[start + at] += scale * step * (3 / Float(dimensions)).squareRoot()
        }
      }
      var sum: Float = 0
      for at in 0..<dimensions { sum += rows[start + at] * rows[start + at] }
      let length = max(sum.squareRoot(), 1e-6)
      for at in 0..<dimensions { rows[start + at] /= length }
    }
  }
}

/// A small generator whose numbers are the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
