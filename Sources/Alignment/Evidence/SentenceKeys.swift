/// The keys of each sentence of a text, as numbers, sorted, each once a sentence.
struct SentenceKeys: Sendable {
  private(set) var keys: [Int32] = []
  /// Where each sentence's keys begin, and the end.
  private(set) var starts: [Int] = [0]

  var count: Int { starts.count - 1 }

  mutating func add(_ key: Int32) { keys.append(key) }

  /// Ends the sentence that keys were added to.
  mutating func endSentence() {
    let start = starts[starts.count - 1]
    keys[start...].sort()
    var end = start
    for at in start..<keys.count where at == start || keys[at] != keys[end - 1] {
      keys[end] = keys[at]
      end += 1
    }
    keys.removeSubrange(end...)
    starts.append(end)
  }

  func range(of sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

  /// In how many sentences each of the keys below `count` is.
  func counts(of count: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: count)
    for key in keys { counts[Int(key)] += 1 }
    return counts
  }

  /// For each key below `count` the sentence it is in; -1 where that is none or several.
  func onlySentences(of count: Int) -> [Int32] {
    var only = [Int32](repeating: -2, count: count)
    for sentence in 0..<self.count {
      for at in range(of: sentence) {
        let key = Int(keys[at])
        only[key] = only[key] == -2 ? Int32(sentence) : -1
      }
    }
    return only
  }

  /// The keys of neighbouring sentences.
  func part(_ sentences: Range<Int>) -> SentenceKeys {
    let first = starts[sentences.lowerBound]
    var result = SentenceKeys()
    result.keys = Array(keys[first..<starts[sentences.upperBound]])
    result.starts = starts[sentences.lowerBound...sentences.upperBound].map { $0 - first }
    return result
  }

  /// The same with other numbers for the keys; what has none, which is -1, is left out.
  func renumbered(_ number: (Int32) -> Int32) -> SentenceKeys {
    var result = SentenceKeys()
    result.keys.reserveCapacity(keys.count)
    result.starts.reserveCapacity(starts.count)
    for sentence in 0..<count {
      for at in range(of: sentence) {
        let key = number(keys[at])
        if key >= 0 { result.add(key) }
      }
      result.endSentence()
    }
    return result
  }
}
