/// The forms of an English noun or verb, as tables by the end of its dictionary form.
///
/// Words are at level `.shapes`: lower case, without accents, `'` for every apostrophe.
enum EnglishForms {
  private enum Class: Int, CaseIterable {
    case plain
    /// In s, x, z, ch, sh or o: the plural is in -es.
    case sibilant
    /// In a consonant and y.
    case y
    /// In e.
    case e
    /// In sis, as crisis.
    case sis
    /// In man.
    case man
    /// A last consonant doubled before -ed and -ing.
    case doubled
    /// A form that has no other endings than the possessive.
    case irregular
    /// Capitals: UN, MPs, PM's.
    case acronym
  }

  static let morphology = Morphology(
    proclitics: [
      .init(letters: "", proclitics: [], article: nil, needsLongWord: false, follower: .any)
    ], classes: Class.allCases.map(endings))

  private static func endings(_ kind: Class) -> [Morphology.Spec] {
    switch kind {
    case .plain: noun("", plural: "s") + verb("ed", "ing")
    case .sibilant: noun("", plural: "es") + noun("", plural: "s") + verb("ed", "ing")
    case .y: noun("y", plural: "ies") + verb("ied", "ying")
    case .e: noun("e", plural: "es") + verb("ed", "ing", "eing")
    case .sis: noun("is", plural: "es")
    case .man: noun("an", plural: "en") + noun("an", plural: "ans") + verb("anned", "anning")
    case .doubled: verb("ed", "ing")
    case .irregular: noun("", plural: nil)
    case .acronym: noun("", plural: "s") + noun("", plural: "'s")
    }
  }

  private static func noun(_ singular: String, plural: String?) -> [Morphology.Spec] {
    let one: [Morphology.Spec] = [
      .init(singular, [], .none, .isBase), .init(singular + "'s", .possessive),
      .init(singular + "'", .possessive),
    ]
    guard let plural else { return one }
    return one + [
      .init(plural, .plural), .init(plural + "'", [.plural, .possessive]),
      .init(plural + "'s", [.plural, .possessive]),
    ]
  }

  private static func verb(_ endings: String...) -> [Morphology.Spec] {
    endings.map { .init($0, .verbal) }
  }

  /// The stems of a word in the usual spelling (`EnglishSpelling`).
  static func stems(of word: [UInt32], isAcronym: Bool) -> [Stem] {
    if isAcronym { return [Stem(word, Class.acronym.rawValue)] }
    let text = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    var stems = [stem(word, text)]
    if let last = word.last, doubles(text) {
      stems.append(Stem(word + [last], Class.doubled.rawValue))
    }
    for (form, inflection) in irregulars[text] ?? [] {
      stems.append(
        Stem(form.unicodeScalars.map(\.value), Class.irregular.rawValue, inflection, .isFixed))
    }
    return stems
  }

  private static func stem(_ word: [UInt32], _ text: String) -> Stem {
    if text.count > 4, text.hasSuffix("sis") { return Stem(word.dropLast(2), Class.sis.rawValue) }
    if text.hasSuffix("man") { return Stem(word.dropLast(2), Class.man.rawValue) }
    if text.hasSuffix("e") { return Stem(word.dropLast(), Class.e.rawValue) }
    if text.hasSuffix("y"), word.count > 2, !isVowel(word[word.count - 2]) {
      return Stem(word.dropLast(), Class.y.rawValue)
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains(where: text.hasSuffix)
    return Stem(word, (hisses ? Class.sibilant : Class.plain).rawValue)
  }

  /// Whether a last consonant after one vowel is doubled (stop, refer): always in words of one
  /// syllable, so that of longer ones those whose last is stressed are listed.
  private static func doubles(_ word: String) -> Bool {
    if stressed.contains(word) { return true }
    let letters = Array(word.unicodeScalars.map(\.value))
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !wxy.contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3])
    else { return false }
    // British English doubles every l: travelled, shelled.
    return last == 0x6C || letters.count(where: isVowel) == 1
  }

  private static let stressed: Set<String> = [
    "admit", "commit", "confer", "control", "defer", "deter", "equip", "expel", "forget", "occur",
    "omit", "patrol", "permit", "prefer", "rebel", "refer", "regret", "submit", "transfer", "begin",
    "program", "kidnap", "worship", "format",
  ]

  private static let wxy: Set<UInt32> = [0x77, 0x78, 0x79]

  private static func isVowel(_ letter: UInt32) -> Bool {
    [0x61, 0x65, 0x69, 0x6F, 0x75].contains(letter)
  }

  /// Plurals in other words than -s, and past forms that are not in -ed.
  private static let irregulars: [String: [(String, Inflection)]] = {
    var table: [String: [(String, Inflection)]] = [:]
    for row in plurals.split(separator: " ") {
      let pair = row.split(separator: "/").map(String.init)
      for plural in pair.dropFirst() {
        table[pair[0], default: []].append((plural, [.plural, .broken]))
      }
    }
    for row in verbs.split(separator: " ") {
      let forms = row.split(separator: "/").map(String.init)
      for form in forms.dropFirst() { table[forms[0], default: []].append((form, .verbal)) }
    }
    return table
  }()

  /// Each word that has irregular forms, with them.
  static var irregularForms: [(base: String, forms: [String])] {
    irregulars.map { ($0.key, $0.value.map(\.0)) }
  }

  private static let plurals = """
    child/children person/people foot/feet tooth/teeth goose/geese mouse/mice ox/oxen leaf/leaves \
    knife/knives life/lives wife/wives half/halves calf/calves shelf/shelves self/selves \
    thief/thieves wolf/wolves loaf/loaves hoof/hooves scarf/scarves dwarf/dwarves wharf/wharves \
    criterion/criteria phenomenon/phenomena datum/data medium/media bacterium/bacteria \
    memorandum/memoranda referendum/referenda forum/fora stratum/strata curriculum/curricula \
    index/indices appendix/appendices matrix/matrices vertex/vertices nucleus/nuclei \
    stimulus/stimuli radius/radii alumnus/alumni syllabus/syllabi cactus/cacti fungus/fungi \
    axis/axes testis/testes formula/formulae larva/larvae antenna/antennae bureau/bureaux \
    plateau/plateaux madam/mesdames ovum/ova genus/genera passerby/passersby quiz/quizzes
    """

  private static let verbs = """
    agree/agreed say/said tell/told meet/met hold/held lead/led fight/fought strike/struck \
    shoot/shot win/won lose/lost leave/left send/sent spend/spent lend/lent bend/bent build/built \
    buy/bought bring/brought think/thought seek/sought catch/caught teach/taught sell/sold \
    keep/kept feel/felt deal/dealt mean/meant find/found bind/bound wind/wound grind/ground \
    stand/stood understand/understood withstand/withstood withdraw/withdrew/withdrawn draw/drew/drawn \
    throw/threw/thrown overthrow/overthrew/overthrown grow/grew/grown know/knew/known \
    blow/blew/blown fly/flew/flown see/saw/seen oversee/oversaw/overseen foresee/foresaw/foreseen \
    give/gave/given forgive/forgave/forgiven take/took/taken undertake/undertook/undertaken \
    speak/spoke/spoken break/broke/broken steal/stole/stolen freeze/froze/frozen \
    choose/chose/chosen rise/rose/risen drive/drove/driven write/wrote/written \
    begin/began/begun run/ran sink/sank/sunk swim/swam/swum ring/rang/rung sing/sang/sung \
    spring/sprang/sprung shrink/shrank/shrunk swear/swore/sworn tear/tore/torn bear/bore/borne \
    wear/wore/worn fall/fell/fallen hide/hid/hidden bite/bit/bitten forbid/forbade/forbidden \
    eat/ate/eaten beat/beaten become/became come/came overcome/overcame go/went/gone do/did/done \
    have/had make/made hear/heard pay/paid lay/laid flee/fled breed/bred feed/fed bleed/bled \
    speed/sped slide/slid light/lit sit/sat get/got/gotten forget/forgot/forgotten stick/stuck \
    dig/dug hang/hung swing/swung cling/clung sleep/slept sweep/swept weep/wept creep/crept
    """
}
