import Text

/// The search for the beads of two texts: a coarse path first, then all beads near it.
struct AlignmentSearch: Sendable {
  let document: DocumentScores
  let stretches: [Stretch]
  let types: [BeadType]
  private let fixed: FixedBeads
  private let model: BeadModel

  init(
    _ source: SegmentedText, _ target: SegmentedText, evidence: EvidenceTable,
    vectors: (any BlockVectors)?, anchors: [Bead], model: BeadModel, options: AlignerOptions
  ) {
    let sources = source.sentences.count
    let targets = target.sentences.count
    let fixed = FixedBeads(anchors, sources: sources, targets: targets)
    let tables = vectors.map {
      (VectorTable($0, .source, count: sources), VectorTable($0, .target, count: targets))
    }
    let shared = evidence.landmarks()
    let wide = fixed.open.map { open in
      let nearest = tables.map { NearestPairs($0.0, $0.1).pairs(open.source, open.target) }
      return Stretch(source: open.source, target: open.target, landmarks: shared + (nearest ?? []))
    }
    var document = DocumentScores(
      source, target, evidence: evidence, vectors: vectors,
      similarity: tables.map { SentenceSimilarity($0.0, $0.1, stretches: wide) })
    let paths = wide.map { CoarsePath(document, $0, model) }
    document.learnRatio(
      from: zip(wide, paths).flatMap { stretch, path in
        path.pairs.map {
          ($0.source + stretch.source.lowerBound, $0.target + stretch.target.lowerBound, $0.score)
        }
      })
    self.document = document
    self.model = model
    self.fixed = fixed
    types = BeadType.all(upTo: options.maximumBead)
    stretches = zip(wide, paths).flatMap { stretch, path in
      path.cut(stretch, about: options.stretch)
    }
  }

  /// The beads, by source sentence.
  func beads(_ progress: AlignProgress? = nil) -> [Bead] {
    let sample = sample()
    let rates = rates(sample)
    let total = document.sourceLengths.count - 1
    let done = Counter(total: total, progress)
    let found = Threads.map(stretches.count) { number in
      let stretch = stretches[number]
      let scores = sample[number] ?? scores(stretch)
      let beads = Lattice(rated(scores, rates)).posteriors().bestBeads()
      done.add(stretch.source.count)
      return beads.map { $0.moved(stretch.source.lowerBound, stretch.target.lowerBound) }
    }
    return merged(found)
  }

  /// What a first pass expects of the whole, from stretches all over it.
  func rates() -> DocumentRates { rates(sample()) }

  private func rates(_ sample: [Int: LatticeScores]) -> DocumentRates {
    let numbers = sample.keys.sorted()
    var counts = ExpectedCounts()
    for part in Threads.map(
      numbers.count,
      { number in
        sample[numbers[number]].map { Lattice(rated($0, .unknown)).posteriors().counts }
          ?? ExpectedCounts()
      })
    {
      counts += part
    }
    return DocumentRates(counts)
  }

  /// The scores of some stretches, by number.
  private func sample() -> [Int: LatticeScores] {
    let step = max(1, stretches.count / Self.sample)
    let numbers = Array(stride(from: 0, to: stretches.count, by: step))
    let found = Threads.map(numbers.count) { scores(stretches[numbers[$0]]) }
    return Dictionary(uniqueKeysWithValues: zip(numbers, found))
  }

  /// How many stretches the first pass looks at, or up to twice as many.
  private static let sample = 16
  /// Sentences of the largest beads at each level of the search.
  private static let levels = [2, 4, Int.max]
  /// The logarithm of the probability of a cell at which the next level leaves it out, unless it is
  /// within so many positions of one with more; crossing beads end up to two beside the path.
  private static let least = -12.0
  private static let margin = 2
  /// How probable a pair must be for no larger bead to be tried with its sentences.
  private static let sure: Float = 0.9995

  /// The beads found and those fixed; a bead without source comes behind the target before it.
  private func merged(_ found: [[Bead]]) -> [Bead] {
    let open = found.flatMap { $0 }.filter { bead in
      !(bead.source.count == 1 && bead.target.isEmpty
        && fixed.isTakenSource[bead.source.lowerBound])
        && !(bead.target.count == 1 && bead.source.isEmpty
          && fixed.isTakenTarget[bead.target.lowerBound])
    }
    if fixed.beads.isEmpty { return open }
    let all = open + fixed.beads.map { Bead(source: $0.source, target: $0.target, confidence: 1) }
    // Where the source sentences of each target's bead begin.
    var places = [Int](repeating: 0, count: document.targetLengths.count)
    for bead in all where !bead.source.isEmpty {
      for sentence in bead.target { places[sentence] = bead.source.lowerBound + 1 }
    }
    for sentence in places.indices.dropFirst() where places[sentence] == 0 {
      places[sentence] = places[sentence - 1]
    }
    return all.map { bead -> (key: (Int, Int, Int), bead: Bead) in
      bead.source.isEmpty
        ? ((places[bead.target.lowerBound], 1, bead.target.lowerBound), bead)
        : ((bead.source.lowerBound + 1, 0, 0), bead)
    }.sorted { $0.key < $1.key }.map(\.bead)
  }

  /// The scores of all that a path through a stretch may be made of, but for the rates.
  ///
  /// Small beads come first; larger ones only where those leave room.
  private func scores(_ stretch: Stretch) -> LatticeScores {
    let place = SearchPlace(stretch, document)
    let stretch = place.stretch
    var scores = LatticeScores(stretch, types: types)
    var scorer = BeadScorer(place.document, stretch, types: types)
    addAlone(place, of: scorer, to: &scores)
    scores.swap = model[.swap]
    var room = SearchRoom(stretch)
    var done = 0
    for size in Self.levels {
      let next = types.prefix { $0.source + $0.target <= size }.count
      addBeads(done..<next, at: place, of: &scorer, in: room, to: &scores)
      done = next
      guard done < types.count else { break }
      let lattice = Lattice(rated(scores, .unknown))
      room = SearchRoom(
        band: lattice.narrowed(Self.least, margin: Self.margin),
        closed: size > 2
          ? lattice.posteriors().pairedSentences(Self.sure) : SearchRoom.noneClosed(stretch))
      scores.band = room.band
    }
    return scores
  }

  private func addBeads(
    _ numbers: Range<Int>, at place: SearchPlace, of scorer: inout BeadScorer, in room: SearchRoom,
    to scores: inout LatticeScores
  ) {
    let hasTaken = !fixed.beads.isEmpty
    var sum = WeightedSum(model)
    scorer.forEachBead(numbers, in: room, into: &sum) { cell, type, source, target, sum in
      let score = sum.take()
      if hasTaken,
        source.contains(where: { fixed.isTakenSource[$0 + place.first.source] })
          || target.contains(where: { fixed.isTakenTarget[$0 + place.first.target] })
      {
        return
      }
      scores.setBead(cell, type, score)
    }
  }

  private func addAlone(
    _ place: SearchPlace, of scorer: BeadScorer, to scores: inout LatticeScores
  ) {
    var sum = WeightedSum(model)
    func alone(_ side: Side, _ sentence: Int) -> (first: Float, further: Float) {
      scorer.add(side, sentence, isFurther: false, into: &sum)
      let first = sum.take()
      scorer.add(side, sentence, isFurther: true, into: &sum)
      return (first, sum.take())
    }
    for (at, sentence) in place.stretch.source.enumerated()
    where !fixed.isTakenSource[sentence + place.first.source] {
      scores.omissions[at] = alone(.source, sentence)
    }
    for (at, sentence) in place.stretch.target.enumerated()
    where !fixed.isTakenTarget[sentence + place.first.target] {
      scores.insertions[at] = alone(.target, sentence)
    }
  }

  /// The same with what the rates add.
  private func rated(_ scores: LatticeScores, _ rates: DocumentRates) -> LatticeScores {
    var scores = scores
    scores.addToBeads(types.map { model.score(rates, $0) })
    let omission = model[.omissionRate] * rates.omissions
    for place in scores.omissions.indices {
      scores.omissions[place].first += omission
      scores.omissions[place].further += omission
    }
    let insertion = model[.insertionRate] * rates.insertions
    for place in scores.insertions.indices {
      scores.insertions[place].first += insertion
      scores.insertions[place].further += insertion
    }
    return scores
  }
}

/// A stretch among the sentences around it, which say what is rare and what is near.
private struct SearchPlace {
  /// The stretch and those around it.
  let document: DocumentScores
  /// Its sentences count as those of `document`.
  let stretch: Stretch
  /// The sentences of the whole that are the first of `document`.
  let first: (source: Int, target: Int)

  init(_ stretch: Stretch, _ whole: DocumentScores) {
    func window(_ range: Range<Int>, _ count: Int) -> Range<Int> {
      max(range.lowerBound - Self.margin, 0)..<min(range.upperBound + Self.margin, count)
    }
    let source = window(stretch.source, whole.sourceLengths.count - 1)
    let target = window(stretch.target, whole.targetLengths.count - 1)
    func moved(_ range: Range<Int>, _ first: Int) -> Range<Int> {
      range.lowerBound - first..<range.upperBound - first
    }
    document = whole.part(source: source, target: target)
    self.stretch = Stretch(
      source: moved(stretch.source, source.lowerBound),
      target: moved(stretch.target, target.lowerBound), band: stretch.band)
    first = (source.lowerBound, target.lowerBound)
  }

  /// Sentences to either side that are looked at.
  private static let margin = 20
}

extension Bead {
  fileprivate func moved(_ sources: Int, _ targets: Int) -> Bead {
    Bead(
      source: source.lowerBound + sources..<source.upperBound + sources,
      target: target.lowerBound + targets..<target.upperBound + targets, confidence: confidence)
  }
}
