/// How near single sentences of two texts are, and how crowded the space around each is.
///
/// A cosine says little by itself: it counts against the mean of the nearest neighbours' (margin,
/// Artetxe and Schwenk 2019), which differs from sentence to sentence, and against what pairs and
/// strangers have in this document, which differs from translator to translator.
struct SentenceSimilarity: Sendable {
  let source: VectorTable
  let target: VectorTable
  /// The mean cosine with the nearest sentences of the other text, for each sentence.
  let sourceDensity: [Float]
  let targetDensity: [Float]
  /// The highest margin with a sentence of the other text, for each sentence, in units of `unit`.
  let sourceNearest: [Float]
  let targetNearest: [Float]
  /// The mean cosine of sentences that have nothing to do with each other.
  let background: Float
  /// By how much the cosine of a pair is above it.
  let unit: Float

  /// Compares neighbouring sentences of both texts, all with all, as if they were all there is.
  func part(source: Range<Int>, target: Range<Int>) -> SentenceSimilarity {
    let whole = Stretch(
      source: 0..<source.count, target: 0..<target.count,
      band: Band(sources: source.count, targets: target.count))
    return SentenceSimilarity(
      self.source.part(source), self.target.part(target), stretches: [whole])
  }

  /// Compares the sentences of each stretch within its band.
  init(_ source: VectorTable, _ target: VectorTable, stretches: [Stretch]) {
    let (sources, targets) = (source.count, target.count)
    var rows = Nearest(count: sources)
    var columns = Nearest(count: targets)
    var scratch: [Int32] = []
    var sum = 0.0
    var compared = 0
    for stretch in stretches {
      for i in stretch.source {
        let range = stretch.partners(of: i)
        source.cosines(of: i, with: target, range, &scratch) { place, cosine in
          rows.add(cosine, of: range.lowerBound + place, to: i)
          columns.add(cosine, of: i, to: range.lowerBound + place)
          sum += Double(cosine)
        }
        compared += range.count
      }
    }
    sourceDensity = (0..<sources).map(rows.mean)
    targetDensity = (0..<targets).map(columns.mean)

    // Sentences that are each other's nearest are mostly pairs; the better half nearly always.
    var mutual: [Float] = []
    for i in 0..<sources {
      let j = rows.nearest(i)
      if j >= 0, columns.nearest(j) == i { mutual.append(rows.highest(i)) }
    }
    mutual.sort()
    let better = mutual.suffix((mutual.count + 1) / 2)
    let background = compared == 0 ? 0 : Float(sum / Double(compared))
    let typical =
      (better.reduce(0, +) + Self.typical * Self.weight) / (Float(better.count) + Self.weight)
    self.background = background
    let unit = max(typical - background, Self.leastUnit)
    self.unit = unit
    sourceNearest = (0..<sources).map { i in
      let j = rows.nearest(i)
      return j < 0
        ? 0 : (rows.highest(i) - (rows.mean(i) + columns.mean(j)) / 2) / unit
    }
    targetNearest = (0..<targets).map { j in
      let i = columns.nearest(j)
      return i < 0
        ? 0 : (columns.highest(j) - (rows.mean(i) + columns.mean(j)) / 2) / unit
    }
    self.source = source
    self.target = target
  }

  /// The cosine of a good pair of news sentences, and how many pairs it stands for.
  private static let typical: Float = 0.75
  private static let weight: Float = 3
  private static let leastUnit: Float = 0.1
}

/// The highest three cosines of each sentence.
///
/// Two to four neighbours serve best on news; eight and more are worse.
private struct Nearest {
  private var best: [SIMD3<Float>]
  private var partners: [Int32]
  private var seen: [Int32]

  init(count: Int) {
    best = Array(repeating: SIMD3(repeating: -1), count: count)
    partners = Array(repeating: -1, count: count)
    seen = Array(repeating: 0, count: count)
  }

  mutating func add(_ cosine: Float, of partner: Int, to sentence: Int) {
    if seen[sentence] < 3 { seen[sentence] += 1 }
    let three = best[sentence]
    guard cosine > three.z else { return }
    if cosine > three.x {
      best[sentence] = SIMD3(cosine, three.x, three.y)
      partners[sentence] = Int32(truncatingIfNeeded: partner)
    } else if cosine > three.y {
      best[sentence] = SIMD3(three.x, cosine, three.y)
    } else {
      best[sentence].z = cosine
    }
  }

  /// The nearest sentence; negative where there is none.
  func nearest(_ sentence: Int) -> Int { Int(partners[sentence]) }

  func highest(_ sentence: Int) -> Float { best[sentence].x }

  func mean(_ sentence: Int) -> Float {
    let three = best[sentence]
    switch seen[sentence] {
    case 0: return 0
    case 1: return three.x
    case 2: return (three.x + three.y) / 2
    default: return (three.x + three.y + three.z) / 3
    }
  }
}

extension Stretch {
  /// The target sentences that a source sentence may go with: a cell is the end of a bead.
  fileprivate func partners(of sentence: Int) -> Range<Int> {
    let row = band.rows[sentence - source.lowerBound + 1]
    let low = max(row.lowerBound - 1, 0)
    let high = max(low, min(row.upperBound, target.count))
    return low + target.lowerBound..<high + target.lowerBound
  }
}
