import ICU

/// The sentence boundaries of UAX #29 in a paragraph, from ICU, taken one by one.
struct SentenceProposals: ~Copyable {
  private var breaks: BreakIterator
  private var base = 0
  private var boundary: Int?
  private(set) var isOpen = false

  init(_ language: Language) throws(ICUError) {
    breaks = try BreakIterator(.sentence, locale: language.rawValue)
  }

  /// Forgets the paragraph before.
  mutating func close() { isOpen = false }

  /// Takes up a paragraph, its line breaks as spaces: UAX #29 ends a sentence at each.
  mutating func open(_ content: Range<Int>, of bytes: Span<UInt8>) throws(ICUError) {
    let text = bytes.extracting(content)
    if Self.hasLineBreak(text) {
      var unwrapped: [UInt8] = []
      unwrapped.reserveCapacity(text.count)
      for index in text.indices {
        let byte = text[index]
        unwrapped.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
      try breaks.setText(unwrapped.span)
    } else {
      try breaks.setText(text)
    }
    base = content.lowerBound
    isOpen = true
    step()
  }

  private static func hasLineBreak(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x0A || text[index] == 0x0D { return true }
    return false
  }

  private mutating func step() {
    boundary = breaks.next().map { base + $0.offset }
  }

  /// The next boundary between two places, both left out.
  mutating func next(after start: Int, before end: Int) -> Int? {
    while isOpen, let found = boundary, found < end {
      step()
      if found > start { return found }
    }
    return nil
  }

  /// Passes over the boundaries up to a place; whether there was any.
  mutating func skip(through end: Int) -> Bool {
    var isFound = false
    while let found = boundary, found <= end {
      isFound = true
      step()
    }
    return isFound
  }
}
