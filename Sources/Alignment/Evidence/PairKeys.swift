/// The keys that each pair of sentences within a band shares.
///
/// They are few where the keys of the sentences are many, so that what a bead shares is told from
/// those of its pairs.
struct PairKeys: Sendable {
  private let band: Band
  /// Keys of the table, each once; pairs name them by their places here.
  private(set) var keys: [Int32] = []
  /// What the pairs share, one after the other, and where each cell's begin.
  private var entries: [Int32] = []
  private var starts: [Int32]

  /// - Parameter stretch: whose band has a cell for the end of each pair.
  init(_ evidence: EvidenceTable, _ stretch: Stretch) {
    band = stretch.band
    starts = Array(repeating: 0, count: stretch.band.cells + 1)
    var found: [(cell: Int32, key: Int32)] = []
    var places: [Int32: Int32] = [:]
    for i in 1..<max(band.rows.count, 1) {
      let row = band.rows[i]
      // Targets whose pairs end in the row.
      let low = stretch.target.lowerBound + max(row.lowerBound, 1) - 1
      let high = stretch.target.lowerBound + row.upperBound
      guard low < high else { continue }
      guard let first = band.index(i, row.lowerBound) else { continue }
      let shift = first + 1 - row.lowerBound - stretch.target.lowerBound
      for at in evidence.source.range(of: stretch.source.lowerBound + i - 1) {
        let key = evidence.source.keys[at]
        evidence.targetPostings.forEach(of: key, in: low..<high) { sentence in
          let place = places[key] ?? Int32(keys.count)
          if Int(place) == keys.count {
            places[key] = place
            keys.append(key)
          }
          found.append((Int32(sentence + shift), place))
        }
      }
    }
    for entry in found { starts[Int(entry.cell) + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    entries = Array(repeating: 0, count: found.count)
    var next = starts
    for entry in found {
      entries[Int(next[Int(entry.cell)])] = entry.key
      next[Int(entry.cell)] += 1
    }
  }

  /// Calls `body` with the place of each key that the pair ending at a position shares.
  func forEach(_ i: Int, _ j: Int, _ body: (Int) -> Void) {
    guard let cell = band.index(i, j) else { return }
    for at in Int(starts[cell])..<Int(starts[cell + 1]) { body(Int(entries[at])) }
  }
}

/// For each key, the sentences that have it.
struct KeyPostings: Sendable {
  private var sentences: [Int32]
  private var starts: [Int32]

  init(_ keys: SentenceKeys, count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for key in keys.keys { starts[Int(key) + 1] += 1 }
    for key in 1..<max(starts.count, 1) { starts[key] += starts[key - 1] }
    sentences = Array(repeating: 0, count: keys.keys.count)
    var next = starts
    for sentence in 0..<keys.count {
      for at in keys.range(of: sentence) {
        let key = Int(keys.keys[at])
        sentences[Int(next[key])] = Int32(sentence)
        next[key] += 1
      }
    }
  }

  /// Calls `body` with each sentence of a range that has a key.
  func forEach(of key: Int32, in range: Range<Int>, _ body: (Int) -> Void) {
    var low = Int(starts[Int(key)])
    let end = Int(starts[Int(key) + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if Int(sentences[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < end, Int(sentences[low]) < range.upperBound {
      body(Int(sentences[low]))
      low += 1
    }
  }
}
