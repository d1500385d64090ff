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
        known[...], isVocalized: true, to: &reading.units)
      part.units = start..<reading.units.count
      reading.parts.append(part)
      return
    }
    let peel = Peeling(of: text, table: table)
    let stem = text[peel.stem...]
    part.conjunction = peel.conjunction
    part.preposition = peel.preposition
    part.hasArticle = peel.hasArticle
    if let kind = table.find(stem, followsArticle: peel.hasArticle, reading: &known) {
      part.kind = kind
      takePreposition(of: &part)
      SoundAnalysis.append(
        known[...], isVocalized: true, to: &reading.units)
    } else if let kind = findAccusative(stem, followsArticle: peel.hasArticle) {
      part.kind = kind
      SoundAnalysis.append(
        known[...], isVocalized: true, to: &reading.units)
    } else {
      SoundAnalysis.append(
        stem, isVocalized: isVocalized, to: &reading.units)
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
