/// Words of closed classes, whose division is known and need not be guessed from counts.
///
/// Particles, pronouns, demonstratives and relatives with the clitics they take, adverbial phrases
/// with ب whose noun hardly stands alone, and a few names of the news that read as a clitic and a
/// word. Spellings with and without hamza are one, as in `FoldingLevel.alef`.
struct ClosedWords: Sendable {
  static let arabic = ClosedWords()

  /// Open addressing; a power of two, at most half full.
  private var keys = [UInt64](repeating: 0, count: ClosedWords.slots)
  private var values = [UInt32](repeating: 0, count: ClosedWords.slots)
  private static let slots = 2048
  /// Keys of words that keep their hamza: ألا (أن لا) is not إلا.
  private static let exact: UInt64 = 0xA5A5_5A5A_A5A5_5A5A

  /// Words no conjunction is taken off before: ولي and فهم are words, فعلي is an adjective.
  private let notAfterWaw: [[UInt16]]
  private let notAfterFa: [[UInt16]]

  /// The division of the word from letter `start` on; nil where it is not a closed word.
  func analysis(of word: borrowing SpelledWord, from start: Int) -> Analysis? {
    let end = word.count
    guard start < end else { return nil }
    var folded = WordHash()
    for index in start..<end { folded = folded.appending(Self.folded(word[index])) }
    if let found = value(word.hash(start, end).value ^ Self.exact) { return found }
    guard let found = value(folded.value) else { return nil }
    // مني has a pronoun, the name منى has not.
    if found.pronoun == 1, word[end - 1] == Letter.alefMaqsura { return nil }
    return found
  }

  /// The same, seen through a conjunction.
  func analysisWithConjunction(of word: borrowing SpelledWord) -> Analysis? {
    if let found = analysis(of: word, from: 0) { return found }
    guard word.count > 2, word[0] == Letter.waw || word[0] == Letter.fa else { return nil }
    for rest in word[0] == Letter.waw ? notAfterWaw : notAfterFa
    where rest.count == word.count - 1 && word.ends(with: rest, at: word.count, from: 1) {
      return nil
    }
    return analysis(of: word, from: 1)?.after(.conjunction)
  }

  private func value(_ key: UInt64) -> Analysis? {
    var slot = Int(WordHash(key).mixed & UInt64(Self.slots - 1))
    while keys[slot] != 0 {
      if keys[slot] == key { return Analysis(packed: values[slot]) }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return nil
  }

  private static func folded(_ letter: UInt16) -> UInt16 {
    UInt16(truncatingIfNeeded: Folding.letter(UInt32(letter), .alef))
  }

  private init() {
    notAfterWaw = Self.letters("لي هن")
    notAfterFa = Self.letters("لي هم هن لك بك كي حول علي")
    for word in Self.letters(Self.whole) { add(word, .whole) }
    for word in Self.letters(Self.names) { add(word, .whole) }
    for host in Self.hosts {
      for stem in Self.letters(host.stems) {
        for pronoun in Self.letters(host.pronouns) { add([], [], stem, pronoun) }
      }
    }
    for pronoun in Self.letters(Self.common + " ي") {
      for letter in Self.letters("ب ل") { add(letter, [.preposition], [], pronoun) }
    }
    for letter in Self.letters("ب ل") {
      for stem in Self.letters("أن") {
        add(letter, [.preposition], stem, [])
        for pronoun in Self.letters(Self.common + " ني ي") {
          add(letter, [.preposition], stem, pronoun)
        }
      }
    }
    for group in Self.afterPreposition {
      for letter in Self.letters(group.prepositions) {
        for stem in Self.letters(group.stems) { add(letter, [.preposition], stem, []) }
      }
    }
    for stem in Self.letters(Self.afterBa) {
      add([Letter.ba], [.preposition], stem, [])
      for pronoun in Self.letters(Self.common) { add([Letter.ba], [.preposition], stem, pronoun) }
    }
    for (word, kinds) in Self.withHamza {
      for letters in Self.letters(word) { add(letters, Analysis(kinds), isExact: true) }
    }
  }

  /// Adds a word of these parts, its stem spelled as in a dictionary.
  private mutating func add(
    _ proclitic: [UInt16], _ kinds: [Clitic.Kind], _ stem: [UInt16], _ pronoun: [UInt16]
  ) {
    var surface = stem
    var seam = Clitic.Seam.none
    if let last = stem.last, !pronoun.isEmpty {
      if last == Letter.alefMaqsura {
        surface[stem.count - 1] = Letter.ya
        seam = .alefMaqsura
      } else if last == Letter.taMarbuta {
        surface[stem.count - 1] = Letter.ta
        seam = .taMarbuta
      }
    }
    add(proclitic + surface + pronoun, Analysis(kinds, pronoun: pronoun.count, seam: seam))
  }

  /// The first entry of a word stands.
  private mutating func add(_ word: [UInt16], _ analysis: Analysis, isExact: Bool = false) {
    var hash = WordHash()
    for letter in word { hash = hash.appending(isExact ? letter : Self.folded(letter)) }
    let key = isExact ? hash.value ^ Self.exact : hash.value
    var slot = Int(WordHash(key).mixed & UInt64(Self.slots - 1))
    while keys[slot] != 0 {
      if keys[slot] == key { return }
      slot = (slot + 1) & (Self.slots - 1)
    }
    keys[slot] = key
    values[slot] = analysis.packed
  }

  private static func letters(_ words: String) -> [[UInt16]] {
    words.split(separator: " ").map { word in
      word.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
    }
  }

  /// Words that are not divided. بي is one of them: بي بي سي is the BBC.
  private static let whole = """
    من في عن على إلى لدى مع بين عند أن إن لكن ثم بل بي كي لكي كيف كم كما بينما عندما كلما ربما \
    إنما فيما مما عما حينما طالما لطالما سيما لقد قد لم لن لا ما لو لولا ليس ليست ليسوا لست هل \
    سوف لما لابد لازال هو هي هم هما هن نحن أنا أنت أنتم هنا هناك هنالك هكذا هذا هذه هذان هذين \
    هاتان هاتين هؤلاء ذلك تلك كذلك ذاك أولئك لذا الذي التي الذين اللذان اللذين اللتان اللتين \
    اللواتي اللاتي إلا إذا إذ كان كانت كل كلا كلتا بعد قبل بعض حيث حين حول حتى فوق تحت خلال دون \
    ضد غير سوى منذ نفس ذات لدن أيضا فقط لماذا واحد واحدة والد والدة والدان والدين ولد وسط وفق
    """

  private static let names = """
    باراك بايدن بالمر باول بيونغ كسرى كاميرون والتر وليام ويليام ويلي وارين وارن
    """

  private static let common = "ه ها هم هن هما نا ك كم"

  private static let hosts: [(stems: String, pronouns: String)] = [
    ("من عن في إلى لدى بين كل والدي", common),
    ("على كلا كلي كلتا كلتي", common + " كما"),
    ("من عن مع عند والد والدة", common + " ي"),
    ("أن إن لكن كأن", "ه ها هم هن هما نا كم ني ي"),
    ("أن", "ك"), ("إيا", common),
  ]

  private static let afterPreposition: [(prepositions: String, stems: String)] = [
    ("ب", "ما لا حيث"), ("ب ل", "ذلك تلك هؤلاء"), ("ب ل ك", "هذا هذه"),
  ]

  /// بواسطة, بوسعه, بأكملها: the noun is rare without ب, so that counts would leave it whole.
  private static let afterBa = """
    واسطة وسع مثابة موجب صدد مقتضى غض معزل منأى مفرد أسر أكمل الكاد دون بطء
    """

  private static let withHamza: [(String, [Clitic.Kind])] = [
    ("ألا", [.complementizer]), ("بألا", [.preposition, .complementizer]),
    ("أفلا", [.interrogative, .conjunction]),
  ]
}
