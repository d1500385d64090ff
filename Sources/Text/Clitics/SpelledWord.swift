/// The letters of one Arabic word, where each stands in the text, and the hash of any part.
///
/// Letters are folded to `.shapes`. The storage is reused from word to word.
struct SpelledWord: ~Copyable {
  /// A longer word is not Arabic as anyone writes it, but several run together.
  static let capacity = 32

  private(set) var count = 0
  /// Whether the word ends in tanwin, so that it is indefinite and no pronoun can follow.
  private(set) var hasTanwin = false
  private var letters = InlineArray<32, UInt16>(repeating: 0)
  private var starts = InlineArray<32, Int>(repeating: 0)
  private var hashes = InlineArray<33, UInt64>(repeating: 0)
  private var powers = InlineArray<33, UInt64>(repeating: 1)
  private var folded = FoldedText()

  init() {
    for index in 0..<Self.capacity { powers[index + 1] = powers[index] &* WordHash.multiplier }
  }

  @inline(__always)
  subscript(index: Int) -> UInt16 { letters[index] }

  /// The byte at which a letter begins in the text.
  func start(of index: Int) -> Int { starts[index] }

  /// Whether a piece can begin at a letter: the letters of one ligature cannot be parted.
  func canCut(at index: Int) -> Bool {
    index == 0 || index >= count || starts[index] > starts[index - 1]
  }

  /// Reads the word at `range`; false where it is not one of Arabic letters or too long for one.
  mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    count = 0
    hasTanwin = false
    var tanwin = -1
    var at = range.lowerBound
    while at < range.upperBound {
      // Letters and vowel marks from hamza to sukun are two bytes, D8 A1 to D9 92.
      guard at + 1 < range.upperBound else { return false }
      let value = UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
      guard value & 0xFEC0 == 0xD880 else { return readFolded(range, of: bytes) }
      let scalar = (value >> 8 & 0x1F) << 6 | value & 0x3F
      switch scalar {
      case 0x0621...0x063A, 0x0641...0x064A:
        if count == Self.capacity { return false }
        append(scalar, at: at)
      case 0x064B...0x064D: tanwin = count - 1
      case 0x0640, 0x064E...0x0652: break
      default: return readFolded(range, of: bytes)
      }
      at += 2
    }
    noteTanwin(tanwin)
    return count > 0
  }

  /// The same for text that has other scalars: presentation forms, Persian letters, controls.
  private mutating func readFolded(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    count = 0
    Folding.fold(range, of: bytes, level: .shapes, into: &folded)
    guard folded.scalars.count <= Self.capacity else { return false }
    for index in folded.scalars.indices {
      let scalar = folded.scalars[index]
      guard scalar <= 0x06D3, scalar >= 0x0621, isArabicLetter(scalar) else { return false }
      append(UInt16(scalar), at: folded.sources[index].lowerBound)
    }
    return count > 0
  }

  @inline(__always)
  private mutating func append(_ letter: UInt16, at start: Int) {
    letters[count] = letter
    starts[count] = start
    hashes[count + 1] = hashes[count] &* WordHash.multiplier &+ UInt64(letter)
    count += 1
  }

  /// Tanwin stands on the last letter, or before an alef that only carries it.
  private mutating func noteTanwin(_ index: Int) {
    guard index >= 0, count > 0 else { return }
    let last = letters[count - 1]
    hasTanwin =
      index == count - 1
      || index == count - 2 && (last == Letter.alef || last == Letter.alefMaqsura)
  }

  /// The hash of a part of the word.
  @inline(__always)
  func hash(_ start: Int, _ end: Int) -> WordHash {
    WordHash(hashes[end] &- hashes[start] &* powers[end - start])
  }

  /// The hash of letters before a part of the word.
  @inline(__always)
  func hash(_ prefix: WordHash, _ start: Int, _ end: Int) -> WordHash {
    WordHash(
      hashes[end] &- hashes[start] &* powers[end - start] &+ prefix.value &* powers[end - start])
  }

  /// The hash of a part of the word before other letters.
  @inline(__always)
  func hash(_ start: Int, _ end: Int, then suffix: WordHash, count: Int) -> WordHash {
    WordHash(hash(start, end).value &* powers[count] &+ suffix.value)
  }

  /// Whether the part before `end` ends in these letters, and begins no earlier than `start`.
  @inline(__always)
  func ends(with suffix: [UInt16], at end: Int, from start: Int) -> Bool {
    guard end - start >= suffix.count else { return false }
    for index in 0..<suffix.count where letters[end - suffix.count + index] != suffix[index] {
      return false
    }
    return true
  }
}
