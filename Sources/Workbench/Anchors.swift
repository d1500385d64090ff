import Text

/// Why a file's beads cannot all be right.
package enum AnchorError: Error, Equatable, Sendable {
  /// A file without texts names a sentence that a text does not have.
  case outOfRange(file: String, line: Int, index: Int, sentences: Int)
  /// A sentence stands in two beads, of which neither is the other said again.
  case contradiction(file: String, line: Int, earlier: Int)
  /// The sentences of a side are not neighbours.
  case notNeighbours(file: String, line: Int)
  /// A bead of several sentences has their texts run together.
  case sentencesJoined(file: String, line: Int)
}

/// Beads a person has confirmed, at their places in texts that may have been edited since.
///
/// Where the file has texts, a sentence is found again by its text wherever it now stands; a bead
/// is lost when one of its sentences is no longer there, or no longer beside the others. Where it
/// has none, the indexes are taken as they are.
package struct Anchors: Sendable, Equatable {
  /// In the order of the file, each sure; the empty side of a bead is 0..<0.
  package private(set) var beads: [Bead] = []
  /// Lines of the beads that no longer stand in the texts.
  package private(set) var lost: [Int] = []

  /// Finds a file's confirmed beads in two texts.
  ///
  /// - Parameters:
  ///   - recorded: all the file's beads. Where some say whether they are confirmed, those that say
  ///     they are count; else all do.
  ///   - file: the name of the file, for errors.
  package init(
    _ recorded: [RecordedBead], file: String, source: SegmentedText, target: SegmentedText
  ) throws(AnchorError) {
    let saysWhich = recorded.contains { $0.isConfirmed != nil }
    let confirmed = Self.distinct(recorded.filter { !saysWhich || $0.isConfirmed == true })
    for bead in confirmed {
      for (texts, indexes) in [
        (bead.source, bead.link.source), (bead.target, bead.link.target),
      ] {
        if !Self.areNeighbours(indexes) { throw .notNeighbours(file: file, line: bead.line) }
        if !texts.isEmpty, texts.count != indexes.count {
          throw .sentencesJoined(file: file, line: bead.line)
        }
      }
    }
    try Self.checkOnce(confirmed.map { ($0.line, $0.link) }, file)
    let sources = SideMap(recorded.map { ($0.link.source, $0.source) }, source)
    let targets = SideMap(recorded.map { ($0.link.target, $0.target) }, target)
    var found: [(line: Int, link: Link)] = []
    for bead in confirmed {
      let from = try sources.places(bead.link.source, bead.source, file, bead.line)
      let to = try targets.places(bead.link.target, bead.target, file, bead.line)
      guard let from, let to else {
        lost.append(bead.line)
        continue
      }
      beads.append(Bead(source: from, target: to, confidence: 1))
      found.append((bead.line, Link(source: Array(from), target: Array(to))))
    }
    try Self.checkOnce(found, file)
  }

  /// Beads without those that say one again and those without a sentence.
  private static func distinct(_ beads: [RecordedBead]) -> [RecordedBead] {
    var seen: Set<Link> = []
    return beads.filter { !$0.link.isEmpty && seen.insert($0.link).inserted }
  }

  private static func areNeighbours(_ indexes: [Int]) -> Bool {
    zip(indexes, indexes.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  private static func checkOnce(
    _ links: [(line: Int, link: Link)], _ file: String
  ) throws(AnchorError) {
    var sources: [Int: Int] = [:]
    var targets: [Int: Int] = [:]
    for (line, link) in links {
      for index in link.source {
        if let earlier = sources.updateValue(line, forKey: index) {
          throw .contradiction(file: file, line: line, earlier: earlier)
        }
      }
      for index in link.target {
        if let earlier = targets.updateValue(line, forKey: index) {
          throw .contradiction(file: file, line: line, earlier: earlier)
        }
      }
    }
  }

  /// Where the sentences of one side are now.
  private struct SideMap {
    private let matching: SentenceMatching
    private let count: Int

    init(_ beads: [(indexes: [Int], texts: [String])], _ text: SegmentedText) {
      var sentences: [Int: String] = [:]
      for bead in beads where bead.indexes.count == bead.texts.count {
        for (index, text) in zip(bead.indexes, bead.texts) { sentences[index] = text }
      }
      matching = SentenceMatching(sentences, in: text)
      count = text.sentences.count
    }

    /// The present places of neighbouring sentences; nil where they are neighbours no longer.
    func places(
      _ indexes: [Int], _ texts: [String], _ file: String, _ line: Int
    ) throws(AnchorError) -> Range<Int>? {
      guard let first = indexes.first else { return 0..<0 }
      if texts.isEmpty {
        let last = indexes[indexes.count - 1]
        guard last < count else {
          throw .outOfRange(file: file, line: line, index: last, sentences: count)
        }
        return first..<last + 1
      }
      let places = indexes.compactMap { matching.places[$0] }
      guard places.count == indexes.count, Anchors.areNeighbours(places) else { return nil }
      return places[0]..<places[0] + places.count
    }
  }
}
