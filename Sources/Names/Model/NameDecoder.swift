#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A spelling that a model finds for an Arabic word, and how probable each model says it is.
struct DecodedName: Sendable {
  /// a to z.
  let letters: [UInt8]
  /// The logarithm of the probability of the word and the spelling under the model of all names.
  let all: Float
  /// The same under the model of Arab names.
  let arab: Float
}

/// Searches the spellings of a word by beam: one beam is free, the other keeps to names that are
/// known to exist.
///
/// A joint-sequence model (Bisani and Ney 2008): each Arabic letter is written by up to four Latin
/// ones, and what writes it depends on what wrote the three before. Two models are asked at once, of
/// all names and of Arab ones.
struct NameDecoder: Sendable {
  let graphones: Graphones
  let all: NGramModel
  let arab: NGramModel
  let tree: LatinTree

  /// Hypotheses kept.
  static let beam = 24
  /// How far behind the best one may fall.
  private static let margin: Float = 11
  /// Letters of an Arabic word that are looked at.
  static let longest = 40

  fileprivate struct Hypothesis {
    var all: Float
    var arab: Float
    var allState: UInt32
    var arabState: UInt32
    var node: UInt32
    /// Of the Latin letters so far.
    var hash: UInt64
    /// The step it came by.
    var step: Int32
    /// What the letter now read is written by, before that is a step.
    var spelling: UInt32 = 0

    var rank: Float { max(all, arab) }

    fileprivate func isSame(as other: Hypothesis) -> Bool {
      hash == other.hash && allState == other.allState && arabState == other.arabState
    }
  }

  fileprivate struct Step {
    let before: Int32
    let spelling: UInt32
  }

  /// Room that decoding uses again for each word.
  struct Scratch {
    fileprivate var steps: [Step] = []
    fileprivate var beam: [Hypothesis] = []
    fileprivate var next: [Hypothesis] = []
    fileprivate var all = Rows()
    fileprivate var arab = Rows()
    fileprivate var chain: [UInt32] = []

    init() {}
  }

  /// The scores of some symbols behind the states of a beam.
  fileprivate struct Rows {
    var states: [UInt32] = []
    /// For each hypothesis, which of `states` is its.
    var numbers: [Int] = []
    /// A row for each state.
    var scores: [Float] = []
    var next: [UInt32] = []
  }

  /// The spellings both beams end with, best first, each once.
  func spellings(of word: some Sequence<UInt32>, _ scratch: inout Scratch) -> [DecodedName] {
    let letters = Array(word.prefix(Self.longest))
    var found: [DecodedName] = []
    var places: [UInt64: Int] = [:]
    for isKnown in [false, true] {
      search(letters, isKnown: isKnown, &scratch) { hash, name in
        if let place = places[hash] {
          // The free beam and that of known names have lost different ways to write a name.
          if max(name.all, name.arab) > max(found[place].all, found[place].arab) {
            found[place] = name
          }
        } else {
          places[hash] = found.count
          found.append(name)
        }
      }
    }
    return found.sorted { max($0.all, $0.arab) > max($1.all, $1.arab) }
  }

  private func search(
    _ letters: [UInt32], isKnown: Bool, _ scratch: inout Scratch,
    _ body: (UInt64, DecodedName) -> Void
  ) {
    scratch.steps.removeAll(keepingCapacity: true)
    scratch.beam.removeAll(keepingCapacity: true)
    scratch.beam.append(
      Hypothesis(
        all: 0, arab: 0, allState: all.start, arabState: arab.start, node: LatinTree.root, hash: 1,
        step: -1))
    for letter in letters {
      let symbols = graphones.symbols(of: letter)
      if symbols.isEmpty { continue }
      extend(by: symbols, isKnown: isKnown, &scratch)
      if scratch.beam.isEmpty { return }
    }
    // The same spelling may be there by several ways to divide it among the letters.
    var ends: [UInt64: (all: Float, arab: Float, step: Int32)] = [:]
    for one in scratch.beam where !isKnown || tree.isName(one.node) {
      let all = one.all + self.all.score(one.allState, NGramModel.end).score
      let arab = one.arab + self.arab.score(one.arabState, NGramModel.end).score
      if let other = ends[one.hash] {
        ends[one.hash] = (logSum(all, other.all), logSum(arab, other.arab), other.step)
      } else {
        ends[one.hash] = (all, arab, one.step)
      }
    }
    for (hash, end) in ends {
      let letters = spelled(end.step, scratch.steps)
      if !letters.isEmpty {
        body(hash, DecodedName(letters: letters, all: end.all, arab: end.arab))
      }
    }
  }

  private func spelled(_ last: Int32, _ steps: [Step]) -> [UInt8] {
    var spellings: [UInt32] = []
    var at = last
    while at >= 0 {
      spellings.append(steps[Int(at)].spelling)
      at = steps[Int(at)].before
    }
    var letters: [UInt8] = []
    for spelling in spellings.reversed() {
      Graphones.forEachLetter(spelling) { letters.append($0 + 0x61) }
    }
    return letters
  }

  /// Writes one more letter in all ways.
  private func extend(by symbols: Range<UInt16>, isKnown: Bool, _ scratch: inout Scratch) {
    let width = symbols.count
    score(scratch.beam.lazy.map(\.allState), all, symbols, &scratch.all, &scratch.chain)
    score(scratch.beam.lazy.map(\.arabState), arab, symbols, &scratch.arab, &scratch.chain)
    scratch.next.removeAll(keepingCapacity: true)
    var best = -Float.infinity
    for (number, one) in scratch.beam.enumerated() {
      let allRow = scratch.all.numbers[number] * width
      let arabRow = scratch.arab.numbers[number] * width
      for at in 0..<width {
        let all = one.all + scratch.all.scores[allRow + at]
        let arab = one.arab + scratch.arab.scores[arabRow + at]
        let rank = max(all, arab)
        if rank < best - Self.margin { continue }
        let spelling = graphones.spelling(symbols.lowerBound + UInt16(at))
        var node = one.node
        if isKnown {
          var isThere = true
          Graphones.forEachLetter(spelling) { letter in
            guard isThere else { return }
            if let next = tree.child(of: node, letter) { node = next } else { isThere = false }
          }
          if !isThere { continue }
        }
        best = max(best, rank)
        scratch.next.append(
          Hypothesis(
            all: all, arab: arab, allState: scratch.all.next[allRow + at],
            arabState: scratch.arab.next[arabRow + at], node: node, hash: one.hash, step: one.step,
            spelling: spelling))
      }
    }
    prune(best, &scratch)
  }

  /// Leaves the best hypotheses of `next` in the beam, and joins those that are the same.
  private func prune(_ best: Float, _ scratch: inout Scratch) {
    // Where the so-many-eth lies is told to a quarter of a nat, which saves sorting all.
    var histogram = [Int](repeating: 0, count: Int(Self.margin * 4) + 1)
    for one in scratch.next where one.rank >= best - Self.margin {
      histogram[Int((best - one.rank) * 4)] += 1
    }
    var bucket = 0
    var kept = histogram[0]
    while bucket + 1 < histogram.count, kept + histogram[bucket + 1] <= 3 * Self.beam {
      bucket += 1
      kept += histogram[bucket]
    }
    let least = best - Float(bucket + 1) / 4
    scratch.beam.removeAll(keepingCapacity: true)
    for one in scratch.next where one.rank > least {
      var one = one
      Graphones.forEachLetter(one.spelling) { letter in
        one.hash = (one.hash ^ UInt64(letter + 1)) &* 0x9E37_79B9_7F4A_7C15
        one.hash ^= one.hash >> 29
      }
      if let place = scratch.beam.firstIndex(where: { $0.isSame(as: one) }) {
        scratch.beam[place].all = logSum(scratch.beam[place].all, one.all)
        scratch.beam[place].arab = logSum(scratch.beam[place].arab, one.arab)
      } else {
        scratch.beam.append(one)
      }
    }
    if scratch.beam.count > Self.beam {
      scratch.beam.sort { $0.rank > $1.rank }
      scratch.beam.removeLast(scratch.beam.count - Self.beam)
    }
    for at in scratch.beam.indices {
      let one = scratch.beam[at]
      scratch.beam[at].step = Int32(scratch.steps.count)
      scratch.steps.append(Step(before: one.step, spelling: one.spelling))
    }
  }

  /// Scores the symbols behind each state, each state once.
  private func score(
    _ states: some Sequence<UInt32>, _ model: NGramModel, _ symbols: Range<UInt16>,
    _ rows: inout Rows, _ chain: inout [UInt32]
  ) {
    rows.states.removeAll(keepingCapacity: true)
    rows.numbers.removeAll(keepingCapacity: true)
    for state in states {
      if let number = rows.states.firstIndex(of: state) {
        rows.numbers.append(number)
      } else {
        rows.numbers.append(rows.states.count)
        rows.states.append(state)
      }
    }
    let width = symbols.count
    let room = rows.states.count * width
    if rows.scores.count < room {
      rows.scores = Array(repeating: 0, count: room)
      rows.next = Array(repeating: 0, count: room)
    }
    rows.scores.withUnsafeMutableBufferPointer { scores in
      rows.next.withUnsafeMutableBufferPointer { next in
        for (number, state) in rows.states.enumerated() {
          let range = number * width..<(number + 1) * width
          model.score(
            state, symbols, scores: UnsafeMutableBufferPointer(rebasing: scores[range]),
            next: UnsafeMutableBufferPointer(rebasing: next[range]), chain: &chain)
        }
      }
    }
  }

  private func logSum(_ a: Float, _ b: Float) -> Float {
    let high = max(a, b)
    return high + log1p(exp(min(a, b) - high))
  }
}
