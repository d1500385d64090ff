import Text

/// Finds runs of Arabic words in text: names as they stand one a line, or between other text.
package enum ArabicRuns {
  /// The UTF-8 ranges of runs of words of Arabic letters, parted by single spaces.
  package static func find(in bytes: Span<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var end = 0
    var isSpace = false
    var at = 0
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      if isLetter(scalar.value) {
        if start == nil { start = at }
        end = at + scalar.length
        isSpace = false
      } else if start != nil, isInside(scalar.value) {
        // A mark belongs to the letter before it.
        if !isSpace { end = at + scalar.length }
      } else if start != nil, !isSpace, scalar.value == 0x20 || scalar.value == 0xA0 {
        isSpace = true
      } else if let first = start {
        runs.append(first..<end)
        start = nil
        isSpace = false
      }
      at += scalar.length
    }
    if let start { runs.append(start..<end) }
    return runs
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0620...0x063F, 0x0641...0x064A, 0x066E...0x066F, 0x0671...0x06D3, 0x06D5,
      0x06EE...0x06EF, 0x06FA...0x06FC, 0x06FF, 0x0750...0x077F, 0x08A0...0x08C9,
      0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFB, 0xFE70...0xFEFC:
      true
    default: false
    }
  }

  /// Marks, tatweel and the joiners that stand within words.
  private static func isInside(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0640, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8,
      0x06EA...0x06ED, 0x200C, 0x200D:
      true
    default: false
    }
  }
}
