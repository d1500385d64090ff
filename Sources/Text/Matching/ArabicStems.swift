/// Finds the stems of an Arabic word from its letters and the table of broken plurals.
enum ArabicStems {
  private typealias Class = ArabicForms.Class

  /// The stems of a word at level `.shapes`, without its article.
  static func stems(of word: [UInt32]) -> [Stem] {
    var stems: [Stem] = []
    let table = BrokenPlurals.table
    // قاض and قاضي are one word; the table has the second.
    let full = word + [yeh]
    let isShortened =
      word.count >= 3 && word.last != yeh && !table.hasSingular(word) && isDefective(full)
    let singular = isShortened ? full : word
    let plurals = table.plurals(of: singular)
    let traits = traits(of: word, plurals: plurals)
    if isShortened {
      stems.append(Stem(word, Class.defective.rawValue, [], traits))
    } else {
      add(word, [], traits, isDefective: isDefective(word), &stems)
    }
    for plural in plurals {
      var traits: Stem.Traits = [.isFixed]
      if table.hasSingular(plural) || Lookalikes.table.contains(plural) {
        traits.insert(.isAmbiguous)
      }
      // كراسي keeps the ي of كرسي, نوادي has that of نادي, which is lost as that one's is.
      add(
        plural, [.plural, .broken], traits,
        isDefective: plural.last == yeh && (singular.last != yeh || isDefective(singular)), &stems)
    }
    for feminine in irregularFeminines(word) { add(feminine, .feminine, .isFixed, &stems) }
    if let seat = word.indices.dropLast().first(where: {
      word[$0] == hamzaOnWaw && word[$0 + 1] == waw
    }) {
      // مسؤول is also spelled مسئول.
      var other = word
      other[seat] = hamzaOnYeh
      add(other, [], traits.union(.isRespelled), &stems)
    }
    return stems
  }

  private static func traits(of word: [UInt32], plurals: [[UInt32]]) -> Stem.Traits {
    var traits: Stem.Traits = []
    if word.last == tehMarbuta { return .hasFeminineEnding }
    // The pattern فاعل, whose participles keep a sound plural beside the broken one.
    let isActive = word.count == 4 && word[1] == alef
    let isPerson = plurals.contains { isOfPersons($0, word) }
    if isPerson { traits.insert(.isPerson) }
    // As have participles in م (مدير, مديرون) and short places (مقر, مقار and مقرات).
    let isOfMeem = word[0] == meem && (isPerson || isShortPlace(word, plurals))
    if !plurals.isEmpty, !(isPerson && isActive), !isOfMeem { traits.insert(.hasBrokenPlural) }
    // Of four letters, those with ا are places and times: مطار, مناخ.
    let isOther = word.count >= 4 && word[0] == meem && (word.count > 4 || word[2] != alef)
    if plurals.isEmpty, isActive || isOther { traits.insert(.isParticiple) }
    if plurals.isEmpty, isOther, word.count == 5, word[2] == alef {
      traits.insert(.hasNoFemininePlural)
    }
    return traits
  }

  /// Adds the stem a word has by its end, and what its plural is made from if that is another.
  private static func add(
    _ word: [UInt32], _ inflection: Inflection, _ traits: Stem.Traits, isDefective: Bool = false,
    _ stems: inout [Stem]
  ) {
    guard let last = word.last else { return }
    let before = word.count > 1 ? word[word.count - 2] : 0
    let kind: Class
    switch last {
    case tehMarbuta: kind = .taMarbuta
    case alefMaqsura where word.count >= 3: kind = .alefMaqsura
    case hamza where word.count >= 3: kind = before == alef ? .alefHamza : .hamza
    case hamzaOnAlef where word.count >= 3: kind = .hamzaOnAlef
    case yeh where isDefective: kind = .defective
    case yeh where word.count >= 4: kind = .nisba
    case alef where word.count >= 4: kind = .alef
    // ممر, ملف: what is short for its place has the sound plural.
    case _ where word.count == 3 && word[0] == meem && !traits.contains(.hasBrokenPlural):
      kind = .plain
    default: kind = word.count >= 4 ? .plain : .short
    }
    var traits = traits
    // An adjective of relation is an adjective too, whatever it is as a noun.
    if kind == .nisba { traits.remove(.hasBrokenPlural) }
    let isWhole = [.plain, .short, .alef, .nisba].contains(kind)
    stems.append(Stem(isWhole ? word[...] : word.dropLast(), kind.rawValue, inflection, traits))
    if kind == .taMarbuta, before == hamzaOnAlef {
      stems.append(Stem(word.dropLast(2), Class.hamzaTaMarbuta.rawValue, inflection, traits))
    } else if kind == .taMarbuta, before == alef {
      stems.append(Stem(word.dropLast(2), Class.alefTaMarbuta.rawValue, inflection, traits))
    }
  }

  /// Whether a word's ي is that of a defective noun: its broken plural shows it (قاضي, قضاة), or
  /// it is one of those whose plural is sound.
  private static func isDefective(_ word: [UInt32]) -> Bool {
    guard word.count >= 4, word.last == yeh else { return false }
    return (word[1] == alef && BrokenPlurals.table.hasSingular(word))
      || soundDefectives.contains(word)
  }

  private static func isShortPlace(_ word: [UInt32], _ plurals: [[UInt32]]) -> Bool {
    word.count == 3 && plurals.contains { $0.count == 4 && $0[0] == meem && $0[2] == alef }
  }

  /// Whether a broken plural's pattern is one persons have: فعلاء, أفعلاء, of فعيل فعلى, and of
  /// فاعل فعّال, فعلة and فعاة.
  private static func isOfPersons(_ plural: [UInt32], _ singular: [UInt32]) -> Bool {
    guard singular.last != tehMarbuta, plural.count >= 4, let last = plural.last else {
      return false
    }
    let beforeLast = plural[plural.count - 2]
    if last == hamza, beforeLast == alef {
      // أفعلاء, or أفلاء of a doubled root (طبيب, أطباء), but not أفعال: أعضاء, أجزاء.
      let isDoubled = singular.count == 4 && singular[1] == singular[3]
      return plural[0] == hamzaOnAlef && singular[0] != hamzaOnAlef
        ? plural.count >= 6 || isDoubled : plural.count == 5 && plural[1] != alef
    }
    if last == alefMaqsura { return singular.count == 4 && singular[2] == yeh }
    guard singular.count == 4, singular[1] == alef else { return false }
    return last == tehMarbuta
      ? plural.count == 4 && plural[0] == singular[0]
      : plural.count == 4 && beforeLast == alef && plural[0] == singular[0]
  }

  /// The feminines of colours and elatives (أحمر, حمراء; أكبر, كبرى) and of the few words that
  /// make theirs in a way of their own.
  private static func irregularFeminines(_ word: [UInt32]) -> [[UInt32]] {
    if let known = ownFeminines[word] { return known }
    guard word.count == 4, word[0] == hamzaOnAlef, word[3] != tehMarbuta, word[3] != yeh else {
      return []
    }
    let root = Array(word[1...])
    return [root + [alef, hamza], root + [alefMaqsura]]
  }

  /// The stems of the adjectives of relation of a word, without its article.
  static func relatedStems(of word: [UInt32]) -> [Stem] {
    var stems: [Stem] = []
    for adjective in nisbas(of: word) { add(adjective, .nisba, [], &stems) }
    return stems
  }

  /// The adjectives of relation of a noun; none of one that is such an adjective or too short.
  ///
  /// ة and the ا of foreign names go (سياسة, فرنسا), so do يا and ية (روسيا, سورية); the ا of a
  /// short name and ى become و (سماء, موسى).
  private static func nisbas(of word: [UInt32]) -> [[UInt32]] {
    guard word.count >= 3, let last = word.last else { return [] }
    let before = word[word.count - 2]
    switch last {
    case yeh: return []
    case tehMarbuta where before == yeh, alef where before == yeh:
      return word.count >= 5 ? [Array(word.dropLast())] : []
    case tehMarbuta, alef:
      return word.count >= 4 ? [word.dropLast() + [yeh]] : []
    case alefMaqsura: return [word.dropLast() + [waw, yeh]]
    case hamza where before == alef:
      return [word.dropLast() + [waw, yeh], word.dropLast() + [hamzaOnYeh, yeh]]
    default: return [word + [yeh]]
    }
  }

  private static let soundDefectives: Set<[UInt32]> = Set(
    ["محامي", "مفتي", "مشتري", "متقاضي", "مرتشي", "مستشري", "متعافي", "متفاني", "متوفي"].map {
      $0.unicodeScalars.map(\.value)
    })

  private static let ownFeminines: [[UInt32]: [[UInt32]]] = [
    "آخر": ["أخرى"], "أول": ["أولى"], "أعلى": ["عليا"], "أدنى": ["دنيا"], "أقصى": ["قصوى"],
    "أعمى": ["عمياء"],
  ].reduce(into: [:]) { table, row in
    table[row.key.unicodeScalars.map(\.value)] = row.value.map { $0.unicodeScalars.map(\.value) }
  }

  private static let alef: UInt32 = 0x0627
  private static let hamzaOnAlef: UInt32 = 0x0623
  private static let hamza: UInt32 = 0x0621
  private static let hamzaOnWaw: UInt32 = 0x0624
  private static let hamzaOnYeh: UInt32 = 0x0626
  private static let waw: UInt32 = 0x0648
  private static let tehMarbuta: UInt32 = 0x0629
  private static let alefMaqsura: UInt32 = 0x0649
  private static let yeh: UInt32 = 0x064A
  private static let meem: UInt32 = 0x0645
}
