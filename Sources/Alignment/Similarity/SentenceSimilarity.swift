/// How near single sentences of two texts are, and how crowded the space around each is.
///
/// A cosine says little by itself: it counts against the mean of the nearest neighbours' (margin,
/// Artetxe and Schwenk 2019), which differs from sentence to sentence.
struct SentenceSimilarity: Sendable {
  let source: VectorTable
  let target: VectorTable
  /// The mean cosine with the nearest sentences of the other text, for each sentence.
  private(set) var sourceDensity: [Float]
  private(set) var targetDensity: [Float]
  /// The highest margin with a sentence of the other text, for each sentence.
  private(set) var sourceNearest: [Float]
  private(set) var targetNearest: [Float]

  /// Compares the sentences of each row of `band` with those of its columns.
  init(_ vectors: any BlockVectors, sources: Int, targets: Int, band: Band) {
    source = Self.table(vectors, .source, sources)
    target = Self.table(vectors, .target, targets)
    var rows = Nearest(count: sources)
    var columns = Nearest(count: targets)
    for i in 0..<sources {
      for j in Self.columns(band, i, targets) {
        let cosine = source.cosine(i, target, j)
        rows.add(cosine, to: i)
        columns.add(cosine, to: j)
      }
    }
    sourceDensity = (0..<sources).map(rows.mean)
    targetDensity = (0..<targets).map(columns.mean)
    sourceNearest = [Float](repeating: -1, count: sources)
    targetNearest = [Float](repeating: -1, count: targets)
    for i in 0..<sources {
      for j in Self.columns(band, i, targets) {
        let margin = self.margin(i, j)
        sourceNearest[i] = max(sourceNearest[i], margin)
        targetNearest[j] = max(targetNearest[j], margin)
      }
    }
  }

  /// The cosine of two sentences less the density around them.
  func margin(_ i: Int, _ j: Int) -> Float {
    source.cosine(i, target, j) - (sourceDensity[i] + targetDensity[j]) / 2
  }

  /// The target sentences that may go with a source one: a cell is the end of a bead.
  private static func columns(_ band: Band, _ i: Int, _ targets: Int) -> Range<Int> {
    let row = band.rows[i + 1]
    return max(row.lowerBound - 1, 0)..<min(row.upperBound, targets)
  }

  private static func table(
    _ vectors: any BlockVectors, _ side: Side, _ count: Int
  ) -> VectorTable {
    var table = VectorTable(dimensions: vectors.dimensions)
    var rows: [Float] = []
    var first = 0
    while first < count {
      let end = min(first + 256, count)
      vectors.write((first..<end).map { $0..<$0 + 1 }, of: side, into: &rows)
      table.append(contentsOf: rows)
      first = end
    }
    return table
  }
}

/// The highest three cosines of each sentence.
///
/// Two to four neighbours serve best on news; eight and more are worse.
private struct Nearest {
  private var best: [SIMD4<Float>]
  private var seen: [Int32]

  init(count: Int) {
    best = Array(repeating: SIMD4(repeating: -1), count: count)
    seen = Array(repeating: 0, count: count)
  }

  mutating func add(_ cosine: Float, to sentence: Int) {
    seen[sentence] += 1
    guard cosine > best[sentence].z else { return }
    var three = best[sentence]
    if cosine > three.x {
      three = SIMD4(cosine, three.x, three.y, 0)
    } else if cosine > three.y {
      three = SIMD4(three.x, cosine, three.y, 0)
    } else {
      three.z = cosine
    }
    best[sentence] = three
  }

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
