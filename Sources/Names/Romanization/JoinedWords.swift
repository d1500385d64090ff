/// Names of two words that are written as one.
enum JoinedName {
  /// Whether letters behind بن are a name: بنعبد.
  static func isAfterBin(_ text: ArraySlice<Letter>, _ table: VocalizedWords) -> Bool {
    table.match(text)?.kind == .name
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
enum AllahForm {
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
