/// A random number generator that gives the same numbers for the same seed (SplitMix64).
public struct Generator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text of up to `length` pieces that news and bad luck put together.
  public mutating func text(length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text += Self.pieces.randomElement(using: &self) ?? ""
    }
    return text
  }

  /// Bytes of any kind.
  public mutating func bytes(length: Int) -> [UInt8] {
    (0..<Int.random(in: 0...length, using: &self)).map { _ in
      UInt8.random(in: 0...255, using: &self)
    }
  }

  private static let pieces = [
    "قال", " ", " ", " ", "الرئيس", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{0B}", ".",
    ". ", "...", "؟", "! ", "، ", "؛", "\"", "«", "»", "“", "”", "(", ")", "د. ", "U.S. ", "Mr. ",
    "Putin", "said", "3.5", "٣٫٥", "15-8", "10%", "أ", "ً", "ّ", "ـ", "\u{200F}", "\u{202E}",
    "\u{2067}",
    "\u{2069}", "\u{FEFF}", "ﻻ", "ﷲ", "ک", "ی", "😀", "👨‍👩‍👧", "e\u{301}", "\u{A0}", "\t", "و1,234",
    "@bbc",
    "http://a.b/c", "中文", "\u{0}", "G20", "cease-fire", "'", "’s",
  ]
}
