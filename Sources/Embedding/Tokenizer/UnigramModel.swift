/// Finds the most probable pieces of a word, which are independent of each other (Kudo 2018).
///
/// It keeps the buffer of its paths; each thread has one.
struct UnigramModel: Sendable {
  /// The piece that stands for characters outside the vocabulary.
  static let unknown: Int32 = 0

  private let trie: PieceTrie
  /// Whether neighbouring unknown characters become one piece.
  private let mergesUnknown: Bool
  /// The best path to each byte of the word.
  private var path: [Step] = []

  private struct Step: Sendable {
    var score: Float
    /// Where the path's last piece begins, and which it is.
    var start: Int32
    var piece: Int32
  }

  init(_ trie: PieceTrie, mergesUnknown: Bool) {
    self.trie = trie
    self.mergesUnknown = mergesUnknown
  }

  /// Appends the ids of a word's pieces.
  ///
  /// - Parameter word: UTF-8 of less than 2³¹ bytes.
  mutating func cut(_ word: [UInt8], into pieces: inout [Int32]) {
    let count = word.count
    guard count > 0 else { return }
    path.removeAll(keepingCapacity: true)
    path.append(
      contentsOf: repeatElement(Step(score: -.infinity, start: 0, piece: 0), count: count + 1))
    path[0].score = 0
    findPath(of: word)
    let first = pieces.count
    var at = count
    while at > 0 {
      let piece = path[at].piece
      let isRepeated = piece == Self.unknown && pieces.count > first && pieces.last == piece
      if !(mergesUnknown && isRepeated) { pieces.append(piece) }
      at = Int(path[at].start)
    }
    pieces[first...].reverse()
    // A long word cut between unknown characters.
    if mergesUnknown, first > 0, pieces[first] == Self.unknown, pieces[first - 1] == Self.unknown {
      pieces.remove(at: first)
    }
  }

  /// Walks the trie from each character (Viterbi 1967); of equal paths the first found stays.
  private mutating func findPath(of word: [UInt8]) {
    var start = 0
    while start < word.count {
      let score = path[start].score
      let characterEnd = min(start + characterLength(word[start]), word.count)
      var isKnown = false
      var node = trie.root(word[start])
      var end = start + 1
      while let current = node {
        if let piece = trie.piece(at: current) {
          if score + piece.score > path[end].score {
            path[end] = Step(score: score + piece.score, start: Int32(start), piece: piece.id)
          }
          if end == characterEnd { isKnown = true }
        }
        guard end < word.count else { break }
        node = trie.child(of: current, word[end])
        end += 1
      }
      if !isKnown, score + trie.unknownScore > path[characterEnd].score {
        path[characterEnd] = Step(
          score: score + trie.unknownScore, start: Int32(start), piece: Self.unknown)
      }
      start = characterEnd
    }
  }
}
