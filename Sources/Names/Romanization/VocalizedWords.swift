internal import CResources
import Text

/// What a word is to its neighbours.
enum WordKind: UInt8 {
  case unknown
  /// A common noun.
  case noun
  /// A person, a place, a people.
  case name
  case adjective
  case adverb
  case verb
  /// A preposition, conjunction, pronoun and the like: without a capital, and never a genitive.
  case particle
  /// بن between two names.
  case filiation

  init?(code: UInt32) {
    switch code {
    case 0x6E: self = .noun  // n
    case 0x4E: self = .name  // N
    case 0x61: self = .adjective  // a
    case 0x64: self = .adverb  // d
    case 0x76: self = .verb  // v
    case 0x70: self = .particle  // p
    default: return nil
    }
  }
}

/// The table of very frequent words and their vowels that is linked into the program.
///
/// A word may have several readings, the likeliest first; those that contradict marks the text has
/// are passed over.
struct VocalizedWords: Sendable {
  struct Word {
    /// The letters as they are spelled, with the vowels unless the spelling is irregular.
    let spelled: Range<Int>
    /// The letters as they are read.
    let reading: Range<Int>
    let kind: WordKind
    /// The next word of the same letters; negative where there is none.
    let next: Int32
  }

  private let index: HashIndex
  private let words: [Word]
  /// The letters of all readings and spellings.
  private let letters: [Letter]

  static let table = VocalizedWords(cresource_vocalized_words())

  /// What stands behind a preposition in a reading.
  static let hyphen: UInt32 = 0x2D

  /// Letters of the longest word.
  private static let longest = 24

  private init(_ resource: cresource) {
    let bytes = Span(_unsafeStart: resource.bytes, count: resource.count)
    var index = HashIndex(minimumCapacity: 2048)
    var words: [Word] = []
    var letters: [Letter] = []
    var columns: [[UInt32]] = [[]]
    var at = 0
    /// The words whose list another joins at its end.
    var heads: [UInt64: [(spelled: Range<Int>, reading: Range<Int>, kind: WordKind)]] = [:]
    var order: [UInt64] = []
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      switch scalar.value {
      case 0x09: columns.append([])
      case 0x0A:
        if columns.count > 1, columns[0].first != 0x23, let code = columns[1].first,
          let kind = WordKind(code: code)
        {
          let reading = letters.count
          letters += Letter.letters(of: columns[0])
          var spelled = reading..<letters.count
          let range = spelled
          if columns.count > 2 {
            letters += Letter.letters(of: columns[2])
            spelled = range.upperBound..<letters.count
          }
          let key = Self.key(letters[spelled])
          if heads[key] == nil { order.append(key) }
          heads[key, default: []].append((spelled, range, kind))
        }
        columns = [[]]
      default: columns[columns.count - 1].append(scalar.value)
      }
    }
    for key in order {
      let list = heads[key] ?? []
      index.set(key, to: Int32(words.count))
      for (place, word) in list.enumerated() {
        words.append(
          Word(
            spelled: word.spelled, reading: word.reading, kind: word.kind,
            next: place + 1 < list.count ? Int32(words.count + 1) : -1))
      }
    }
    self.index = index
    self.words = words
    self.letters = letters
  }

  /// The word that letters spell, with its letters put in place of `reading`; nil where none does.
  ///
  /// - Parameter followsArticle: whether a shadda on the first letter may be the article's.
  func find(
    _ text: ArraySlice<Letter>, followsArticle: Bool = false, reading: inout [Letter]
  ) -> WordKind? {
    guard let word = find(text, followsArticle) else { return nil }
    reading.removeAll(keepingCapacity: true)
    reading.append(contentsOf: letters[word.reading])
    // The case the text shows is its own.
    if let last = text.last, word.spelled == word.reading, !reading.isEmpty {
      let end = reading.count - 1
      if reading[end].vowel == .none { reading[end].vowel = last.vowel }
    }
    return word.kind
  }

  /// The kind of the word that letters spell, and whether they are spelled exactly so; nil where
  /// none does.
  func match(_ text: ArraySlice<Letter>) -> (kind: WordKind, isExact: Bool)? {
    guard let word = find(text, false) else { return nil }
    return (word.kind, zip(text, letters[word.spelled]).allSatisfy { $0.base == $1.base })
  }

  func contains(_ text: ArraySlice<Letter>, followsArticle: Bool = false) -> Bool {
    find(text, followsArticle) != nil
  }

  private func find(_ text: ArraySlice<Letter>, _ followsArticle: Bool) -> Word? {
    guard !text.isEmpty, text.count <= Self.longest, let first = index.value(Self.key(text)) else {
      return nil
    }
    var lenient: Word?
    var at = first
    while at >= 0 {
      let word = words[Int(at)]
      at = word.next
      // No verb or particle has the article.
      if followsArticle, word.kind == .verb || word.kind == .particle || word.kind == .adverb {
        continue
      }
      switch agreement(text, word, followsArticle) {
      case .exact: return word
      case .lenient: lenient = lenient ?? word
      case .none: break
      }
    }
    return lenient
  }

  private enum Agreement {
    case none, lenient, exact
  }

  /// Whether the text's letters and marks are the word's, as far as the text has them.
  private func agreement(
    _ text: ArraySlice<Letter>, _ word: Word, _ followsArticle: Bool
  ) -> Agreement {
    guard text.count == word.spelled.count else { return .none }
    let hasMarks = word.spelled == word.reading
    var agreement = Agreement.exact
    for offset in 0..<text.count {
      let given = text[text.startIndex + offset]
      let known = letters[word.spelled.lowerBound + offset]
      let isFirst = offset == 0
      let isLast = offset == text.count - 1
      if given.base != known.base {
        guard Self.isVariant(given.base, of: known.base, isFirst, isLast) else { return .none }
        agreement = .lenient
      }
      guard hasMarks else { continue }
      if given.hasShadda, !known.hasShadda, !(isFirst && followsArticle) { return .none }
      switch given.vowel {
      case .none: break
      case .sukun: if known.vowel != .none && known.vowel != .sukun { return .none }
      case known.vowel: break
      default: if !isLast || known.vowel != .none { return .none }
      }
    }
    return agreement
  }

  /// Whether a letter is often written for another: ا for أ, إ for ا, ى for ي, ه for ة.
  private static func isVariant(
    _ given: UInt32, of known: UInt32, _ isFirst: Bool, _ isLast: Bool
  ) -> Bool {
    switch (given, known) {
    case (Letter.alif, Letter.alifHamza), (Letter.alif, Letter.alifHamzaBelow),
      (Letter.alif, Letter.alifMadda), (Letter.alif, Letter.alifWasla),
      (Letter.alifWasla, Letter.alif):
      true
    case (Letter.alifHamza, Letter.alif), (Letter.alifHamzaBelow, Letter.alif): isFirst
    case (Letter.maqsura, Letter.yeh), (Letter.heh, Letter.taMarbuta): isLast
    default: false
    }
  }

  /// A hash of the letters without what `isVariant` sees through (FNV-1a on 32-bit units).
  private static func key(_ letters: ArraySlice<Letter>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters {
      let folded =
        switch letter.base {
        case Letter.alifHamza, Letter.alifHamzaBelow, Letter.alifMadda, Letter.alifWasla:
          Letter.alif
        case Letter.maqsura: Letter.yeh
        case Letter.taMarbuta: Letter.heh
        default: letter.base
        }
      hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    return hash
  }
}
