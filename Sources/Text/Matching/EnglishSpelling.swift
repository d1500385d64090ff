/// Brings English words to one spelling convention, so that `defence` finds `defense`.
///
/// The rules look at letters alone and are for comparison: what they make of a word need not be
/// one (`contour` becomes `contor`), as long as two words seldom become the same.
enum EnglishSpelling {
  private struct Rule {
    let british: [UInt32]
    let american: [UInt32]
    /// Letters that must stand before.
    let before: Int
    /// What must follow to the word's end; nil for anything.
    let after: [[UInt32]]?

    init(_ british: String, _ american: String, before: Int, after: [String]? = nil) {
      self.british = scalars(british)
      self.american = scalars(american)
      self.before = before
      self.after = after?.map(scalars)
    }
  }

  private static let plural = ["", "s", "'s"]

  private static let rules = [
    Rule("isation", "ization", before: 2),
    Rule("is", "iz", before: 4, after: ["e", "ed", "es", "er", "ers", "ing"]),
    // Not four, hour, source, court.
    Rule("our", "or", before: 2),
    Rule("tre", "ter", before: 2, after: plural),
    Rule("fence", "fense", before: 2, after: plural),
    Rule("licence", "license", before: 0, after: plural),
    Rule("programme", "program", before: 0, after: plural),
    Rule("ogue", "og", before: 3, after: plural),
    Rule("grey", "gray", before: 0, after: plural),
  ]

  /// Respells a word at level `.shapes`; false if it is in the usual spelling already.
  static func respell(_ letters: inout [UInt32], _ sources: inout [Range<Int>]) -> Bool {
    guard mayHaveRule(letters) else { return false }
    var isChanged = false
    for rule in rules where letters.count >= rule.before + rule.british.count {
      guard let at = place(of: rule, in: letters), at + rule.british.count <= sources.count else {
        continue
      }
      let piece = sources[at..<at + rule.british.count]
      let last = piece[piece.endIndex - 1]
      letters.replaceSubrange(at..<at + rule.british.count, with: rule.american)
      // The ends are right, which is all a match shows of its inside.
      sources.replaceSubrange(
        at..<at + rule.british.count,
        with: piece.prefix(rule.american.count - 1) + [last])
      isChanged = true
    }
    return isChanged
  }

  /// Whether any two letters begin a rule; most words have none.
  private static func mayHaveRule(_ letters: [UInt32]) -> Bool {
    var last: UInt32 = 0
    for letter in letters {
      if (0x61...0x7A).contains(letter), (0x61...0x7A).contains(last),
        pairs[Int(last - 0x61)] & 1 << (letter - 0x61) != 0
      {
        return true
      }
      last = letter
    }
    return false
  }

  /// For each first letter of a rule, its second letters as bits.
  private static let pairs: [UInt32] = rules.reduce(into: Array(repeating: 0, count: 26)) {
    $0[Int($1.british[0] - 0x61)] |= 1 << ($1.british[1] - 0x61)
  }

  private static func place(of rule: Rule, in letters: [UInt32]) -> Int? {
    var at = rule.before
    while at + rule.british.count <= letters.count {
      let rest = letters[at...]
      if rest.starts(with: rule.british) {
        let after = rest.dropFirst(rule.british.count)
        if rule.after?.contains(where: { $0.elementsEqual(after) }) ?? true { return at }
      }
      at += 1
    }
    return nil
  }
}

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
