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
///
/// A key in `s` source and `t` target sentences of texts of `n` sentences weighs log(n / √(s·t)): a
/// name said once in each text is near proof, one said everywhere is none.
struct EvidenceTable: Sendable {
  let source: SentenceKeys
  let target: SentenceKeys
  /// The weight of each shared key, in nats.
  let weights: [Float]
  /// The group of each shared key.
  let groups: [EvidenceGroup]
  /// Pairs of sentences that share a key neither text has elsewhere, by source sentence.
  let landmarks: [(source: Int, target: Int)]

  init(
    _ source: SegmentedText, _ target: SegmentedText, sources: [any EvidenceSource]
  ) throws(ICUError) {
    var numbers: [EvidenceKey: Int32] = [:]
    var kinds: [EvidenceKey.Kind] = []
    let sourceKeys = try Self.keys(of: source, sources, &numbers, &kinds)
    let targetKeys = try Self.keys(of: target, sources, &numbers, &kinds)
    let sourceCounts = sourceKeys.counts(of: kinds.count)
    let targetCounts = targetKeys.counts(of: kinds.count)
    let size = Float(max(min(source.sentences.count, target.sentences.count), 2))

    var shared = [Int32](repeating: -1, count: kinds.count)
    var weights: [Float] = []
    var groups: [EvidenceGroup] = []
    for (key, kind) in kinds.enumerated() where sourceCounts[key] > 0 && targetCounts[key] > 0 {
      let both = Float(sourceCounts[key]) * Float(targetCounts[key])
      let rarity = log(size / both.squareRoot())
      guard rarity > 0 else { continue }
      shared[key] = Int32(weights.count)
      weights.append(min(rarity, Self.rarest))
      groups.append(EvidenceGroup(kind))
    }
    self.weights = weights
    self.groups = groups
    self.source = sourceKeys.renumbered(shared)
    self.target = targetKeys.renumbered(shared)
    landmarks = Self.landmarks(self.source, self.target, count: weights.count)
  }

  /// Past this a rarer key proves no more.
  private static let rarest: Float = 5

  private static func keys(
    of text: SegmentedText, _ sources: [any EvidenceSource],
    _ numbers: inout [EvidenceKey: Int32], _ kinds: inout [EvidenceKey.Kind]
  ) throws(ICUError) -> SentenceKeys {
    let bytes = text.document.bytes.span
    var all = SentenceKeys()
    var keys: [EvidenceKey] = []
    var tokens: [Token] = []
    var segmenter = try WordSegmenter(text.language)
    for sentence in text.sentences {
      tokens.removeAll(keepingCapacity: true)
      try segmenter.segment(sentence, of: bytes, into: &tokens)
      keys.removeAll(keepingCapacity: true)
      for source in sources {
        source.collect(tokens, of: bytes, language: text.language, into: &keys)
      }
      for key in keys {
        let number = numbers[key] ?? Int32(kinds.count)
        if Int(number) == kinds.count {
          numbers[key] = number
          kinds.append(key.kind)
        }
        all.add(number)
      }
      all.endSentence()
    }
    return all
  }

  private static func landmarks(
    _ source: SentenceKeys, _ target: SentenceKeys, count: Int
  ) -> [(source: Int, target: Int)] {
    let sources = source.onlySentences(of: count)
    let targets = target.onlySentences(of: count)
    return zip(sources, targets).compactMap { source, target in
      source >= 0 && target >= 0 ? (source: Int(source), target: Int(target)) : nil
    }.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}

/// Kinds of evidence that are trusted alike.
enum EvidenceGroup: Int, CaseIterable, Sendable {
  case number, date, name, latin, place, term, word, mark

  init(_ kind: EvidenceKey.Kind) {
    self =
      switch kind {
      case .number, .unit: .number
      case .month, .date, .weekday, .relative: .date
      case .name: .name
      case .latin: .latin
      case .country: .place
      case .concept: .term
      case .word: .word
      case .question, .quotation: .mark
      }
  }
}
