import TestSupport
import Testing
import Text

@testable import Alignment

@Suite struct SimilarityTests {
  private func unitVectors(_ count: Int, _ dimensions: Int, _ generator: inout Generator) -> [Float]
  {
    var rows: [Float] = []
    for _ in 0..<count {
      var row = (0..<dimensions).map { _ in Float.random(in: -1...1, using: &generator) }
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      row = row.map { $0 / length }
      rows += row
    }
    return rows
  }

  @Test(arguments: [1, 3, 32, 100, 512])
  func cosinesAreRightToAHundredth(dimensions: Int) {
    var generator = Generator(seed: 5)
    let a = unitVectors(6, dimensions, &generator)
    let b = unitVectors(9, dimensions, &generator)
    var tableA = VectorTable(dimensions: dimensions)
    tableA.append(contentsOf: a)
    var tableB = VectorTable(dimensions: dimensions)
    tableB.append(contentsOf: b)
    var scratch: [Int32] = []
    for row in 0..<6 {
      tableA.cosines(of: row, with: tableB, 2..<9, &scratch) { place, cosine in
        var exact: Float = 0
        for at in 0..<dimensions {
          exact += a[row * dimensions + at] * b[(place + 2) * dimensions + at]
        }
        #expect(abs(cosine - exact) < 0.01)
      }
    }
  }

  @Test func rowsThatAreNotThereAreNotCompared() {
    var table = VectorTable(dimensions: 2)
    table.append(contentsOf: [1, 0, 0, 1])
    var scratch: [Int32] = []
    var calls = 0
    table.cosines(of: 0, with: table, 1..<3, &scratch) { _, _ in calls += 1 }
    table.cosines(of: 2, with: table, 0..<2, &scratch) { _, _ in calls += 1 }
    table.cosines(of: 0, with: table, 1..<1, &scratch) { _, _ in calls += 1 }
    #expect(calls == 0)
  }

  @Test func aPairOfSentencesIsNearestBothWays() {
    /// Pairs that look the same way, and strangers at right angles to all.
    struct Axes: BlockVectors {
      let dimensions = 8
      func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
        rows = Array(repeating: 0, count: blocks.count * dimensions)
        for (number, block) in blocks.enumerated() {
          rows[number * dimensions + block.lowerBound] = 1
        }
      }
    }
    let stretch = Stretch(source: 0..<5, target: 0..<5, band: Band(sources: 5, targets: 5))
    let similarity = SentenceSimilarity(
      VectorTable(Axes(), .source, count: 5), VectorTable(Axes(), .target, count: 5),
      stretches: [stretch])
    #expect(abs(similarity.background - 0.2) < 0.01)
    #expect(similarity.sourceNearest.allSatisfy { $0 > 0.5 })
    #expect(similarity.sourceDensity.allSatisfy { abs($0 - 1 / 3) < 0.01 })
  }

  /// Blocks of open sentences have the same cosines whether others are compared or not.
  @Test func onlyBlocksOfOpenSentencesAreCompared() {
    /// Every sentence its own direction, and a block the sum of its sentences.
    struct Sums: BlockVectors {
      let dimensions = 16
      func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
        rows = Array(repeating: 0, count: blocks.count * dimensions)
        for (number, block) in blocks.enumerated() {
          for sentence in block {
            rows[number * dimensions + sentence] = 1 / Float(block.count).squareRoot()
          }
        }
      }
    }
    let stretch = Stretch(source: 0..<8, target: 0..<8, band: Band(sources: 8, targets: 8))
    let types = BeadType.all(upTo: 6)
    let sentences = SentenceSimilarity(
      VectorTable(Sums(), .source, count: 8), VectorTable(Sums(), .target, count: 8),
      stretches: [stretch])
    var whole = BlockSimilarity(Sums(), sentences, stretch, types: types)
    whole.compare(types.indices, in: SearchRoom(stretch))
    let closed = [true, false, false, false, true, false, false, false]
    let room = SearchRoom(band: stretch.band, closed: (closed, closed))
    var parts = BlockSimilarity(Sums(), sentences, stretch, types: types)
    let small = types.prefix { $0.source + $0.target <= 3 }.count
    parts.compare(0..<small, in: SearchRoom(stretch))
    parts.compare(small..<types.count, in: room)
    var compared = 0
    for i in 1...8 {
      for j in 1...8 {
        guard let cell = stretch.band.index(i, j) else { continue }
        for (number, type) in types.enumerated() where i >= type.source && j >= type.target {
          guard number < small || room.isOpen(type, endingAt: i, j) else { continue }
          #expect(parts.cosine(cell, number) == whole.cosine(cell, number))
          if number >= small { compared += 1 }
        }
      }
    }
    #expect(compared > 0)
  }

  /// Landmarks are found all over two texts of which a long passage is in one alone, whether all is
  /// compared with all or some at a time.
  @Test(arguments: [50_000_000, 0])
  func nearestPairsAreLandmarks(comparisons: Int) {
    var generator = Generator(seed: 10)
    let dimensions = 32
    let source = unitVectors(1_500, dimensions, &generator)
    let foreign = unitVectors(400, dimensions, &generator)
    // Target sentences 700 to 1099 are foreign; all others are pairs with a little noise.
    var target = source.map { $0 + Float.random(in: -0.05...0.05, using: &generator) }
    target.insert(contentsOf: foreign, at: 700 * dimensions)
    var tables = (VectorTable(dimensions: dimensions), VectorTable(dimensions: dimensions))
    tables.0.append(contentsOf: source)
    tables.1.append(contentsOf: target)
    let pairs = NearestPairs(tables.0, tables.1, comparisons: comparisons)
      .pairs(0..<1_500, 0..<1_900)
    #expect(pairs.count > 90)
    let right = pairs.count { $0.target == $0.source + ($0.source < 700 ? 0 : 400) }
    #expect(Double(right) > 0.97 * Double(pairs.count))
    for (a, b) in zip(pairs, pairs.dropFirst()) {
      #expect(a.source < b.source && a.target < b.target)
    }
    // And the path between them is within the band.
    let band = Stretch(source: 0..<1_500, target: 0..<1_900, landmarks: pairs).band
    for i in 1...1_500 { #expect(band.index(i, i <= 700 ? i : i + 400) != nil) }
    #expect(band.cells < 1_500 * 400)
  }
}
