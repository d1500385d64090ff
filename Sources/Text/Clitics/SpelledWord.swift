/// The letters of one Arabic word, where each stands in the text, and the hash of any part.
///
/// Letters are folded to `.shapes`. The storage is reused from word to word.
struct SpelledWord: ~Copyable {
  /// A longer word is not Arabic as anyone writes it, but several run together.
  static let capacity = 32

  private(set) var count = 0
  /// Whether the word ends in tanwin, so that it is indefinite and no pronoun can follow.
  private(set) var hasTanwin = false
  private var places = [Place](repeating: Place(), count: SpelledWord.capacity + 1)
  private let powers: [UInt64]
  private var folded = FoldedText()

  /// A letter, the byte it begins at, and the hash of the letters before it.
  private struct Place {
    var letter: UInt16 = 0
    var start = 0
    var hash: UInt64 = 0
  }

  init() {
    var powers: [UInt64] = [1]
    for index in 0..<Self.capacity { powers.append(powers[index] &* WordHash.multiplier) }
    self.powers = powers
  }

  @inline(__always)
  subscript(index: Int) -> UInt16 { places[index].letter }

  /// The byte at which a letter begins in the text.
  func start(of index: Int) -> Int { places[index].start }

  /// Whether a piece can begin at a letter: the letters of one ligature cannot be parted.
  func canCut(at index: Int) -> Bool {
    index == 0 || index >= count || places[index].start > places[index - 1].start
  }

  /// Reads the word at `range`; false where it is not one of Arabic letters or too long for one.
  mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    count = 0
    hasTanwin = false
    var read = 0
    var tanwin = -1
    var isFolded = true
    var at = range.lowerBound
    do {
      var places = places.mutableSpan
      var hash: UInt64 = 0
      scan: while at < range.upperBound {
        // Letters and vowel marks from hamza to sukun are two bytes, D8 A1 to D9 92.
        guard at + 1 < range.upperBound else { return false }
        let value = UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
        guard value & 0xFEC0 == 0xD880 else {
          isFolded = false
          break
        }
        let scalar = (value >> 8 & 0x1F) << 6 | value & 0x3F
        switch scalar {
        case 0x0621...0x063A, 0x0641...0x064A:
          if read == Self.capacity { return false }
          places[read].letter = scalar
          places[read].start = at
          hash = hash &* WordHash.multiplier &+ UInt64(scalar)
          read += 1
          places[read].hash = hash
        case 0x064B...0x064D: tanwin = read - 1
        case 0x0640, 0x064E...0x0652: break
        default:
          isFolded = false
          break scan
        }
        at += 2
      }
    }
    if !isFolded { return readFolded(range, of: bytes) }
    count = read
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

  private mutating func append(_ letter: UInt16, at start: Int) {
    places[count].letter = letter
    places[count].start = start
    places[count + 1].hash = places[count].hash &* WordHash.multiplier &+ UInt64(letter)
    count += 1
  }

  /// Tanwin stands on the last letter, or before an alef that only carries it.
  private mutating func noteTanwin(_ index: Int) {
    guard index >= 0, count > 0 else { return }
    let last = places[count - 1].letter
    hasTanwin =
      index == count - 1
      || index == count - 2 && (last == Letter.alef || last == Letter.alefMaqsura)
  }

  /// The hash of a part of the word.
  @inline(__always)
  func hash(_ start: Int, _ end: Int) -> WordHash {
    WordHash(places[end].hash &- places[start].hash &* powers[end - start])
  }

  /// The hash of letters before a part of the word.
  @inline(__always)
  func hash(_ prefix: WordHash, _ start: Int, _ end: Int) -> WordHash {
    WordHash(
      places[end].hash &- places[start].hash &* powers[end - start] &+ prefix.value
        &* powers[end - start])
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
    for index in 0..<suffix.count where places[end - suffix.count + index].letter != suffix[index] {
      return false
    }
    return true
  }
}
