/// Pairs of an Arabic letter and the up to four Latin letters that stand for it.
///
/// Those of one Arabic letter are neighbours, so that all ways to write it are a range of symbols.
struct Graphones: Sendable {
  /// Unicode scalars, in rising order.
  private let letters: Column<UInt16>
  /// The first symbol of each letter, and the end.
  private let firsts: Column<UInt16>
  /// By symbol: up to four letters of five bits, 1 for a, the first lowest; 0 ends.
  private let spellings: Column<UInt32>

  /// The first symbol that is a graphone.
  static let first: UInt16 = 2

  init(_ sections: inout ModelSections) throws(NameModelError) {
    letters = try sections.column()
    firsts = try sections.column()
    spellings = try sections.column()
    guard firsts.count == letters.count + 1, Int(firsts[letters.count]) <= spellings.count else {
      throw .damaged
    }
    for letter in 0..<letters.count where firsts[letter] > firsts[letter + 1] { throw .damaged }
  }

  /// The symbols that write a letter; empty for one no name has.
  func symbols(of letter: UInt32) -> Range<UInt16> {
    var low = 0
    var high = letters.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(letters[middle]) < letter { low = middle + 1 } else { high = middle }
    }
    guard low < letters.count, UInt32(letters[low]) == letter else { return 0..<0 }
    return firsts[low]..<firsts[low + 1]
  }

  /// The Latin letters of a symbol, packed.
  @inline(__always)
  func spelling(_ symbol: UInt16) -> UInt32 { spellings[Int(symbol)] }

  /// Calls `body` with each letter, 0 for a.
  @inline(__always)
  static func forEachLetter(_ spelling: UInt32, _ body: (UInt8) -> Void) {
    var rest = spelling
    while rest & 31 != 0 {
      body(UInt8(rest & 31) &- 1)
      rest >>= 5
    }
  }
}
