/// Turns the letters of a stem into sounds.
///
/// What marks leave open is decided by position: و and ي are consonants at the beginning and beside
/// a vowel, and long vowels elsewhere.
struct SoundAnalysis {
  /// - Parameter isVocalized: whether the word has vowel marks, so that a letter without one has no vowel.
  static func append(
    _ letters: ArraySlice<Letter>, isVocalized: Bool, to units: inout [SoundUnit]
  ) {
    let analysis = SoundAnalysis(
      letters: letters, isVocalized: isVocalized, start: units.count)
    analysis.run(&units)
  }

  private let letters: ArraySlice<Letter>
  private let isVocalized: Bool
  /// Where the units of the stem begin.
  private let start: Int

  private func run(_ units: inout [SoundUnit]) {
    var at = letters.startIndex
    while at < letters.endIndex {
      let letter = letters[at]
      let next = at + 1 < letters.endIndex ? letters[at + 1] : nil
      switch letter.base {
      case Letter.alif, Letter.alifWasla:
        at = at == letters.startIndex ? beginWithAlif(&units) : at + alif(letter, next, &units)
      case Letter.alifMadda: madda(next, &units); at += 1
      case Letter.alifHamza, Letter.alifHamzaBelow, 0x0624, Letter.yehHamza, Letter.hamza:
        at = at == letters.startIndex ? beginWithHamza(&units) : at + hamza(letter, next, &units)
      case Letter.waw, Letter.yeh: at += semivowel(at, &units)
      case Letter.taMarbuta where next == nil: taMarbuta(letter, &units); at += 1
      case Letter.taMarbuta: at += consonant(.t, letter, next, &units)
      case Letter.maqsura:
        if next == nil, !letter.hasShadda, !letter.vowel.isShort {
          maqsura(letter, &units)
          at += 1
        } else {
          at += semivowel(at, &units)
        }
      default:
        let sound = Sound.consonant(letter.base) ?? .other
        at += consonant(sound, letter, next, &units)
      }
    }
  }

  private func last(_ units: [SoundUnit]) -> Sound? {
    units.count > start ? units[units.count - 1].sound : nil
  }

  private func replaceLast(by sound: Sound, _ units: inout [SoundUnit]) {
    units[units.count - 1] = SoundUnit(sound: sound)
  }

  /// Puts a long vowel, which takes in the short one before it.
  private func lengthen(_ short: Sound, to long: Sound, _ units: inout [SoundUnit]) {
    if last(units) == short {
      replaceLast(by: long, &units)
    } else {
      units.append(SoundUnit(sound: long))
    }
  }

  /// The alif a word begins with; gives the place behind what it took.
  private func beginWithAlif(_ units: inout [SoundUnit]) -> Int {
    let first = letters.startIndex
    let letter = letters[first]
    let next = first + 1 < letters.endIndex ? letters[first + 1] : nil
    guard let next else {
      units.append(SoundUnit(sound: .longA))
      return first + 1
    }
    switch letter.vowel {
    case .a: units.append(SoundUnit(sound: .a))
    case .u: units.append(SoundUnit(sound: .u))
    case .i: units.append(SoundUnit(sound: .i))
    default:
      if letter.hasDaggerAlif {
        units.append(SoundUnit(sound: .longA))
      } else if let long = initialLong(next, first) {
        units.append(SoundUnit(sound: long))
        return first + 2
      } else {
        let isWasla =
          letter.base == Letter.alifWasla || isVocalized || next.vowel == .sukun
          || InitialAlif.isOfVerbalNoun(letters)
        units.append(SoundUnit(sound: isWasla ? .i : .a))
      }
    }
    return first + 1
  }

  /// The long vowel that an alif or hamza without a vowel and و or ي make at the beginning.
  private func initialLong(_ next: Letter, _ first: Int) -> Sound? {
    guard next.base == Letter.waw || next.base == Letter.yeh, next.isBare else { return nil }
    guard first + 2 < letters.endIndex else { return next.base == Letter.yeh ? nil : .longU }
    let third = letters[first + 2]
    if [Letter.alif, Letter.taMarbuta, Letter.alifMadda, Letter.maqsura].contains(third.base) {
      return nil
    }
    return next.base == Letter.waw ? .longU : .longI
  }

  /// The hamza a word begins with, which no scheme here writes.
  private func beginWithHamza(_ units: inout [SoundUnit]) -> Int {
    let first = letters.startIndex
    let letter = letters[first]
    let next = first + 1 < letters.endIndex ? letters[first + 1] : nil
    switch letter.vowel {
    case .a: units.append(SoundUnit(sound: .a))
    case .u: units.append(SoundUnit(sound: .u))
    case .i: units.append(SoundUnit(sound: .i))
    default:
      let isBelow = letter.base == Letter.alifHamzaBelow
      if letter.hasDaggerAlif {
        units.append(SoundUnit(sound: .longA))
      } else if let next, let long = initialLong(next, first), isBelow || long == .longU {
        units.append(SoundUnit(sound: isBelow && long == .longU ? .i : long))
        return isBelow && long == .longU ? first + 1 : first + 2
      } else if letter.base == Letter.hamza || letter.base == 0x0624
        || letter.base == Letter.yehHamza
      {
        units.append(SoundUnit(sound: .hamza))
      } else {
        units.append(SoundUnit(sound: isBelow ? .i : .a))
      }
    }
    return first + 1
  }

  /// An alif that is not the first letter; gives how many letters it took.
  private func alif(_ letter: Letter, _ next: Letter?, _ units: inout [SoundUnit]) -> Int {
    switch last(units) {
    case .an: break  // The seat of a tanwin.
    case .a, .endA: replaceLast(by: .longA, &units)
    case .longU where next == nil: break  // Written behind the و of a plural.
    case .i, .u, .longA: break  // Of a wasla, or written twice.
    default:
      if letter.vowel == .an {
        units.append(SoundUnit(sound: .an))
      } else {
        units.append(SoundUnit(sound: .longA))
      }
    }
    return 1
  }

  private func madda(_ next: Letter?, _ units: inout [SoundUnit]) {
    guard units.count > start else { return units.append(SoundUnit(sound: .longA)) }
    // In old spelling it is an alif before hamza: خلفآء.
    if next?.base == Letter.hamza {
      lengthen(.a, to: .longA, &units)
    } else {
      units.append(SoundUnit(sound: .hamza))
      units.append(SoundUnit(sound: .longA))
    }
  }

  private func hamza(_ letter: Letter, _ next: Letter?, _ units: inout [SoundUnit]) -> Int {
    consonant(.hamza, letter, next, &units)
  }

  private func consonant(
    _ sound: Sound, _ letter: Letter, _ next: Letter?, _ units: inout [SoundUnit]
  ) -> Int {
    // No word begins with a doubled consonant: the shadda is of the article, or of the word before.
    let isFirst = units.count == start
    units.append(
      SoundUnit(
        sound: sound, isDoubled: letter.hasShadda && !isFirst,
        letter: sound == .other ? letter.base : 0))
    vowel(of: letter, next, &units)
    return 1
  }

  /// The vowel a letter bears.
  private func vowel(of letter: Letter, _ next: Letter?, _ units: inout [SoundUnit]) {
    if letter.hasDaggerAlif {
      units.append(SoundUnit(sound: .longA))
      return
    }
    let isLast = next == nil
    switch letter.vowel {
    case .none, .sukun: break
    case .a: units.append(SoundUnit(sound: isLast ? .endA : .a))
    case .i: units.append(SoundUnit(sound: isLast ? .endI : .i))
    case .u: units.append(SoundUnit(sound: isLast ? .endU : .u))
    case .an: units.append(SoundUnit(sound: .an))
    case .in: units.append(SoundUnit(sound: .in))
    case .un: units.append(SoundUnit(sound: .un))
    }
  }

  /// و or ي; gives how many letters it took.
  private func semivowel(_ at: Int, _ units: inout [SoundUnit]) -> Int {
    let letter = letters[at]
    let next = at + 1 < letters.endIndex ? letters[at + 1] : nil
    let isWaw = letter.base == Letter.waw
    let sound: Sound = isWaw ? .w : .y
    if letter.hasDaggerAlif, isWaw {
      // صلوٰة: the و is silent.
      lengthen(.a, to: .longA, &units)
      return 1
    }
    if !letter.vowel.isSilent || letter.hasShadda || units.count == start {
      return consonant(sound, letter, next, &units)
    }
    let long: Sound = isWaw ? .longU : .longI
    // Behind final وا is no vowel: they are the end of a plural.
    let isPlural =
      isWaw && next?.base == Letter.alif && at + 2 == letters.endIndex && next?.isBare == true
    let bringsVowel =
      switch next?.base {
      case Letter.alif, Letter.alifMadda: !isPlural
      case Letter.taMarbuta: true
      case Letter.maqsura: at + 2 == letters.endIndex
      default: false
      }
    switch last(units) {
    case .u where isWaw && !bringsVowel, .i where !isWaw && !bringsVowel:
      replaceLast(by: long, &units)
      return 1
    case .a, .i, .u, .longA, .longI, .longU:
      return consonant(sound, letter, next, &units)
    default: break
    }
    // Behind a consonant without a vowel.
    let before = letters[at - 1]
    let isConsonant =
      bringsVowel || before.vowel == .sukun
      || (isVocalized && next == nil)
      || (next.map { ($0.base == Letter.waw || $0.base == Letter.yeh) && $0.isBare } ?? false
        && at + 2 < letters.endIndex)
    if isConsonant { return consonant(sound, letter, next, &units) }
    units.append(SoundUnit(sound: long))
    return 1
  }

  private func taMarbuta(_ letter: Letter, _ units: inout [SoundUnit]) {
    if last(units) == .a { units.removeLast() }
    units.append(SoundUnit(sound: .taMarbuta))
    switch letter.vowel {
    case .an: units.append(SoundUnit(sound: .an))
    case .in: units.append(SoundUnit(sound: .in))
    case .un: units.append(SoundUnit(sound: .un))
    default: break
    }
  }

  private func maqsura(_ letter: Letter, _ units: inout [SoundUnit]) {
    switch last(units) {
    case .an: replaceLast(by: .anOnMaqsura, &units)
    case .i where !letter.hasDaggerAlif: replaceLast(by: .longI, &units)
    case .a, .longA: replaceLast(by: letter.vowel == .an ? .anOnMaqsura : .maqsura, &units)
    default: units.append(SoundUnit(sound: letter.vowel == .an ? .anOnMaqsura : .maqsura))
    }
  }
}

/// What the alif at the beginning of an unvocalised word is.
enum InitialAlif {
  /// Whether a word has the shape of a verbal noun, or verb, with a helping i: اجتماع, استقبل.
  static func isOfVerbalNoun(_ letters: ArraySlice<Letter>) -> Bool {
    let first = letters.startIndex
    guard letters.count >= 5 else { return false }
    let teh: UInt32 = 0x062A
    let second = letters[first + 1].base
    let third = letters[first + 2].base
    if second == 0x0633, third == teh { return true }
    guard second == teh || third == teh || third == 0x0637 || second == Letter.noon else {
      return false
    }
    // The long a of its last syllable, before a letter or an ending: اعتبارها, اقتصادية.
    return letters.indices.dropLast().dropFirst(3).suffix(4).contains {
      letters[$0].base == Letter.alif
    }
  }
}
