/// Divides English contractions and possessives as Universal Dependencies does: do+n't, we+'ll,
/// Putin+'s, workers+', can+not.
enum EnglishClitics {
  /// Appends the pieces of the word at `range`.
  static func segment(_ range: Range<Int>, of bytes: Span<UInt8>, into pieces: inout [Clitic]) {
    let first = pieces.count
    var end = range.upperBound
    // he'd've has two; the innermost is found last.
    while pieces.count - first < 3, let clitic = last(range.lowerBound..<end, of: bytes) {
      pieces.append(clitic)
      end = clitic.range.lowerBound
    }
    pieces.append(Clitic(range.lowerBound..<end, .stem))
    pieces[first...].reverse()
  }

  /// The clitic a word ends in; nil where it is one word.
  private static func last(_ range: Range<Int>, of bytes: Span<UInt8>) -> Clitic? {
    if let length = fused(range, of: bytes) {
      return Clitic(range.upperBound - length..<range.upperBound, .negation)
    }
    // The letters after the last apostrophe: at most two in a contraction.
    var at = range.upperBound
    while at > range.lowerBound, range.upperBound - at <= 2, isLetter(bytes[at - 1]) { at -= 1 }
    let apostrophe = apostropheLength(endingAt: at, in: range, of: bytes)
    let start = at - apostrophe
    guard apostrophe > 0, start > range.lowerBound else { return nil }
    let before = bytes[start - 1] | 0x20
    let ending = at..<range.upperBound
    switch (letter(ending, 0, of: bytes), letter(ending, 1, of: bytes)) {
    case (0, 0) where before == UInt8(ascii: "s"):
      return Clitic(start..<range.upperBound, .possessive)
    case (UInt8(ascii: "s"), 0):
      let isVerb = verbHosts.contains(bytes.string(range.lowerBound..<start).lowercased())
      return Clitic(start..<range.upperBound, isVerb ? .verb : .possessive)
    case (UInt8(ascii: "m"), 0), (UInt8(ascii: "d"), 0), (UInt8(ascii: "l"), UInt8(ascii: "l")),
      (UInt8(ascii: "v"), UInt8(ascii: "e")), (UInt8(ascii: "r"), UInt8(ascii: "e")):
      return Clitic(start..<range.upperBound, .verb)
    case (UInt8(ascii: "t"), 0)
    where before == UInt8(ascii: "n") && start - 1 > range.lowerBound:
      return Clitic(start - 1..<range.upperBound, .negation)
    default: return nil
    }
  }

  /// Words 's shortens is or has after, as well as us: let's.
  private static let verbHosts: Set<String> = [
    "he", "she", "it", "that", "this", "what", "who", "there", "here", "where", "how", "when",
    "why", "let",
  ]

  /// The bytes of the clitic in a word that joins it without an apostrophe: cannot.
  private static func fused(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    let word: StaticString = "cannot"
    guard range.count == word.utf8CodeUnitCount else { return nil }
    for index in 0..<range.count
    where bytes[range.lowerBound + index] | 0x20 != word.utf8Start[index] {
      return nil
    }
    return 3
  }

  /// The letter at a place of a range, in lower case; 0 past its end.
  private static func letter(_ range: Range<Int>, _ index: Int, of bytes: Span<UInt8>) -> UInt8 {
    index < range.count ? bytes[range.lowerBound + index] | 0x20 : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The bytes of the apostrophe that ends at `end`: ' or ’; 0 for none.
  private static func apostropheLength(
    endingAt end: Int, in range: Range<Int>, of bytes: Span<UInt8>
  ) -> Int {
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "'") { return 1 }
    if end - 3 >= range.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
      bytes[end - 1] == 0x99
    {
      return 3
    }
    return 0
  }
}
