/// How well names are spelled, against the spellings attested for them.
///
/// Spellings are compared by their letters from a to z: case, diacritics, hyphens and spaces do not
/// count, as in the transliteration tasks of the Named Entities Workshop (NEWS).
package struct NameEvaluation: Sendable {
  package private(set) var names = 0
  /// How many names have a right spelling among the first 1, 5 and 10.
  package private(set) var right = [0, 0, 0]
  package static let ranks = [1, 5, 10]
  private var reciprocals = 0.0
  private var edits = 0
  private var letters = 0
  /// Names whose first spelling is wrong, with the spellings found and those attested.
  package private(set) var mistakes: [(name: String, found: [String], gold: [String])] = []
  /// Mistakes that are kept.
  private let limit: Int
  // Of the first spelling: by tenths of its probability, how many there are, how many are right, and
  // the sum of the probabilities.
  package private(set) var reliability = [(count: Int, right: Int, sum: Double)](
    repeating: (0, 0, 0), count: 10)

  package init(mistakes limit: Int = 0) { self.limit = limit }

  /// Adds a name with the spellings found, best first, and those attested.
  package mutating func add(_ name: String, _ found: [NameSpelling], gold: [String]) {
    let right = gold.map { NameLetters.latin($0) }.filter { !$0.isEmpty }
    if right.isEmpty { return }
    names += 1
    var distinct: [[UInt8]] = []
    for spelling in found {
      let letters = NameLetters.latin(spelling.text)
      if !distinct.contains(letters) { distinct.append(letters) }
    }
    let rank = distinct.firstIndex { right.contains($0) }
    if let rank {
      for (place, limit) in Self.ranks.enumerated() where rank < limit { self.right[place] += 1 }
      reciprocals += 1 / Double(rank + 1)
    }
    if rank != 0, mistakes.count < limit {
      mistakes.append((name, found.prefix(3).map(\.text), gold))
    }
    if let first = found.first {
      let place = min(Int(first.probability * 10), 9)
      reliability[place].count += 1
      reliability[place].sum += first.probability
      if rank == 0 { reliability[place].right += 1 }
    }
    // Of the attested spelling that is nearest.
    let first = distinct.first ?? []
    let best = right.map { ($0.count, Self.distance($0, first)) }
      .min { $0.1 * max($1.0, 1) < $1.1 * max($0.0, 1) }
    if let best {
      letters += best.0
      edits += best.1
    }
  }

  /// The share of names with a right spelling among the first so many of `ranks`.
  package func accuracy(_ place: Int) -> Double {
    names == 0 ? 0 : Double(right[place]) / Double(names)
  }

  /// The mean of 1 divided by the place of the first right spelling.
  package var meanReciprocalRank: Double { names == 0 ? 0 : reciprocals / Double(names) }

  /// Letters to be inserted, deleted or changed in first spellings, by letters attested.
  package var characterErrorRate: Double {
    letters == 0 ? 0 : Double(edits) / Double(letters)
  }

  /// Levenshtein's distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
