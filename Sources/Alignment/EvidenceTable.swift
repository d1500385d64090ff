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
  /// Sorted indexes of shared keys for each sentence.
  let source: [[Int32]]
  let target: [[Int32]]
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
    self.source = sourceKeys.map { Self.shared($0, indexes) }
    self.target = targetKeys.map { Self.shared($0, indexes) }
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

  private static func shared(_ keys: [EvidenceKey], _ indexes: [EvidenceKey: Int32]) -> [Int32] {
    Set(keys.compactMap { indexes[$0] }).sorted()
  }

  /// The weight of the keys that appear on both sides of a bead, each counted once.
  func score(_ bead: (source: Range<Int>, target: Range<Int>)) -> Double {
    var score: Float = 0
    var seen: [Int32] = []
    for i in bead.source {
      for key in source[i] {
        guard bead.target.contains(where: { has(target[$0], key) }) else { continue }
        if bead.source.count > 1 {
          if seen.contains(key) { continue }
          seen.append(key)
        }
        score += weights[Int(key)]
      }
    }
    return Double(score)
  }

  /// Binary search: the lists are short and sorted.
  private func has(_ keys: [Int32], _ key: Int32) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }
}
