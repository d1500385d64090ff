import ICU

/// Signs that a line of Arabic is written in the order it is displayed in, left to right, instead
/// of the order it is read in.
struct OrderEvidence: Sendable, Equatable {
  enum Verdict: Sendable {
    case logical, visual, undecided
  }

  /// Neighbouring presentation forms that join in the order of reading, less those that join only
  /// when read backwards.
  private(set) var joins = 0
  /// In bits, how much likelier the first and last letters of the words are in the order of
  /// reading than backwards.
  private(set) var letters = 0
  /// Presentation forms in the line.
  private(set) var forms = 0
  private var words = 0

  /// At 8 bits no line of 2,683 held-out news lines was taken for backwards, and 96 % of the same
  /// lines turned round were.
  private static let threshold = 8

  /// Joins cannot be explained away: the font's own shapes say on which side a neighbour is.
  var verdict: Verdict {
    if joins != 0 { return joins > 0 ? .logical : .visual }
    // What many words together say, they must say for the most part, not by drift.
    guard abs(letters) >= max(Self.threshold, words) else { return .undecided }
    return letters > 0 ? .logical : .visual
  }

  /// Whether the verdict holds against a whole document that is otherwise.
  var isStrong: Bool { joins != 0 || abs(letters) >= 2 * Self.threshold }

  /// Reads the signs of a line.
  init(_ line: [UInt32], _ forms: PresentationForms) throws(ICUError) {
    var word: Word?
    var arabicLetters = 0
    var otherLetters = 0
    var before: PresentationForms.Position?
    for scalar in line {
      let position = PresentationForms.position(of: scalar)
      if position != nil { self.forms += 1 }
      let isMark = isArabicMark(scalar) || PresentationForms.isMark(scalar)
      if !isMark {
        countJoin(before, position)
        before = position
      }
      if isArabicLetter(scalar), !isMark {
        let (first, last) = try position == nil ? (scalar, scalar) : forms.ends(of: scalar)
        if Word.isArabic(first) { arabicLetters += 1 } else { otherLetters += 1 }
        word = Word(first: first, last: last, extending: word)
      } else if isMark {
        // No word begins with a mark, but every word whose last letter has one ends with it.
        if word == nil { letters -= 6 }
      } else if scalar != 0x0640, let ended = word {
        count(ended)
        word = nil
      }
    }
    if let word { count(word) }
    letters += Self.punctuation(line)
    // Persian, Urdu, Kurdish and others have other words, known by letters of their own.
    if otherLetters * 20 > arabicLetters { letters = 0 }
  }

  private mutating func count(_ word: Word) {
    letters += word.score
    words += 1
  }

  private mutating func countJoin(
    _ first: PresentationForms.Position?, _ second: PresentationForms.Position?
  ) {
    let joinsNext = first == .initial || first == .medial
    let joinsPrevious = second == .medial || second == .final
    let joinsNextBackwards = second == .initial || second == .medial
    let joinsPreviousBackwards = first == .medial || first == .final
    if joinsNext, joinsPrevious { joins += 1 }
    if joinsNextBackwards, joinsPreviousBackwards { joins -= 1 }
  }

  /// A full stop that begins a line ends it in the order of reading.
  private static func punctuation(_ line: [UInt32]) -> Int {
    guard let first = line.first(where: { !isWhitespace($0) }),
      let last = line.last(where: { !isWhitespace($0) }), line.count > 2
    else { return 0 }
    return (isSentenceEnd(last) ? 4 : 0) - (isSentenceEnd(first) ? 4 : 0)
  }

  private static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x2E, 0x3A, 0x060C, 0x061B, 0x061F: true
    default: false
    }
  }
}

/// The ends of a word, which tell its direction.
private struct Word {
  let first: UInt32
  let second: UInt32
  let beforeLast: UInt32
  let last: UInt32
  let length: Int

  init(first: UInt32, last: UInt32, extending word: Word?) {
    guard let word else {
      self.first = first
      second = last
      beforeLast = first
      self.last = last
      length = 1
      return
    }
    self.first = word.first
    second = word.length == 1 ? first : word.second
    beforeLast = word.last
    self.last = last
    length = word.length + 1
  }

  /// Whether a letter is one of Arabic's own.
  static func isArabic(_ letter: UInt32) -> Bool {
    (0x0621...0x063A).contains(letter) || (0x0641...0x064A).contains(letter)
  }

  /// Bits for the order of reading, at most 8 either way: one word is never all the evidence.
  var score: Int {
    guard length > 1 else { return 0 }
    var score = Self.initialBits(first) - Self.initialBits(last)
    if length > 3 {
      // The article, and the article turned round.
      if first == 0x0627, second == 0x0644 { score += 3 }
      if beforeLast == 0x0644, last == 0x0627 { score -= 3 }
    }
    return min(max(score, -8), 8)
  }

  /// How many times likelier, in powers of two, a letter begins a word of news than ends it.
  ///
  /// Counted over the first and last letters of 16,277 words of Arabic-PUD; ة, ى, ء and ئ begin no
  /// word by the rules of spelling, and إ and آ hardly ever end one.
  private static func initialBits(_ letter: UInt32) -> Int {
    switch letter {
    case 0x0629, 0x0649: -6  // ة ى
    case 0x0621: -4  // ء
    case 0x0646: -3  // ن
    case 0x0626, 0x062F, 0x0631, 0x0632, 0x064A: -2  // ئ د ر ز ي
    case 0x062B, 0x0636, 0x0647: -1  // ث ض ه
    case 0x0627, 0x0628, 0x062C, 0x062D, 0x0630, 0x0634, 0x0638: 1  // ا ب ج ح ذ ش ظ
    case 0x0639, 0x063A, 0x0643, 0x0645: 1  // ع غ ك م
    case 0x062E, 0x0641, 0x0648: 2  // خ ف و
    case 0x0622: 3  // آ
    case 0x0623: 5  // أ
    case 0x0625: 6  // إ
    default: 0
    }
  }
}
