import ICU

/// Cuts paragraphs into sentences by the rules of an SRX file.
///
/// As in `SentenceSegmenter`, a sentence has no white space at its ends, and only white space lies
/// between two sentences.
///
/// SRX leaves open how places are found where an expression may match in more ways than one. Here,
/// as in the tools in use, a rule is searched for, and of the ends that one beginning of a match
/// allows, the one the expression prefers is the place: `[.!]+` speaks of the place after `...`,
/// not of those between the stops. An exception whose first half has a longest length speaks of
/// every place it can end at. One segmenter serves one thread; opening one takes some hundred
/// microseconds a rule.
package struct SRXSegmenter: ~Copyable {
  private let file: String
  private let milliseconds: Int
  private let breaks: [SRXRuleSearch]
  private let exceptions: [SRXRuleSearch]
  private var text: SearchText
  /// For each place in a paragraph, 1 more than the index of the first rule that breaks there.
  ///
  /// 0 where none does or an exception comes before it. Kept for its store.
  private var places: [Int32] = []

  /// Compiles the rules.
  ///
  /// - Parameter milliseconds: the processor time that one rule may take for one paragraph, to
  ///   which 10 more are added for each kilobyte: some hundred times what rules in use take.
  package init(_ rules: SRXRules, milliseconds: Int = 2_000) throws(SRXError) {
    var searches: [SRXRuleSearch] = []
    for (index, rule) in rules.rules.enumerated() {
      searches.append(try SRXRuleSearch(rule, index: index, file: rules.file))
    }
    do { text = try SearchText() } catch {
      throw SRXError(file: rules.file, position: nil, .text(error))
    }
    file = rules.file
    self.milliseconds = milliseconds
    breaks = searches.filter(\.isBreak)
    let last = breaks.last?.index ?? 0
    exceptions = searches.filter { !$0.isBreak && $0.index < last }
  }

  /// Appends the sentences of `paragraph`, a range of `bytes` within one line, to `sentences`.
  package mutating func segment(
    _ paragraph: Range<Int>, of bytes: Span<UInt8>, into sentences: inout [Range<Int>]
  ) throws(SRXError) {
    do { try text.set(bytes.extracting(paragraph)) } catch {
      throw SRXError(file: file, position: nil, .text(error))
    }
    try findPlaces(paragraph.count)
    var start = paragraph.lowerBound
    for place in places.indices where places[place] > 0 || place == paragraph.count {
      let end = paragraph.lowerBound + place
      let sentence = trimmed(start..<end, in: bytes)
      if !sentence.isEmpty { sentences.append(sentence) }
      start = end
    }
  }

  /// Asks the rules that break first, for exceptions are of account only where one of them speaks.
  private mutating func findPlaces(_ count: Int) throws(SRXError) {
    var places = self.places
    self.places = []
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(0, count: count + 1))
    let limit = milliseconds &+ count / 100
    for rule in breaks {
      try rule.forEachPlace(in: text, among: [], milliseconds: limit) { place in
        if place > 0, place < count, places[place] == 0 {
          places[place] = Int32(truncatingIfNeeded: rule.index + 1)
        }
      }
    }
    var open = places.indices.filter { places[$0] > 0 }
    for rule in exceptions {
      // Those that an earlier rule has decided are done with.
      open.removeAll { places[$0] <= rule.index + 1 }
      if open.isEmpty { break }
      try rule.forEachPlace(in: text, among: open, milliseconds: limit) { place in
        if place < places.count, places[place] > rule.index + 1 { places[place] = 0 }
      }
    }
    self.places = places
  }
}
