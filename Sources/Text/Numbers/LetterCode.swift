/// A word of up to twelve letters in one integer, five bits a letter, the first lowest.
///
/// Folding is done on the way: no case, no vowel marks, one alef, ي for ى, ه for ة, و for ؤ. آ and
/// ئ stay themselves, for without them مئتا would be ميتا. To take the first letters off is a
/// shift. Only words that numbers and dates are written with need to fit; longer ones are none.
struct LetterCode: Hashable, Sendable {
  private(set) var bits: UInt64 = 0
  private(set) var count = 0

  static let longest = 12
  private static let latinBit: UInt64 = 1 << 63

  static let alef: UInt8 = 1
  static let ba: UInt8 = 2
  static let fa: UInt8 = 20
  static let kaf: UInt8 = 22
  static let lam: UInt8 = 23
  static let waw: UInt8 = 27
  static let ya: UInt8 = 28

  /// The first letter's code; 0 for none.
  var first: UInt8 { UInt8(truncatingIfNeeded: bits & 31) }
  /// The second letter's code; 0 for none.
  var second: UInt8 { UInt8(truncatingIfNeeded: (bits >> 5) & 31) }

  /// The word without its first letters.
  func dropping(_ letters: Int) -> LetterCode {
    var code = self
    code.bits >>= UInt64(truncatingIfNeeded: 5 &* min(letters, count))
    code.count = max(count - letters, 0)
    return code
  }

  private mutating func append(_ letter: UInt8) -> Bool {
    guard count < Self.longest else { return false }
    bits |= UInt64(letter) << UInt64(truncatingIfNeeded: 5 &* count)
    count &+= 1
    return true
  }

  /// Reads a word; nil where it is too long or has a scalar numbers and dates are not written with.
  init?(_ range: Range<Int>, of bytes: Span<UInt8>) {
    guard range.lowerBound < range.upperBound else { return nil }
    if bytes[range.lowerBound] < 0x80 {
      for at in range.lowerBound..<endWithoutPossessive(range, bytes) {
        switch bytes[at] {
        case 0x61...0x7A: guard append(bytes[at] &- 0x60) else { return nil }
        case 0x41...0x5A: guard append(bytes[at] &- 0x40) else { return nil }
        // a.m., o'clock
        case 0x2E, 0x27: continue
        default: return nil
        }
      }
      bits |= Self.latinBit
      return
    }
    let table = arabicCodes
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      guard (0x0600...0x06FF).contains(scalar.value) else {
        if scalar.value >= 0xFB50, let folded = LetterCode(folding: range, of: bytes) {
          self = folded
          return
        }
        if (0x200B...0x200F).contains(scalar.value) || scalar.value == 0x2E { continue }
        return nil
      }
      let code = table[Int(scalar.value - 0x0600)]
      if code == skipped { continue }
      guard code != 0, append(code) else { return nil }
    }
  }

  init?(_ word: some StringProtocol) {
    let bytes = Array(word.utf8)
    self.init(0..<bytes.count, of: bytes.span)
  }

  /// Reads presentation forms, which one scalar may give several letters.
  private init?(folding range: Range<Int>, of bytes: Span<UInt8>) {
    var text = FoldedText()
    Folding.fold(range, of: bytes, level: .shapes, into: &text)
    for scalar in text.scalars {
      guard (0x0600...0x06FF).contains(scalar) else { return nil }
      let code = arabicCodes[Int(scalar - 0x0600)]
      guard code != 0, code != skipped, append(code) else { return nil }
    }
  }
}

/// Where an English word ends without its 's.
private func endWithoutPossessive(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
  let end = range.upperBound
  guard range.count > 2, bytes[end - 1] == 0x73 else { return end }
  if bytes[end - 2] == 0x27 { return end - 2 }
  return range.count > 4 && bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80
    && bytes[end - 4] == 0xE2 ? end - 4 : end
}

private let skipped: UInt8 = 0xFF

/// For each scalar from U+0600: its letter's code, 0 for what no word has, or `skipped`.
private let arabicCodes: [UInt8] = {
  var table = [UInt8](repeating: 0, count: 0x100)
  let letters: [String] = [
    "اأإٱ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع",
    "غ", "ف", "ق", "كک", "ل", "م", "ن", "هةەہۃ", "وؤ", "يىی", "ء", "آ", "ئ",
  ]
  for (index, group) in letters.enumerated() {
    for scalar in group.unicodeScalars where scalar.value < 0x0700 {
      table[Int(scalar.value - 0x0600)] = UInt8(index + 1)
    }
  }
  for value in 0x0600..<0x0700 where isArabicMark(UInt32(value)) || value == 0x0640 {
    table[value - 0x0600] = skipped
  }
  return table
}()
