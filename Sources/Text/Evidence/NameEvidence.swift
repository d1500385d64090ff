/// Evidence of names: the consonants an Arabic spelling and an English one have in common.
///
/// بوتين and Putin both leave B-T-N. English names are told by their capital; Arabic has none, so
/// every Arabic word is a candidate, with and without the particles it may begin with, and only
/// those whose skeleton an English name of the other text shares come to count.
package struct NameEvidence: EvidenceSource {
  package init() {}

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    var folded = FoldedText()
    for token in tokens where token.kind == .word {
      switch language {
      case .english:
        guard (0x41...0x5A).contains(bytes[token.range.lowerBound]) else { continue }
        Folding.fold(token.range, of: bytes, level: .shapes, into: &folded)
        append(Skeleton(english: folded.scalars), to: &keys)
      case .arabic:
        Folding.fold(token.range, of: bytes, level: .carriers, into: &folded)
        let letters = folded.scalars
        for start in Self.stemStarts(letters) {
          append(Skeleton(arabic: letters[start...]), to: &keys)
        }
      }
    }
  }

  private func append(_ skeleton: Skeleton, to keys: inout [EvidenceKey]) {
    guard skeleton.count >= 2 else { return }
    let key = EvidenceKey(.name, skeleton.packed)
    if !keys.contains(key) { keys.append(key) }
  }

  /// Where the name may begin: at the first letter, or after و ف ب ل ك and the article.
  private static func stemStarts(_ letters: [UInt32]) -> [Int] {
    var starts = [0]
    var at = 0
    if letters.count > 3, [0x0648, 0x0641].contains(letters[0]) {
      at = 1
      starts.append(1)
    }
    if letters.count > at + 3, [0x0628, 0x0644, 0x0643].contains(letters[at]) {
      starts.append(at + 1)
    }
    for start in starts where letters.count > start + 4 {
      if letters[start] == 0x0627, letters[start + 1] == 0x0644 { starts.append(start + 2) }
    }
    return starts
  }
}

/// The consonants of a name as classes of letters the two scripts confuse, repeats dropped.
private struct Skeleton {
  private(set) var packed: UInt64 = 0
  private(set) var count = 0
  private var last: UInt64 = 0

  /// Five bits a consonant; twelve are enough to tell names apart.
  private mutating func add(_ consonant: Consonant) {
    let code = UInt64(consonant.rawValue)
    guard code != last, count < 12 else { return }
    packed = packed << 5 | code
    last = code
    count += 1
  }

  private enum Consonant: UInt8 {
    case b = 1, t, s, k, r, f, l, m, n
  }

  init(arabic letters: ArraySlice<UInt32>) {
    for letter in letters {
      if let consonant = Self.arabic[letter] { add(consonant) }
    }
  }

  init(english letters: [UInt32]) {
    var at = 0
    while at < letters.count {
      let letter = letters[at]
      let next = at + 1 < letters.count ? letters[at + 1] : 0
      at += 1
      // The possessive is no part of the name.
      if letter == 0x27, at < letters.count, letters[at] == 0x73, at + 1 == letters.count { break }
      switch (letter, next) {
      case (0x63, 0x68), (0x73, 0x68), (0x7A, 0x68):  // ch sh zh
        add(.s)
        at += 1
      case (0x6B, 0x68), (0x67, 0x68):  // kh gh
        add(.k)
        at += 1
      case (0x74, 0x68), (0x64, 0x68):  // th dh
        add(.t)
        at += 1
      case (0x70, 0x68):  // ph
        add(.f)
        at += 1
      case (0x63, 0x65), (0x63, 0x69), (0x63, 0x79):  // soft c
        add(.s)
      case (0x78, _):  // x
        add(.k)
        add(.s)
      default:
        if let consonant = Self.english[letter] { add(consonant) }
      }
    }
  }

  private static let arabic: [UInt32: Consonant] = table([
    ("بپ", .b), ("تثدذضطظةٹ", .t), ("سشصزجژچ", .s), ("كقغخگ", .k), ("ر", .r), ("فڤ", .f), ("ل", .l),
    ("م", .m), ("ن", .n),
  ])

  private static let english: [UInt32: Consonant] = table([
    ("bp", .b), ("td", .t), ("szj", .s), ("ckqg", .k), ("r", .r), ("fv", .f), ("l", .l), ("m", .m),
    ("n", .n),
  ])

  private static func table(_ rows: [(String, Consonant)]) -> [UInt32: Consonant] {
    var table: [UInt32: Consonant] = [:]
    for (letters, consonant) in rows {
      for scalar in letters.unicodeScalars { table[scalar.value] = consonant }
    }
    return table
  }
}
