/// Writes the sounds of one stem.
struct StemWriter {
  let scheme: SoundScheme
  let units: ArraySlice<SoundUnit>
  let context: SoundWriter.Context
  let part: WordReading.Part
  private var needsCapital = false

  init(
    scheme: SoundScheme, units: ArraySlice<SoundUnit>, context: SoundWriter.Context,
    part: WordReading.Part
  ) {
    self.scheme = scheme
    self.units = units
    self.context = context
    self.part = part
  }

  mutating func write(capital: Bool, to output: inout [UInt8]) {
    needsCapital = capital
    var at = units.startIndex
    while at < units.endIndex {
      let unit = units[at]
      let next = at + 1 < units.endIndex ? units[at + 1] : nil
      let last = at > units.startIndex ? units[at - 1] : nil
      switch unit.sound {
      case .taMarbuta: taMarbuta(last, &output)
      case .i where next?.sound == .y && next?.isDoubled == true:
        let vowel = at + 2 < units.endIndex ? units[at + 2].sound : nil
        if isSilent(vowel, at + 2) {
          put(.longI, &output)
        } else {
          put(scheme.nisba, &output)
        }
        at += 1
      case .u where next?.sound == .w && next?.isDoubled == true:
        let vowel = at + 2 < units.endIndex ? units[at + 2].sound : nil
        put(isSilent(vowel, at + 2) ? scheme.finalDoubleW : scheme.doubleW, &output)
        at += 1
      case .i where next?.sound == .y && isDroppedEnd(at + 2):
        put(.longI, &output)
        at += 1
      case .u where next?.sound == .w && isDroppedEnd(at + 2):
        put(.longU, &output)
        at += 1
      case .w where last?.sound == .a && !unit.isDoubled && !isVowel(next):
        put(scheme.diphthongW, &output)
      case .y where last?.sound == .a && !unit.isDoubled && !isVowel(next):
        put(scheme.diphthongY, &output)
      case .endA, .endI, .endU:
        if !isSilent(unit.sound, at) { put(unit.sound, &output) }
      case .an, .in, .un, .anOnMaqsura: nunation(unit.sound, at, &output)
      case .other: output.append(contentsOf: utf8(unit.letter))
      default:
        if unit.sound == .h { separate(last, next, &output) }
        put(unit.sound, &output)
        if unit.isDoubled { put(unit.sound, &output) }
      }
      at += 1
    }
  }

  private mutating func put(_ sound: Sound, _ output: inout [UInt8]) {
    let index = Int(sound.rawValue)
    if needsCapital, scheme.takesCapital[index] {
      scheme.upper[index].append(to: &output)
      needsCapital = false
    } else {
      scheme.lower[index].append(to: &output)
    }
  }

  /// What never begins a word.
  private mutating func put(_ glyph: Glyph, _ output: inout [UInt8]) {
    let start = output.count
    glyph.append(to: &output)
    if needsCapital, start < output.count, (0x61...0x7A).contains(output[start]) {
      output[start] &= 0xDF
      needsCapital = false
    }
  }

  private func utf8(_ letter: UInt32) -> [UInt8] {
    Unicode.Scalar(letter).map { Array(String($0).utf8) } ?? []
  }

  private mutating func taMarbuta(_ last: SoundUnit?, _ output: inout [UInt8]) {
    let isLong = last?.sound == .longA
    let isConstruct = context.isConstruct && !part.hasArticle
    // Before a tanwin that is written it is sounded: faj’atan.
    let isSounded = isConstruct || (units.last.map { isWritten($0.sound) } ?? false)
    if isLong {
      put(isSounded ? scheme.longConstruct : scheme.longPause, &output)
    } else {
      put(isSounded ? scheme.construct : scheme.pause, &output)
    }
  }

  /// A separator where two letters would be read as one sound, and before the h of a final -ah.
  private func separate(_ last: SoundUnit?, _ next: SoundUnit?, _ output: inout [UInt8]) {
    switch last?.sound {
    case .t, .k, .d, .s, .gaf: scheme.digraphSeparator.append(to: &output)
    case .a where next == nil && scheme.separatesFinalH:
      scheme.digraphSeparator.append(to: &output)
    default: break
    }
  }

  private func isVowel(_ unit: SoundUnit?) -> Bool {
    guard let unit else { return false }
    if unit.sound.isConsonant { return false }
    switch unit.sound {
    case .endA, .endI, .endU: return !isSilent(unit.sound, units.endIndex - 1)
    case .an, .in, .un, .anOnMaqsura: return isWritten(unit.sound)
    default: return true
    }
  }

  private func isDroppedEnd(_ at: Int) -> Bool {
    guard at == units.endIndex - 1 else { return false }
    let sound = units[at].sound
    guard sound.rawValue >= Sound.endA.rawValue else { return false }
    return isSilent(sound, at)
  }

  /// Whether no vowel is written there: at the end, or of an inflection that is left out.
  private func isSilent(_ sound: Sound?, _ at: Int) -> Bool {
    switch sound {
    case nil: return true
    case .endA, .endI, .endU: return !keepsEnding(sound ?? .endA, at)
    case .an, .in, .un, .anOnMaqsura: return !isWritten(sound ?? .an)
    default: return false
    }
  }

  /// Whether a short vowel at the end is written.
  ///
  /// Schemes that write those of verbs and pronouns leave out those of nouns, which a vocalised text
  /// does not tell apart. A noun with the article is one; -a without it is taken for a verb's or a
  /// particle's; -u and -i are kept of the pronoun ه and -u of a verb that begins with ي.
  private func keepsEnding(_ sound: Sound, _ at: Int) -> Bool {
    if part.kind == .particle { return true }
    guard scheme.hasEndings, !part.hasArticle else { return false }
    switch part.kind {
    case .noun, .name, .adjective: return false
    default: break
    }
    if sound == .endA { return !context.isConstruct || part.kind == .verb }
    if part.kind == .verb { return true }
    let before = at > units.startIndex ? units[at - 1] : nil
    if before?.sound == .h, units.count > 4 { return true }
    return sound == .endU && units.first?.sound == .y
  }

  /// Whether a tanwin is written.
  private func isWritten(_ sound: Sound) -> Bool {
    switch sound {
    case .an, .anOnMaqsura:
      switch scheme.nunation {
      case .accusative: true
      case .adverbs: part.kind == .adverb
      case .defective, .never: false
      }
    case .in: scheme.nunation != .never && isDefective
    default: false
    }
  }

  /// Whether the stem, behind which -in stands, is of a root that ends in a vowel: qāḍ-in.
  private var isDefective: Bool {
    guard part.kind == .unknown || part.kind == .adverb else { return false }
    let sounds = units.dropLast().map(\.sound)
    guard let last = sounds.last, last.isConsonant, sounds.count >= 3 else { return false }
    return sounds[sounds.count - 2] == .longA
  }

  private mutating func nunation(_ sound: Sound, _ at: Int, _ output: inout [UInt8]) {
    if isWritten(sound) {
      put(sound, &output)
    } else if sound == .anOnMaqsura {
      put(.maqsura, &output)
    }
  }
}
