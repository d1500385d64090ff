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
/// A key in `s` source and `t` target sentences of texts of `n` sentences weighs
/// log(1 + n / √(s·t)): a name said once in each text is near proof, one said everywhere is little.
struct EvidenceTable: Sendable {
  let source: SentenceKeys
  let target: SentenceKeys
  /// The target sentences of each key.
  let targetPostings: KeyPostings
  /// Sums of the weights of keys by group, in sentence order; one more entry than sentences.
  private let sourceTotals: [SIMD8<Float>]
  private let targetTotals: [SIMD8<Float>]
  /// The weight of each shared key, in nats.
  let weights: [Float]
  /// The group of each shared key.
  let groups: [EvidenceGroup]

  init(
    _ source: SegmentedText, _ target: SegmentedText, sources: [any EvidenceSource]
  ) throws(ICUError) {
    var numbers = HashIndex()
    var kinds: [EvidenceKey.Kind] = []
    let sourceKeys = try Self.keys(of: source, sources, &numbers, &kinds)
    let targetKeys = try Self.keys(of: target, sources, &numbers, &kinds)
    self.init(sourceKeys, targetKeys, groups: kinds.map(EvidenceGroup.init))
  }

  /// - Parameter groups: of the keys, by number.
  private init(_ source: SentenceKeys, _ target: SentenceKeys, groups all: [EvidenceGroup]) {
    let sourceCounts = source.counts(of: all.count)
    let targetCounts = target.counts(of: all.count)
    let size = Float(max(min(source.count, target.count), 2))
    var shared = [Int32](repeating: -1, count: all.count)
    var weights: [Float] = []
    var groups: [EvidenceGroup] = []
    for (key, group) in all.enumerated() where sourceCounts[key] > 0 && targetCounts[key] > 0 {
      let both = Float(sourceCounts[key]) * Float(targetCounts[key])
      let rarity = log1p(size / both.squareRoot())
      shared[key] = Int32(weights.count)
      weights.append(min(rarity, Self.rarest))
      groups.append(group)
    }
    self.weights = weights
    self.groups = groups
    self.source = source.renumbered { shared[Int($0)] }
    self.target = target.renumbered { shared[Int($0)] }
    targetPostings = KeyPostings(self.target, count: weights.count)
    sourceTotals = Self.totals(self.source, weights, groups)
    targetTotals = Self.totals(self.target, weights, groups)
  }

  /// What neighbouring sentences of both texts share, as if they were all there is: how much a key
  /// proves, and whether it is missed, is told by what stands near.
  func part(source: Range<Int>, target: Range<Int>) -> EvidenceTable {
    let (sourceKeys, targetKeys) = (self.source.part(source), self.target.part(target))
    let keys = Set(sourceKeys.keys).intersection(targetKeys.keys).sorted()
    var numbers = HashIndex(minimumCapacity: keys.count)
    for (number, key) in keys.enumerated() {
      numbers.set(UInt64(truncatingIfNeeded: key), to: Int32(number))
    }
    func number(_ key: Int32) -> Int32 { numbers.value(UInt64(truncatingIfNeeded: key)) ?? -1 }
    return EvidenceTable(
      sourceKeys.renumbered(number), targetKeys.renumbered(number),
      groups: keys.map { groups[Int($0)] })
  }

  /// The weights of the keys of neighbouring source sentences, by group.
  func sourceTotal(_ block: Range<Int>) -> SIMD8<Float> {
    sourceTotals[block.upperBound] - sourceTotals[block.lowerBound]
  }

  func targetTotal(_ block: Range<Int>) -> SIMD8<Float> {
    targetTotals[block.upperBound] - targetTotals[block.lowerBound]
  }

  private static func totals(
    _ sentences: SentenceKeys, _ weights: [Float], _ groups: [EvidenceGroup]
  ) -> [SIMD8<Float>] {
    // Doubles, since a long text's sums are large beside a sentence's.
    var sum = SIMD8<Double>()
    var totals = [SIMD8<Float>()]
    totals.reserveCapacity(sentences.count + 1)
    for sentence in 0..<sentences.count {
      for at in sentences.range(of: sentence) {
        let key = Int(sentences.keys[at])
        sum[groups[key].rawValue] += Double(weights[key])
      }
      totals.append(SIMD8<Float>(sum))
    }
    return totals
  }

  /// Past this a rarer key proves no more.
  private static let rarest: Float = 5

  /// The keys of every sentence, as numbers that `numbers` gets; parts of the text at a time are
  /// read on all cores.
  private static func keys(
    of text: SegmentedText, _ sources: [any EvidenceSource],
    _ numbers: inout HashIndex, _ kinds: inout [EvidenceKey.Kind]
  ) throws(ICUError) -> SentenceKeys {
    var all = SentenceKeys()
    let count = text.sentences.count
    let group = Self.part * Threads.available
    for first in stride(from: 0, to: count, by: group) {
      let parts = (min(group, count - first) + Self.part - 1) / Self.part
      let found = Threads.map(parts) { part in
        let start = first + part * Self.part
        return keys(of: text, start..<min(start + Self.part, count), sources)
      }
      for part in found {
        for keys in try part.get() {
          for key in keys {
            let hash = key.hash
            let number = numbers.value(hash) ?? Int32(kinds.count)
            if Int(number) == kinds.count {
              numbers.set(hash, to: number)
              kinds.append(key.kind)
            }
            all.add(number)
          }
          all.endSentence()
        }
      }
    }
    return all
  }

  /// Sentences that a thread reads at a time.
  private static let part = 256

  private static func keys(
    of text: SegmentedText, _ sentences: Range<Int>, _ sources: [any EvidenceSource]
  ) -> Result<[[EvidenceKey]], ICUError> {
    Result { () throws(ICUError) in
      let bytes = text.document.bytes.span
      var all: [[EvidenceKey]] = []
      var tokens: [Token] = []
      var segmenter = try WordSegmenter(text.language)
      for sentence in sentences {
        tokens.removeAll(keepingCapacity: true)
        try segmenter.segment(text.sentences[sentence], of: bytes, into: &tokens)
        var keys: [EvidenceKey] = []
        for source in sources {
          source.collect(tokens, of: bytes, language: text.language, into: &keys)
        }
        all.append(keys)
      }
      return all
    }
  }

  /// Pairs of sentences that share a key neither text has elsewhere, by source sentence.
  func landmarks() -> [(source: Int, target: Int)] {
    let sources = source.onlySentences(of: weights.count)
    let targets = target.onlySentences(of: weights.count)
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
