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
    case .number, .unit, .month, .date, .weekday, .relative, .latin, .country, .name: 1.0
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
    self.source.withKeys(of: source) { keys in
      self.target.withKeys(of: target) { others in
        var score: Float = 0
        var i = 0
        var j = 0
        while i < keys.count, j < others.count {
          if keys[i] == others[j] {
            score += weights[Int(keys[i])]
            i += 1
            j += 1
          } else if keys[i] < others[j] {
            i += 1
          } else {
            j += 1
          }
        }
        return Double(score)
      }
    }
  }
}

/// The shared keys of every group of neighbouring sentences a bead may have, each group's sorted.
///
/// Two sorted lists are compared in one walk, which the search does for every cell and bead type.
private struct KeyLists: Sendable {
  /// For groups of one, two and three sentences: the keys, and where those of each group begin.
  private var groups: [(keys: [Int32], starts: [Int])] = []

  private static let longestGroup = 3

  init(_ sentences: [[EvidenceKey]], _ indexes: [EvidenceKey: Int32]) {
    let single = sentences.map { Set($0.compactMap { indexes[$0] }).sorted() }
    for length in 1...Self.longestGroup {
      var keys: [Int32] = []
      var starts = [0]
      for first in 0..<max(single.count - length + 1, 0) {
        keys += length == 1 ? single[first] : single[first..<first + length].joined().sorted()
        starts.append(keys.count)
      }
      groups.append((keys, starts))
    }
  }

  func withKeys<Result>(of sentences: Range<Int>, _ body: (Span<Int32>) -> Result) -> Result {
    let group = groups[sentences.count - 1]
    let range =
      group.starts[sentences.lowerBound]..<group.starts[sentences.lowerBound + 1]
    return body(group.keys.span.extracting(range))
  }
}
