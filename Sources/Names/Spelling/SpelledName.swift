import Text

/// A name in a text and its spellings.
package struct SpelledName: Sendable {
  /// UTF-8 bytes of the text.
  package let range: Range<Int>
  package let text: String
  /// Best first.
  package let spellings: [NameSpelling]
}

extension NameSpeller {
  /// The Arabic names of a text, one or several words each, with up to so many spellings.
  package func names(in bytes: Span<UInt8>, count: Int) -> [SpelledName] {
    let runs = ArabicRuns.find(in: bytes)
    // The same name is spelled once.
    var numbers: [String: Int] = [:]
    var texts: [String] = []
    let numbersOfRuns = runs.map { run in
      let text = bytes.string(run)
      if let number = numbers[text] { return number }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
    let distinct = texts
    let spellings = Threads.map(distinct.count) { self.spellings(of: distinct[$0], count: count) }
    return zip(runs, numbersOfRuns).map { run, number in
      SpelledName(
        range: run, text: distinct[number],
        spellings: spellings[number])
    }
  }
}
