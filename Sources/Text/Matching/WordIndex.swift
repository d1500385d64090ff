/// The words of a set of phrases, found in running text under their clitics and endings.
///
/// Words are interned: two spellings that fold to the same letters at `.carriers` are one word.
/// The index is a letter trie; a word's reading in a token costs a walk from each place a
/// proclitic can end.
struct WordIndex: Sendable {
  /// One way to read a token as a word of the index.
  struct Reading: Sendable {
    let word: Int32
    /// Whether the article stands before the stem.
    let hasArticle: Bool
    /// Whether a particle stands before the article or stem.
    let hasParticle: Bool
    /// Letters of the token that are not the article or the stem.
    let affixes: Int
    /// Bytes of the token that are the article and the stem.
    let range: Range<Int>
    /// Where the stem stands in the token's folded letters.
    let stem: Range<Int>
    /// Whether the stem's last letter changed before an ending.
    let isSeam: Bool
  }

  /// A word's end in the trie: as it is (`seam` nil), or changed, which needs one of the endings.
  private struct End: Sendable {
    let word: Int32
    let seam: Int?
  }

  private let morphology: Morphology
  private let endings: Set<[UInt32]>
  private var letters = Trie()
  private var ends: [Int32: [End]] = [:]
  private var words: [[UInt32]: Int32] = [:]

  init(_ language: Language) {
    morphology = Morphology.of(language)
    endings = Set(morphology.endings.map(\.letters))
  }

  /// Interns a word given as letters at level `.shapes`; capitals are told by `isAcronym`.
  mutating func add(_ shapes: [UInt32], isAcronym: Bool) -> Int32 {
    let letters = (isAcronym ? [acronymMark] : []) + shapes.map { Folding.letter($0, .carriers) }
    if let word = words[letters] {
      addSeams(shapes, letters, word)
      return word
    }
    let word = Int32(words.count)
    words[letters] = word
    ends[insert(letters), default: []].append(End(word: word, seam: nil))
    addSeams(shapes, letters, word)
    return word
  }

  private mutating func addSeams(_ shapes: [UInt32], _ letters: [UInt32], _ word: Int32) {
    for (index, seam) in morphology.seams.enumerated() where shapes.last == seam.last {
      let node = insert(letters.dropLast() + [Folding.letter(seam.surface, .carriers)])
      if !(ends[node] ?? []).contains(where: { $0.word == word && $0.seam == index }) {
        ends[node, default: []].append(End(word: word, seam: index))
      }
    }
  }

  private mutating func insert(_ word: [UInt32]) -> Int32 {
    word.reduce(Trie.root) { letters.insertChild(of: $0, $1) }
  }

  /// Appends every reading of a token folded to `.shapes`.
  func read(_ token: FoldedText, isAcronym: Bool, into readings: inout [Reading]) {
    let letters = token.scalars.map { Folding.letter($0, .alef) }
    for proclitic in morphology.proclitics where letters.starts(with: proclitic.letters) {
      let start = proclitic.letters.count
      guard start < letters.count else { continue }
      if let before = proclitic.before, !before.contains(letters[start]) { continue }
      // Capitals first: ISIS is better read as ISIS than as Isis.
      if isAcronym, start == 0, let root = self.letters.child(of: Trie.root, acronymMark) {
        walk(letters, token.sources, from: 0, proclitic, root: root, into: &readings)
      }
      walk(letters, token.sources, from: start, proclitic, root: Trie.root, into: &readings)
    }
  }

  private func walk(
    _ letters: [UInt32], _ sources: FoldedText.Sources, from start: Int,
    _ proclitic: Morphology.Proclitic, root: Int32, into readings: inout [Reading]
  ) {
    let articleStart = start - (proclitic.article ?? 0)
    // In لل the article's own ل cannot be shown without the particle's.
    let isFused = proclitic.article == 0 || proclitic.article == 1
    let rangeStart = isFused ? articleStart - 1 : articleStart
    var node = root
    var at = start
    while at < letters.count,
      let next = self.letters.child(of: node, Folding.letter(letters[at], .carriers))
    {
      node = next
      at += 1
      guard let found = ends[node] else { continue }
      let length = at - start
      if length < morphology.shortestStem, proclitic.needsLongStem || at < letters.count {
        continue
      }
      for end in found where accepts(end, stemEnd: at, letters) {
        let affixes = letters.count - length - (start - articleStart)
        readings.append(
          Reading(
            word: end.word, hasArticle: proclitic.article != nil,
            hasParticle: articleStart > 0, affixes: affixes,
            range: sources[rangeStart].lowerBound..<sources[at - 1].upperBound,
            stem: start..<at, isSeam: end.seam != nil))
      }
    }
  }

  private func accepts(_ end: End, stemEnd: Int, _ letters: [UInt32]) -> Bool {
    let rest = Array(letters[stemEnd...])
    if let seam = end.seam { return morphology.seams[seam].endings.contains(rest) }
    if rest.isEmpty { return true }
    guard endings.contains(rest) else { return false }
    return !morphology.endings.contains {
      $0.letters == rest && $0.notAfter == letters[stemEnd - 1]
    }
  }
}

/// Stands before an acronym's letters in the trie, so that `US` is not `us`.
private let acronymMark: UInt32 = 0xFFFF_FFFF
