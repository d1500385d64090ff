import Text

/// Alignments measured against gold ones, over any number of documents.
package struct AlignmentEvaluation: Sendable {
  package private(set) var documents = 0
  package private(set) var score = AlignmentScore()
  /// Of the beads that have a confidence.
  package private(set) var reliability = Reliability()
  package private(set) var mistakes: [Mistake] = []
  private var counts: [Kind: TypeCounts] = [:]

  /// How often beads of one type were in gold, were found, and were rightly found.
  package struct TypeCounts: Sendable, Equatable {
    package fileprivate(set) var gold = 0
    package fileprivate(set) var found = 0
    package fileprivate(set) var right = 0

    package var precision: Double { ratio(right, found) }
    package var recall: Double { ratio(right, gold) }
  }

  /// A bead that only one of the two alignments has.
  package struct Mistake: Sendable, Equatable {
    package let document: String
    /// Whether gold has it; else it was found and gold does not have it.
    package let isMissed: Bool
    package let link: Link
    /// Of a bead found.
    package let confidence: Double?
    /// Nil where the file read has no texts.
    package let source: String?
    package let target: String?
  }

  private struct Kind: Hashable {
    let source: Int
    let target: Int

    init(_ link: Link) {
      source = link.source.count
      target = link.target.count
    }
  }

  package init() {}

  /// The counts of each type of bead, the smallest first.
  package var types: [(type: String, counts: TypeCounts)] {
    counts.sorted { a, b in
      let sizes = (a.key.source + a.key.target, b.key.source + b.key.target)
      return sizes.0 != sizes.1 ? sizes.0 < sizes.1 : a.key.source < b.key.source
    }.map { ("\($0.key.source)-\($0.key.target)", $0.value) }
  }

  /// Beads of gold, those without a sentence left out.
  package var gold: Int { counts.values.reduce(0) { $0 + $1.gold } }
  package var found: Int { counts.values.reduce(0) { $0 + $1.found } }

  /// Compares a document's alignment with its gold one; a bead said twice counts once.
  ///
  /// - Parameter keepingMistakes: how many places to keep in all.
  package mutating func add(
    _ test: [RecordedBead], against gold: [Link], document: String, keepingMistakes limit: Int = 0
  ) {
    documents += 1
    score.add(test.map(\.link), against: gold)
    let known = Set(gold.filter { !$0.isEmpty })
    for link in known { counts[Kind(link), default: TypeCounts()].gold += 1 }
    var found: Set<Link> = []
    var wrong: [RecordedBead] = []
    for bead in test where !bead.link.isEmpty && found.insert(bead.link).inserted {
      let isRight = known.contains(bead.link)
      counts[Kind(bead.link), default: TypeCounts()].found += 1
      if isRight { counts[Kind(bead.link), default: TypeCounts()].right += 1 }
      if let confidence = bead.confidence {
        reliability.add(confidence: confidence, isRight: isRight)
      }
      if !isRight { wrong.append(bead) }
    }
    if mistakes.count >= limit { return }
    let texts = SentenceTexts(test)
    let places =
      wrong.map { mistake($0.link, document, isMissed: false, $0.confidence, texts) }
      + known.subtracting(found).map { mistake($0, document, isMissed: true, nil, texts) }
    mistakes += places.sorted { $0.comesBefore($1) }.prefix(limit - mistakes.count)
  }

  private func mistake(
    _ link: Link, _ document: String, isMissed: Bool, _ confidence: Double?,
    _ texts: SentenceTexts
  ) -> Mistake {
    Mistake(
      document: document, isMissed: isMissed, link: link, confidence: confidence,
      source: texts.source(link), target: texts.target(link))
  }
}

extension AlignmentEvaluation.Mistake {
  /// The order of the source text, what was found before what was missed; a bead without source
  /// stands where its target would in an unbroken text.
  fileprivate func comesBefore(_ other: Self) -> Bool {
    let place = link.source.min() ?? link.target.min() ?? 0
    let otherPlace = other.link.source.min() ?? other.link.target.min() ?? 0
    if place != otherPlace { return place < otherPlace }
    if isMissed != other.isMissed { return other.isMissed }
    if link.source != other.link.source {
      return link.source.lexicographicallyPrecedes(other.link.source)
    }
    return link.target.lexicographicallyPrecedes(other.link.target)
  }
}

/// The texts of sentences, by what a file's beads say of them.
private struct SentenceTexts {
  private var bySource: [[Int]: String] = [:]
  private var byTarget: [[Int]: String] = [:]

  init(_ beads: [RecordedBead]) {
    for bead in beads {
      Self.keep(bead.source, bead.link.source, &bySource)
      Self.keep(bead.target, bead.link.target, &byTarget)
    }
  }

  private static func keep(
    _ texts: [String], _ indexes: [Int], _ known: inout [[Int]: String]
  ) {
    if texts.count == indexes.count {
      for (index, text) in zip(indexes, texts) { known[[index]] = text }
    } else if let text = texts.first {
      known[indexes] = text
    }
  }

  func source(_ link: Link) -> String? { Self.text(link.source, bySource) }
  func target(_ link: Link) -> String? { Self.text(link.target, byTarget) }

  private static func text(_ indexes: [Int], _ known: [[Int]: String]) -> String? {
    if indexes.isEmpty { return nil }
    if let group = known[indexes] { return group }
    let texts = indexes.compactMap { known[[$0]] }
    return texts.count == indexes.count ? texts.joined(separator: " ") : nil
  }
}
