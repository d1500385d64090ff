import Text

/// Finds the sentences of an older state of a text in its present state.
///
/// Sentences are the same when they are alike but for vowel marks, controls, letter case and white
/// space. Each sentence of one state is matched with at most one of the other.
struct SentenceMatching {
  /// For each old sentence that still stands, its present index.
  private(set) var places: [Int: Int] = [:]
  private var taken: Set<Int> = []
  private let old: [Int: Int]
  private let new: [Int]

  /// Matches an older state with the present one.
  ///
  /// First come sentences that are the only ones of their kind, whether moved or not; then their
  /// neighbours, outwards; then what is left, repeated sentences without such neighbours: with the
  /// like that is nearest to where the sentences before it went, between what was matched before
  /// and after it. A repeated sentence that has moved by itself is not found.
  ///
  /// - Parameters:
  ///   - sentences: old sentences by index; some may be missing.
  ///   - text: the present text.
  init(_ sentences: [Int: String], in text: SegmentedText) {
    var kinds: [[UInt8]: Int] = [:]
    var folded = FoldedText()
    func kind(_ bytes: [UInt8]) -> Int {
      let key = Self.key(bytes, &folded)
      return kinds[key]
        ?? {
          kinds[key] = kinds.count
          return kinds.count - 1
        }()
    }
    new = text.sentences.map { kind(Array(text.document.bytes[$0])) }
    old = sentences.mapValues { kind(Array($0.utf8)) }
    var oldOfKind: [Int: [Int]] = [:]
    for (index, kind) in old { oldOfKind[kind, default: []].append(index) }
    var newOfKind: [Int: [Int]] = [:]
    for (index, kind) in new.enumerated() { newOfKind[kind, default: []].append(index) }
    let order = old.keys.sorted()
    for index in order {
      guard let kind = old[index], oldOfKind[kind]?.count == 1, let places = newOfKind[kind],
        let place = places.first, places.count == 1
      else { continue }
      match(index, place)
    }
    for (index, place) in places.sorted(by: { $0.key < $1.key }) { spread(index, place) }
    var limits: [Int: Int] = [:]
    var limit = new.count
    for index in order.reversed() {
      limits[index] = limit
      limit = places[index] ?? limit
    }
    var last = (index: 0, place: 0)
    var floor = 0
    for index in order {
      if places[index] == nil, let kind = old[index], let candidates = newOfKind[kind],
        let limit = limits[index], floor <= limit,
        let place = nearest(
          to: index - last.index + last.place, in: candidates, within: floor..<limit)
      {
        match(index, place)
        spread(index, place)
      }
      if let place = places[index] {
        last = (index, place)
        floor = place + 1
      }
    }
  }

  private mutating func match(_ index: Int, _ place: Int) {
    places[index] = place
    taken.insert(place)
  }

  /// Matches the neighbours of a match, as long as they are alike.
  private mutating func spread(_ index: Int, _ place: Int) {
    for step in [1, -1] {
      var index = index + step
      var place = place + step
      while new.indices.contains(place), let kind = old[index], kind == new[place],
        places[index] == nil, !taken.contains(place)
      {
        match(index, place)
        index += step
        place += step
      }
    }
  }

  /// The free place of a sorted list that is nearest to the one expected, among those in `range`.
  private func nearest(to expected: Int, in candidates: [Int], within range: Range<Int>) -> Int? {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle] < expected { low = middle + 1 } else { high = middle }
    }
    var before = low - 1
    var after = low
    while before >= 0 || after < candidates.count {
      let takesAfter =
        before < 0
        || (after < candidates.count
          && candidates[after] - expected <= expected - candidates[before])
      let place = candidates[takesAfter ? after : before]
      if range.contains(place), !taken.contains(place) { return place }
      if takesAfter { after += 1 } else { before -= 1 }
    }
    return nil
  }

  /// A sentence folded, with one space for each stretch of white space.
  private static func key(_ bytes: [UInt8], _ folded: inout FoldedText) -> [UInt8] {
    Folding.fold(0..<bytes.count, of: bytes.span, level: .shapes, into: &folded)
    var text: [UInt8] = []
    folded.appendUTF8(to: &text)
    var key: [UInt8] = []
    for byte in text {
      if byte > 0x20 {
        key.append(byte)
      } else if let last = key.last, last != 0x20 {
        key.append(0x20)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return key
  }
}
