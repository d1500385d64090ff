import Text

/// Reads words: finds prefixes and article, looks up the vowels, and tells the sounds.
struct WordReader {
  private var letters: [Letter] = []
  private var known: [Letter] = []
  private let table = VocalizedWords.table

  /// Reads the word in `range` of `bytes` into `reading`, whose storage is reused.
  mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>, into reading: inout WordReading) {
    reading.removeAll()
    letters.removeAll(keepingCapacity: true)
    Letter.read(range, of: bytes, into: &letters)
    let isVocalized = letters.contains {
      $0.vowel.isShort || $0.vowel == .sukun || $0.hasDaggerAlif
    }
    if letters.count >= 5, JoinedName.isAfterBin(letters[2...], table),
      letters[0].base == Letter.beh,
      letters[1].base == Letter.noon, !table.contains(letters[...])
    {
      readPart(letters[..<2], isVocalized, &reading)
      if !reading.parts.isEmpty { reading.parts[0].isHyphenated = true }
      readPart(letters[2...], isVocalized, &reading)
    } else if let joint = JoinedName.joint(in: letters[...]) {
      readPart(letters[..<joint], isVocalized, &reading)
      readPart(letters[joint...], isVocalized, &reading)
    } else {
      readPart(letters[...], isVocalized, &reading)
    }
  }

  private mutating func readPart(
    _ text: ArraySlice<Letter>, _ isVocalized: Bool, _ reading: inout WordReading
  ) {
    guard !text.isEmpty else { return }
    let start = reading.units.count
    if AllahForm.append(text, to: &reading) { return }
    if text.count == 2, text[text.startIndex].base == Letter.beh,
      text[text.startIndex].vowel == .none || text[text.startIndex].vowel == .i
        || text[text.startIndex].vowel == .sukun, text[text.startIndex + 1].base == Letter.noon,
      !text[text.startIndex].hasShadda, !text[text.startIndex + 1].hasShadda
    {
      reading.units += [SoundUnit(sound: .b), SoundUnit(sound: .i), SoundUnit(sound: .n)]
      reading.parts.append(.init(units: start..<start + 3, kind: .filiation))
      return
    }
    var part = WordReading.Part(units: start..<start, kind: .unknown)
    if let kind = table.find(text, reading: &known) {
      takePreposition(of: &part)
      part.kind = kind
      SoundAnalysis.append(
        known[...], isVocalized: true, followsArticle: false, to: &reading.units)
      part.units = start..<reading.units.count
      reading.parts.append(part)
      return
    }
    let peel = Peeling(of: text, isVocalized: isVocalized, table: table)
    let stem = text[peel.stem...]
    part.conjunction = peel.conjunction
    part.preposition = peel.preposition
    part.hasArticle = peel.hasArticle
    if let kind = table.find(stem, followsArticle: peel.hasArticle, reading: &known) {
      part.kind = kind
      takePreposition(of: &part)
      SoundAnalysis.append(
        known[...], isVocalized: true, followsArticle: peel.hasArticle, to: &reading.units)
    } else if let kind = findAccusative(stem, followsArticle: peel.hasArticle) {
      part.kind = kind
      SoundAnalysis.append(
        known[...], isVocalized: true, followsArticle: peel.hasArticle, to: &reading.units)
    } else {
      SoundAnalysis.append(
        stem, isVocalized: isVocalized, followsArticle: peel.hasArticle, to: &reading.units)
      if Vowels.areMissing(
        in: reading.units[start...], isVocalized: isVocalized,
        isOneLetter: stem.count == 1 && text.count == 1)
      {
        reading.lacksVowels = true
      }
    }
    part.units = start..<reading.units.count
    reading.parts.append(part)
  }

  /// Takes a preposition off a reading that is one with its pronoun: به.
  private mutating func takePreposition(of part: inout WordReading.Part) {
    guard known.count > 2, known[1].base == VocalizedWords.hyphen else { return }
    part.preposition = known[0].base == Letter.lam ? .la : .bi
    part.isPronoun = true
    known.removeFirst(2)
  }

  /// A known noun with the alif of an indefinite accusative: كتابًا.
  private mutating func findAccusative(
    _ stem: ArraySlice<Letter>, followsArticle: Bool
  ) -> WordKind? {
    guard stem.count > 2, let last = stem.last, last.base == Letter.alif else { return nil }
    let before = stem.index(stem.endIndex, offsetBy: -2)
    guard last.vowel == .an || stem[before].vowel == .an else { return nil }
    guard
      let kind = table.find(stem.dropLast(), followsArticle: followsArticle, reading: &known),
      !known.isEmpty
    else { return nil }
    known[known.count - 1].vowel = .an
    known.append(Letter(base: Letter.alif))
    return kind
  }
}

/// What stands before the stem of a word.
private struct Peeling {
  var conjunction: Prefix?
  var preposition: Prefix?
  var hasArticle = false
  /// Where the stem begins.
  var stem: Int

  init(of text: ArraySlice<Letter>, isVocalized: Bool, table: VocalizedWords) {
    stem = text.startIndex
    if takeArticle(text, isVocalized, table) { return }
    let first = text[text.startIndex]
    if let conjunction = Self.conjunction(first) {
      var rest = Peeling(stem: text.startIndex + 1)
      if rest.takeArticle(text, isVocalized, table, isInner: true)
        || Self.isStem(text[(text.startIndex + 1)...], isVocalized, table)
        || rest.takePreposition(text, isVocalized, table)
        || (conjunction == .wa && first.vowel == .a
          && Self.isWord(text[(text.startIndex + 1)...]))
      {
        rest.conjunction = conjunction
        self = rest
        return
      }
    }
    _ = takePreposition(text, isVocalized, table)
  }

  private init(stem: Int) { self.stem = stem }

  private static func conjunction(_ letter: Letter) -> Prefix? {
    guard letter.vowel == .none || letter.vowel == .a, !letter.hasShadda, !letter.hasDaggerAlif
    else { return nil }
    return letter.base == Letter.waw ? .wa : letter.base == 0x0641 ? .fa : nil
  }

  private static func preposition(_ letter: Letter) -> Prefix? {
    guard !letter.hasShadda, !letter.hasDaggerAlif else { return nil }
    switch (letter.base, letter.vowel) {
    case (Letter.beh, .none), (Letter.beh, .i): return .bi
    case (Letter.lam, .none), (Letter.lam, .i): return .li
    case (0x0643, .none), (0x0643, .a): return .ka
    default: return nil
    }
  }

  private mutating func takeArticle(
    _ text: ArraySlice<Letter>, _ isVocalized: Bool, _ table: VocalizedWords, isInner: Bool = false
  ) -> Bool {
    guard text.endIndex - stem >= 4 else { return false }
    let alif = text[stem]
    let lam = text[stem + 1]
    guard alif.base == Letter.alif || alif.base == Letter.alifWasla,
      alif.vowel == .none || alif.vowel == .a, !alif.hasDaggerAlif,
      lam.base == Letter.lam, !lam.hasShadda
    else { return false }
    let third = text[stem + 2]
    let isBeforeWasla = lam.vowel == .i && third.base == Letter.alif
    guard lam.vowel.isSilent || isBeforeWasla else { return false }
    let rest = text[(stem + 2)...]
    if isInner, rest.count < 3, !table.contains(rest, followsArticle: true) { return false }
    stem += 2
    hasArticle = true
    return true
  }

  /// ب ل ك before an article, or before a stem that shows they are no part of it.
  private mutating func takePreposition(
    _ text: ArraySlice<Letter>, _ isVocalized: Bool, _ table: VocalizedWords
  ) -> Bool {
    guard text.endIndex - stem >= 2 else { return false }
    if takeFuture(text, table) { return true }
    guard let preposition = Self.preposition(text[stem]) else { return false }
    var rest = Peeling(stem: stem + 1)
    if preposition == .li, rest.takeArticleOfLam(text, table) {
      rest.preposition = .li
    } else if preposition != .li, rest.takeArticle(text, isVocalized, table, isInner: true) {
      rest.preposition = preposition
    } else if Self.isStem(text[(stem + 1)...], isVocalized, table) {
      rest.preposition = preposition
    } else {
      return false
    }
    self = rest
    return true
  }

  /// The س of the future before a verb, known or with the ي of its third person.
  private mutating func takeFuture(_ text: ArraySlice<Letter>, _ table: VocalizedWords) -> Bool {
    let first = text[stem]
    guard first.base == 0x0633, first.vowel == .none || first.vowel == .a, !first.hasShadda,
      text.endIndex - stem >= 4
    else { return false }
    let second = text[stem + 1]
    let isVerb =
      first.vowel == .a && second.base == Letter.yeh && !second.hasShadda
      && (second.vowel == .a || second.vowel == .u)
    guard isVerb || table.kind(of: text[(stem + 1)...]) == .verb else { return false }
    preposition = .sa
    stem += 1
    return true
  }

  /// Whether vocalised letters behind وَ have the consonants of a word of their own.
  ///
  /// Three make a root; words that begin with وَ have two more, or are plurals like وَسَائِل.
  private static func isWord(_ text: ArraySlice<Letter>) -> Bool {
    guard let first = text.first, first.vowel.isShort, !first.hasShadda else { return false }
    var text = text
    // Endings are no part of a root: وَلَدُهَا, وَلَدَت.
    if text.count > 3, text[text.endIndex - 2].base == Letter.heh { text = text.dropLast(2) }
    if let last = text.last, [Letter.heh, 0x062A].contains(last.base) { text = text.dropLast() }
    var consonants = 0
    for at in text.indices {
      let letter = text[at]
      let isLast = at == text.endIndex - 1
      switch letter.base {
      case Letter.alif, Letter.maqsura, Letter.taMarbuta, Letter.alifMadda: break
      case Letter.waw, Letter.yeh:
        if letter.hasShadda, !isLast {
          consonants += 2
        } else if letter.vowel.isShort {
          consonants += 1
        }
      case Letter.yehHamza where text.count <= 5: return false
      default: consonants += letter.hasShadda ? 2 : 1
      }
    }
    return consonants >= 3
  }

  /// The second ل of لل, which is the article without its alif.
  private mutating func takeArticleOfLam(
    _ text: ArraySlice<Letter>, _ table: VocalizedWords
  ) -> Bool {
    guard text.endIndex - stem >= 3 else { return false }
    let lam = text[stem]
    guard lam.base == Letter.lam, lam.vowel.isSilent || lam.hasShadda else { return false }
    // A stem that begins with ل has lost one of three: لليل.
    let isOwn =
      lam.hasShadda
      || (!table.contains(text[(stem + 1)...], followsArticle: true)
        && table.contains(text[stem...], followsArticle: true))
    hasArticle = true
    if !isOwn { stem += 1 }
    return true
  }

  /// Whether letters behind a prefix are surely a word of their own.
  private static func isStem(
    _ text: ArraySlice<Letter>, _ isVocalized: Bool, _ table: VocalizedWords
  ) -> Bool {
    guard text.count >= 2, let first = text.first else { return false }
    switch first.base {
    case Letter.alifHamza, Letter.alifHamzaBelow, Letter.alifMadda:
      if first.vowel != .sukun, text.count >= 3 { return true }
    case Letter.alif:
      // An alif with no long a in it: وَاسْتقبل, باهتمام.
      if text[text.startIndex + 1].vowel == .sukun, text.count >= 3 { return true }
      if InitialAlif.isOfVerbalNoun(text) { return true }
    case Letter.alifWasla: return true
    default: break
    }
    return table.contains(text)
  }
}

/// Names of two words that are written as one.
private enum JoinedName {
  /// Whether letters behind بن are a name: بنعبد.
  static func isAfterBin(_ text: ArraySlice<Letter>, _ table: VocalizedWords) -> Bool {
    table.kind(of: text) == .name
  }

  /// Where the second word begins: عبدالرحمن, نورالدين, نصرالله.
  static func joint(in text: ArraySlice<Letter>) -> Int? {
    guard text.count >= 6 else { return nil }
    let first = text[0].base
    let isPrefixed = [Letter.waw, Letter.lam, Letter.beh, 0x0641].contains(first)
    for start in [0, 1] where start == 0 || isPrefixed {
      if text.count - start >= 7, text[start].base == 0x0639, text[start + 1].base == Letter.beh,
        text[start + 2].base == Letter.dal, isAlif(text[start + 3]),
        text[start + 4].base == Letter.lam, text[start + 4].vowel.isSilent
      {
        return start + 3
      }
    }
    let count = text.count
    if isAlif(text[count - 4]), text[count - 3].base == Letter.lam,
      text[count - 2].base == Letter.lam, text[count - 1].base == Letter.heh,
      !isAllPrefixes(text[..<(count - 4)])
    {
      return count - 4
    }
    let dal = text[count - 3]
    if count >= 7, isAlif(text[count - 5]), text[count - 4].base == Letter.lam,
      text[count - 4].vowel.isSilent, dal.base == Letter.dal, dal.vowel == .none || dal.vowel == .i,
      text[count - 2].base == Letter.yeh,
      text[count - 1].base == Letter.noon, !isAllPrefixes(text[..<(count - 5)])
    {
      return count - 5
    }
    return nil
  }

  private static func isAlif(_ letter: Letter) -> Bool {
    (letter.base == Letter.alif || letter.base == Letter.alifWasla)
      && (letter.vowel == .none || letter.vowel == .a)
  }

  private static func isAllPrefixes(_ text: ArraySlice<Letter>) -> Bool {
    text.allSatisfy {
      [Letter.waw, 0x0641, Letter.beh, 0x0643, Letter.lam, 0x062A, Letter.alif].contains($0.base)
    }
  }
}

/// The word الله, whose vowels are never written as they are read.
private enum AllahForm {
  /// Appends the word where the text is it; false where it is not.
  static func append(_ text: ArraySlice<Letter>, to reading: inout WordReading) -> Bool {
    guard text.count >= 3, text.count <= 6, text.last?.base == Letter.heh else { return false }
    var first = text.startIndex
    var part = WordReading.Part(units: 0..<0, kind: .name)
    let start = reading.units.count
    func bases(from at: Int, _ pattern: [UInt32]) -> Bool {
      text.endIndex - at == pattern.count
        && zip(text[at...], pattern).allSatisfy {
          $0.base == $1 || ($1 == Letter.alif && $0.base == Letter.alifWasla)
        }
    }
    if text[first].base == Letter.waw || text[first].base == 0x0641 {
      part.conjunction = text[first].base == Letter.waw ? .wa : .fa
      first += 1
    }
    let word = [Letter.alif, Letter.lam, Letter.lam, Letter.heh]
    // Prepositions have grown together with it: lillāh, billāh.
    if bases(from: first, [Letter.lam, Letter.lam, Letter.heh]) {
      reading.units += [SoundUnit(sound: .l), SoundUnit(sound: .i)]
      part.kind = .particle
    } else if bases(from: first, [Letter.beh] + word) {
      reading.units += [SoundUnit(sound: .b), SoundUnit(sound: .i)]
      part.kind = .particle
    } else if bases(from: first, word) {
      reading.units.append(SoundUnit(sound: .a))
    } else {
      return false
    }
    reading.units += [
      SoundUnit(sound: .l, isDoubled: true), SoundUnit(sound: .longA), SoundUnit(sound: .h),
    ]
    part.units = start..<reading.units.count
    reading.parts.append(part)
    return true
  }
}

/// Whether the vowels a word was read with can be trusted.
private enum Vowels {
  /// Whether vowels are missing: of a word without marks, unless alifs are all it has; of one with
  /// marks, where consonants stand together as they never do in Arabic.
  static func areMissing(
    in units: ArraySlice<SoundUnit>, isVocalized: Bool, isOneLetter: Bool
  ) -> Bool {
    if isOneLetter { return false }
    if !isVocalized {
      var isOpen = false
      for unit in units {
        if unit.sound == .longU || unit.sound == .longI { return true }
        if unit.sound.isConsonant {
          if isOpen || unit.isDoubled { return true }
          isOpen = true
        } else {
          isOpen = false
        }
      }
      return units.count == 1 && isOpen
    }
    // Consonants since the last vowel: two at most, and one at the beginning.
    var cluster = 1
    for unit in units {
      guard unit.sound.isConsonant else {
        cluster = 0
        continue
      }
      cluster += unit.isDoubled ? 2 : 1
      if cluster > 2 { return true }
    }
    return false
  }
}
