import Text

/// The words in Arabic script of a text, one after another.
struct ArabicWords {
  private var at: Int

  init(from start: Int = 0) { at = start }

  /// The next word; nil when there is none.
  ///
  /// A word is letters with their marks, tatweel and joiners; it begins and ends with a letter or
  /// mark and has a letter.
  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    while at < bytes.count {
      let byte = bytes[at]
      // Arabic letters begin with D8 to DD, E0 (U+0870), EF; the shortest way past the rest.
      if byte < 0xD8 || byte > 0xEF || (byte > 0xDD && byte != 0xE0 && byte != 0xEF) {
        at += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      if ArabicScript.isLetter(scalar.value) {
        let start = at
        at = end(of: bytes, from: at + scalar.length)
        return start..<at
      }
      at += scalar.length
    }
    return nil
  }

  private func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    var end = start
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      let isPart = ArabicScript.isLetter(scalar.value) || ArabicScript.isMark(scalar.value)
      if !isPart, !ArabicScript.isFiller(scalar.value) { break }
      at += scalar.length
      // Joiners belong to a word between its letters; tatweel at its end too.
      if isPart || scalar.value == 0x0640 { end = at }
    }
    return end
  }
}
