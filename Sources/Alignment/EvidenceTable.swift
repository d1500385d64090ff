#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import ICU
import Text

/// The keys two texts share, by sentence, each with the weight its rarity gives it.
struct EvidenceTable: Sendable {
  private let source: KeyLists
  private let target: KeyLists
  /// The weight of each shared key, in nats.
  let weights: [Float]
  /// Pairs of sentences that share a key neither text has elsewhere, by source sentence.
  let landmarks: [(source: Int, target: Int)]

  /// Collects the keys of two texts.
  ///
  /// A key in `s` source and `t` target sentences of texts of `n` sentences weighs
  /// log(n / √(s·t)): a name said once in each text is near proof, one said everywhere is none.
  init(
    _ source: SegmentedText, _ target: SegmentedText, sources: [any EvidenceSource]
  ) throws(ICUError) {
    let sourceKeys = try Self.keys(of: source, sources)
    let targetKeys = try Self.keys(of: target, sources)
    let sourceCounts = Self.sentences(with: sourceKeys)
    let targetCounts = Self.sentences(with: targetKeys)
    let size = Double(max(min(source.sentences.count, target.sentences.count), 2))

    var indexes: [EvidenceKey: Int32] = [:]
    var weights: [Float] = []
    var unique: [Int32: (source: Int, target: Int)] = [:]
    for (key, places) in sourceCounts {
      guard let others = targetCounts[key] else { continue }
      let rarity = log(size / (Double(places.count) * Double(others.count)).squareRoot())
      guard rarity > 0 else { continue }
      let index = Int32(weights.count)
      indexes[key] = index
      weights.append(Float(min(rarity, Self.rarest) * Self.trust(key.kind)))
      if places.count == 1, others.count == 1 {
        unique[index] = (places.first, others.first)
      }
    }
    self.weights = weights
    self.source = KeyLists(sourceKeys, indexes)
    self.target = KeyLists(targetKeys, indexes)
    landmarks = unique.values.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// Past this a rarer key proves no more.
  private static let rarest = 5.0

  /// How far a kind of key is to be believed when both sides show it.
  private static func trust(_ kind: EvidenceKey.Kind) -> Double {
    switch kind {
    case .number, .month, .latin, .country, .name: 1.0
    case .concept, .question: 0.8
    case .quotation: 0.5
    }
  }

  private static func keys(
    of text: SegmentedText, _ sources: [any EvidenceSource]
  ) throws(ICUError) -> [[EvidenceKey]] {
    let bytes = text.document.bytes.span
    var all: [[EvidenceKey]] = []
    for tokens in try text.tokens() {
      var keys: [EvidenceKey] = []
      for source in sources {
        source.collect(tokens, of: bytes, language: text.language, into: &keys)
      }
      all.append(keys)
    }
    return all
  }

  /// For each key, how many sentences have it and the first that does.
  private static func sentences(
    with keys: [[EvidenceKey]]
  ) -> [EvidenceKey: (count: Int, first: Int)] {
    var places: [EvidenceKey: (count: Int, first: Int)] = [:]
    for (sentence, keys) in keys.enumerated() {
      for key in Set(keys) {
        if let known = places[key] {
          places[key] = (known.count + 1, known.first)
        } else {
          places[key] = (1, sentence)
        }
      }
    }
    return places
  }

  /// The weight of the keys on both sides of a bead, each as often as both have it.
  ///
  /// A bead of several sentences so gets what its parts would, neither more nor less.
  func score(_ source: Range<Int>, _ target: Range<Int>) -> Double {
    let keys = self.source.range(source)
    let others = self.target.range(target)
    if keys.isEmpty || others.isEmpty { return 0 }
    var score: Float = 0
    for at in keys {
      let key = self.source.keys[at]
      let earlier = source.count > 1 ? self.source.count(of: key, in: keys.lowerBound..<at) : 0
      if self.target.count(of: key, in: others) > earlier { score += weights[Int(key)] }
    }
    return Double(score)
  }
}

/// The shared keys of every sentence of a text, one after another.
private struct KeyLists: Sendable {
  /// Indexes into the table's weights.
  private(set) var keys: [Int32] = []
  /// Where each sentence's keys begin; one more entry than sentences.
  private var starts: [Int] = [0]

  init(_ sentences: [[EvidenceKey]], _ indexes: [EvidenceKey: Int32]) {
    for sentence in sentences {
      keys += Set(sentence.compactMap { indexes[$0] }).sorted()
      starts.append(keys.count)
    }
  }

  /// Where the keys of neighbouring sentences stand.
  func range(_ sentences: Range<Int>) -> Range<Int> {
    starts[sentences.lowerBound]..<starts[sentences.upperBound]
  }

  /// A scan: a bead has a handful of keys.
  func count(of key: Int32, in range: Range<Int>) -> Int {
    var count = 0
    for at in range where keys[at] == key { count += 1 }
    return count
  }
}
