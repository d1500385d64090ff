import TestSupport
import Testing
import Text

@testable import Alignment

@Suite struct LatticeTests {
  /// Scores drawn at random for a small grid searched whole.
  private func randomScores(
    sources: Int, targets: Int, maximum: Int, using generator: inout Generator
  ) -> LatticeScores {
    let stretch = Stretch(
      source: 0..<sources, target: 0..<targets, band: Band(sources: sources, targets: targets))
    var scores = LatticeScores(stretch, types: BeadType.all(upTo: maximum))
    func draw() -> Float { Float.random(in: -4...2, using: &generator) }
    for i in 0...sources {
      for j in 0...targets {
        for (number, type) in scores.types.enumerated() where i >= type.source && j >= type.target {
          guard let cell = scores.band.index(i, j) else { continue }
          scores.setBead(cell, number, draw())
        }
      }
    }
    for i in 0..<sources { scores.omissions[i] = (draw(), draw()) }
    for j in 0..<targets { scores.insertions[j] = (draw(), draw()) }
    scores.swap = -1
    return scores
  }

  /// The sum over all paths, one after the other: what `Lattice` adds up cell by cell.
  private func total(_ scores: LatticeScores, _ i: Int = 0, _ j: Int = 0, after: Int = 0) -> Double
  {
    if i == scores.sources, j == scores.targets { return 1 }
    func exp(_ score: Float) -> Double { Double(score).exponential }
    func bead(_ i: Int, _ j: Int, _ number: Int) -> Float? {
      scores.band.index(i, j).map { scores.beads[scores.place($0, number)] }
    }
    var sum = 0.0
    for (number, type) in scores.types.enumerated()
    where i + type.source <= scores.sources && j + type.target <= scores.targets {
      if let score = bead(i + type.source, j + type.target, number) {
        sum += exp(score) * total(scores, i + type.source, j + type.target)
      }
    }
    let small = scores.types.indices.filter {
      scores.types[$0].source + scores.types[$0].target <= 3
    }
    for a in small {
      for b in small {
        let (first, second) = (scores.types[a], scores.types[b])
        let (toI, toJ) = (i + first.source + second.source, j + first.target + second.target)
        guard toI <= scores.sources, toJ <= scores.targets,
          let one = bead(i + first.source, toJ, a), let two = bead(toI, j + second.target, b)
        else { continue }
        sum += exp(one + two + scores.swap) * total(scores, toI, toJ)
      }
    }
    if i < scores.sources, after != 2 {
      let score = after == 1 ? scores.omissions[i].further : scores.omissions[i].first
      sum += exp(score) * total(scores, i + 1, j, after: 1)
    }
    if j < scores.targets {
      let score = after == 2 ? scores.insertions[j].further : scores.insertions[j].first
      sum += exp(score) * total(scores, i, j + 1, after: 2)
    }
    return sum
  }

  @Test func theSumOverAllPaths() {
    var generator = Generator(seed: 3)
    for (sources, targets) in [(1, 1), (0, 3), (3, 0), (2, 2), (3, 2), (3, 4), (4, 3)] {
      let scores = randomScores(
        sources: sources, targets: targets, maximum: 4, using: &generator)
      let expected = total(scores)
      let found = Lattice(scores).total
      #expect(abs(found.exponential / expected - 1) < 1e-4)
    }
  }

  /// Each sentence is in one bead or alone, so that the probabilities of both add up to one.
  @Test func everySentenceIsSomewhere() {
    var generator = Generator(seed: 4)
    for _ in 0..<20 {
      let scores = randomScores(
        sources: Int.random(in: 1...9, using: &generator),
        targets: Int.random(in: 1...9, using: &generator), maximum: 6, using: &generator)
      let posteriors = Lattice(scores).posteriors()
      var sources = posteriors.omissions.map { $0.first + $0.further }
      var targets = posteriors.insertions.map { $0.first + $0.further }
      for i in 0...scores.sources {
        for j in 0...scores.targets {
          guard let cell = scores.band.index(i, j) else { continue }
          for (number, type) in scores.types.enumerated() {
            let probability = posteriors.beads[posteriors.place(cell, number)]
            guard probability > 0 else { continue }
            for sentence in i - type.source..<i { sources[sentence] += probability }
            for sentence in j - type.target..<j { targets[sentence] += probability }
          }
        }
      }
      for sum in sources + targets { #expect(abs(sum - 1) < 1e-3) }
      let beads = posteriors.bestBeads()
      #expect(beads.flatMap(\.source) == Array(0..<scores.sources))
      #expect(beads.flatMap(\.target).sorted() == Array(0..<scores.targets))
    }
  }
}

extension LatticeTests {
  /// Cells no probable path has can be left out, and nothing worth the name changes.
  @Test func narrowedBandsKeepWhatIsProbable() {
    var generator = Generator(seed: 9)
    for _ in 0..<20 {
      var scores = randomScores(
        sources: Int.random(in: 12...24, using: &generator),
        targets: Int.random(in: 12...24, using: &generator), maximum: 4, using: &generator)
      scores.addToBeads([8] + Array(repeating: 0, count: scores.types.count - 1))
      let lattice = Lattice(scores)
      let whole = lattice.posteriors()
      scores.band = lattice.narrowed(-12, margin: 2)
      let narrow = Lattice(scores).posteriors()
      #expect(scores.band.rows.reduce(0) { $0 + $1.count } < scores.band.cells)
      for (a, b) in zip(whole.beads, narrow.beads) { #expect(abs(a - b) < 0.01) }
      #expect(whole.bestBeads().map { Link($0) } == narrow.bestBeads().map { Link($0) })
    }
  }

  @Test func sentencesOfSurePairsAreClosed() {
    let stretch = Stretch(source: 0..<3, target: 0..<3, band: Band(sources: 3, targets: 3))
    var scores = LatticeScores(stretch, types: BeadType.all(upTo: 4))
    // The first pair beats everything; of the rest nothing is better than anything else.
    for i in 1...3 {
      for j in 1...3 {
        guard let cell = scores.band.index(i, j) else { continue }
        scores.setBead(cell, BeadType.number(1, 1), i == 1 && j == 1 ? 30 : 0)
      }
    }
    let (sources, targets) = Lattice(scores).posteriors().pairedSentences(0.99)
    #expect(sources == [true, false, false])
    #expect(targets == [true, false, false])
    let room = SearchRoom(band: stretch.band, closed: (sources, targets))
    #expect(room.isOpen(BeadType(source: 2, target: 2), endingAt: 3, 3))
    #expect(!room.isOpen(BeadType(source: 3, target: 1), endingAt: 3, 3))
    #expect(!room.isOpen(BeadType(source: 2, target: 1), endingAt: 2, 2))
    #expect(room.isOpen(BeadType(source: 1, target: 1), endingAt: 2, 2))
  }
}

extension Double {
  fileprivate var exponential: Double {
    // Of the standard library alone.
    var sum = 1.0
    var term = 1.0
    for step in 1..<200 {
      term *= self / Double(step)
      sum += term
    }
    return sum
  }
}
