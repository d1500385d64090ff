import ICU
import Testing

/// Numbers that look random and are the same in every run, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Characters of all the sorts that make trouble: one to four bytes, marks, joiners, controls.
private let troublesome: [Unicode.Scalar] = [
  "a", "Z", "5", ".", " ", "\n", "\0", "(", "é", "\u{301}", "ب", "ة", "ل", "ا", "\u{64b}",
  "\u{651}", "٣", "،", "؟", "»", "ﷲ", "ﻻ", "א", "中", "한", "\u{1100}", "\u{1161}", "\u{200d}",
  "\u{200f}", "\u{202e}", "\u{2067}", "\u{2069}", "\u{feff}", "\u{fffd}", "\u{2028}", "😀", "👩",
  "🏽", "🇪", "🇬", "\u{1f3f4}", "\u{e0067}", "\u{10ffff}", "𞤀", "𐤀",
]

/// A string of troublesome and arbitrary scalars.
func randomString(
  _ lengths: ClosedRange<Int>, using generator: inout SeededGenerator
) -> String {
  var string = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: lengths, using: &generator) {
    let any = Unicode.Scalar(UInt32.random(in: 0...0x10ffff, using: &generator))
    let known = troublesome.randomElement(using: &generator) ?? "a"
    string.append(Bool.random(using: &generator) ? any ?? known : known)
  }
  return String(string)
}

/// Bytes, which are hardly ever well-formed UTF-8.
func randomBytes(
  _ lengths: ClosedRange<Int>, using generator: inout SeededGenerator
) -> [UInt8] {
  (0..<Int.random(in: lengths, using: &generator)).map { _ in
    UInt8.random(in: 0...255, using: &generator)
  }
}

/// The offsets in a string's UTF-8 where a scalar begins, and the string's end.
func scalarBoundaries(_ string: String) -> Set<Int> {
  var offsets: Set<Int> = [0]
  var offset = 0
  for scalar in string.unicodeScalars {
    offset += UTF8.width(scalar)
    offsets.insert(offset)
  }
  return offsets
}

/// Malformed UTF-8 of every sort.
let malformed: [[UInt8]] = [
  [0x80],  // a continuation byte alone
  [0x61, 0xd8],  // a letter cut short
  [0xd8, 0x61],  // a letter whose end is missing
  [0xc0, 0xaf],  // an overlong slash
  [0xed, 0xa0, 0x80],  // half a surrogate pair
  [0xf4, 0x90, 0x80, 0x80],  // beyond U+10FFFF
  [0xff],
]

/// A name that nothing has, shown short and escaped in a test's output.
struct Nonsense: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { String(name.prefix(24)).debugDescription }
}

/// Names that no locale, charset or transliterator has, some of them dangerous to C.
let nonsense = [
  "", "nonsense", "ar\0en", "\0", "@", "@=", "ar@", "ar@=;;=", "ar_EG_", "----", "_", "../../etc",
  "ar@collation=nonsense;calendar=x", "عربي", "😀", "%s%n", "a-b-c-d-e-f-g-h-i-j-k", "x-", "und-u",
  String(repeating: "a", count: 10_000), String(repeating: "ar_", count: 5_000),
  "ar@x=" + String(repeating: "y", count: 10_000),
].map(Nonsense.init)
