/// Stems of words, cut by rule and not to be read by people: words of one lexeme mostly share one.
///
/// Evidence of alignment may be wrong now and then, so these go further than `PhraseMatcher`, which
/// sees no verb endings, and are much faster.
enum LightStems {
  /// Appends the hashes of the stems an Arabic word may have, those that cut least first.
  ///
  /// - Parameters:
  ///   - word: at level `.carriers`.
  ///   - isRunning: whether the word stands in a text, with particles before it, or is a headword.
  static func arabic(_ word: Span<UInt32>, isRunning: Bool, into stems: inout [UInt64]) {
    stems.removeAll(keepingCapacity: true)
    append(word, 0, word.count, &stems)
    guard isRunning else { return }
    var starts: [Int] = [0]
    if word.count > 3, isOne(word[0], of: [waw, fa]) { starts.append(1) }
    for start in starts where word.count - start > 3 {
      if isOne(word[start], of: [ba, lam, kaf, sin]) { starts.append(start + 1) }
    }
    for start in starts where word.count - start > 3 {
      if word[start] == alef, word[start + 1] == lam { starts.append(start + 2) }
      // لل is ل and the article, whose alef it has lost.
      if word[start] == lam, word[start + 1] == lam { starts.append(start + 2) }
    }
    for start in starts.dropFirst() { append(word, start, word.count, &stems) }
    for start in starts {
      // Headwords of verbs have the third person: تقول and نقول are يقول.
      if word.count - start > 3, isOne(word[start], of: [ta, nun, alef]) {
        append(word, start, word.count, first: ya, &stems)
      }
    }
  }

  /// Cuts an ending and appends what is left.
  private static func append(
    _ word: Span<UInt32>, _ start: Int, _ end: Int, first: UInt32? = nil, _ stems: inout [UInt64]
  ) {
    var end = end
    for ending in endings where end - start - ending.count >= 3 {
      var matches = true
      for (at, letter) in ending.enumerated() where word[end - ending.count + at] != letter {
        matches = false
      }
      if matches {
        end -= ending.count
        break
      }
    }
    // What is left after a pronoun may still end as a feminine or plural does.
    for ending in lastEndings where end - start - ending.count >= 3 {
      var matches = true
      for (at, letter) in ending.enumerated() where word[end - ending.count + at] != letter {
        matches = false
      }
      if matches {
        end -= ending.count
        break
      }
    }
    var hash = LetterHash()
    if let first { hash.feed(first) }
    for at in (first == nil ? start : start + 1)..<end { hash.feed(word[at]) }
    if !stems.contains(hash.value) { stems.append(hash.value) }
  }

  private static let endings = ["هما", "كما", "ها", "هم", "هن", "كم", "نا", "وا"].map(letters)
  private static let lastEndings = [
    "تان", "تين", "يات", "ات", "ان", "ين", "ون", "يه", "ه", "ت", "ي", "ا",
  ].map(letters)

  private static func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func isOne(_ letter: UInt32, of letters: [UInt32]) -> Bool {
    letters.contains(letter)
  }

  private static let alef: UInt32 = 0x0627
  private static let ba: UInt32 = 0x0628
  private static let ta: UInt32 = 0x062A
  private static let sin: UInt32 = 0x0633
  private static let fa: UInt32 = 0x0641
  private static let kaf: UInt32 = 0x0643
  private static let lam: UInt32 = 0x0644
  private static let nun: UInt32 = 0x0646
  private static let waw: UInt32 = 0x0648
  private static let ya: UInt32 = 0x064A

  /// The hash of an English word's stem; the word is at level `.shapes`.
  static func english(_ word: Span<UInt32>) -> UInt64 {
    var end = word.count
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard end - count >= 2 else { return false }
      for at in 0..<count where word[end - count + at] != UInt32(ending.utf8Start[at]) {
        return false
      }
      return true
    }
    var last: UInt32?
    if ends("'s") { end -= 2 }
    if ends("'") { end -= 1 }
    if ends("ies") || ends("ied") {
      end -= 3
      last = 0x69
    } else if ends("ing"), end > 5 {
      end -= 3
    } else if ends("ed"), end > 4 {
      end -= 2
    } else if ends("es"), end > 4 {
      end -= 2
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      end -= 1
    }
    if last == nil {
      if end > 3, word[end - 1] == 0x65 { end -= 1 }
      if end > 3, word[end - 1] == 0x79 {
        end -= 1
        last = 0x69
      } else if end > 3, word[end - 1] == word[end - 2] {
        // stopped, travelling; kill and tell lose theirs as well, alike in every form.
        end -= 1
      }
    }
    var hash = LetterHash()
    for at in 0..<end { hash.feed(word[at]) }
    if let last { hash.feed(last) }
    return hash.value
  }
}
