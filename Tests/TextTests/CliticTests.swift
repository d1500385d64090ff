import Foundation
import TestSupport
import Testing

@testable import Text

@Suite struct CliticTests {
  /// The pieces of a word joined by `+`.
  private func divided(_ word: String) -> String {
    let bytes = Array(word.utf8)
    var segmenter = CliticSegmenter()
    var pieces: [Clitic] = []
    segmenter.segment(0..<bytes.count, of: bytes.span, into: &pieces)
    return pieces.map { bytes.span.string($0.range) }.joined(separator: "+")
  }

  private func pieces(_ word: String) -> [Clitic] {
    let bytes = Array(word.utf8)
    var segmenter = CliticSegmenter()
    var pieces: [Clitic] = []
    segmenter.segment(0..<bytes.count, of: bytes.span, into: &pieces)
    return pieces
  }

  @Test(arguments: [
    "ل+أوباما", "و+قال", "و+أضاف", "و+أوضح", "ف+قال", "و+ب+التالي", "ف+س+يكون", "و+ل+لمرة",
    "و+لدى", "و+سيارات+ه", "ب+شكل", "ب+سبب", "ب+النسبة", "ب+واسطة", "ب+وسع+ه", "ل+لأمم", "ل+لبنان",
    "ل+إسرائيل", "ك+رئيس", "س+يلتقي", "و+س+يبحث", "أ+ف+لا", "أ+لا", "ب+أن+ه", "ل+أن+هم", "أن+ه",
    "إن+هم", "لكن+ه", "ب+ه", "ل+ها", "ل+نا", "من+ه", "عن+ها", "في+هم", "علي+ه", "إلي+هم", "لدي+هم",
    "بين+هما", "مع+نا", "إيا+ه", "و+إيا+ه", "حكومت+ه", "بلاد+ها", "أعضائ+ه", "أعضاؤ+ها",
    "تصريحات+ه",
    "مستوا+ه", "كتبو+ه", "التقا+ه", "التزام+ه", "يمكن+نا", "اعتبر+ها", "و+حكومت+ها", "ل+بلاد+ه",
    "ب+دور+ه", "و+ب+دور+ها", "ب+أسمائ+هم", "كل+ها", "نفس+ه", "أنفس+هم", "غير+ها", "بعض+هم",
  ])
  func cliticsComeOffTheWordsOfTheNews(gold: String) {
    #expect(divided(gold.replacing("+", with: "")) == gold)
  }

  @Test(arguments: [
    "وليد", "فلسطين", "فلسطينيين", "بغداد", "لبنان", "لبنانية", "كيري", "بوتين", "سليمان", "والتر",
    "ولاية", "ولايات", "وزارة", "وزير", "وزيرا", "وزراء", "بيان", "كلمة", "فريق", "فترة", "بيروت",
    "باريس", "بريطانيا", "برلين", "باراك", "بايدن", "بوش", "بلير", "واشنطن", "وكالة", "وفد", "وصل",
    "وافق", "وافقت", "واصل", "وضع", "وقت", "وجهة", "سوريا", "سعودي", "سفير", "سلام", "كوريا",
    "كندا",
    "كتاب", "كبير", "لجنة", "لقاء", "لندن", "ليبيا", "لاجئين", "فرنسا", "فيلم", "فقط", "بحرية",
    "بطاقة",
    "ليس", "لكن", "فيما", "كما", "مما", "عما", "لقد", "بينما", "هناك", "كذلك", "مياه", "الوجه",
    "كره",
    "فقيه", "شريك", "اشتراك", "ياباني", "مدني", "أمن", "أردنا", "مهم", "درهم", "الأهم", "منى",
    "موسى",
    "مصطفى", "سياسيا", "الله", "مدينة", "الخارجية", "بعيد", "بدل", "وارسو", "بلد",
  ])
  func namesAndWordsThatLookDividedStayWhole(word: String) {
    #expect(divided(word) == word)
  }

  @Test(arguments: [
    // Vowelled, with the marks of a letter on its own side of the cut.
    "وَ+قَالَ", "لِ+لْمَرَّةِ", "بِ+شَكْلٍ", "كِتَابُ+هُ", "سَ+يَكُونُ", "حُكُومَتُ+هُمْ",
    // Tatweel and Persian letter shapes.
    "و+قــال", "حکومت+ه", "ل+لسیاسة",
    // Presentation forms, also of one ligature for two letters.
    "\u{FEED}+\u{FED7}\u{FE8E}\u{FEDD}", "و+\u{FEFB}",
    // A tatweel for a dash.
    "ـ+و+ب+التالي", "فقط+ـ",
    // Sloppy hamza.
    "و+اكد", "و+اضاف", "ل+ان+هم", "ل+اسرائيل",
  ])
  func spellingDoesNotMatter(gold: String) {
    #expect(divided(gold.replacing("+", with: "")) == gold)
  }

  @Test func tanwinExcludesAPronoun() {
    #expect(divided("مَوَّجَهًا") == "مَوَّجَهًا")
    #expect(divided("موجهاً") == "موجهاً")
    #expect(divided("إنساناً") == "إنساناً")
  }

  /// A ligature of لا cannot be cut between its letters.
  @Test func aLigatureStaysWhole() {
    #expect(divided("\u{FEF7}\u{FEE5}") == "\u{FEF7}\u{FEE5}")
  }

  @Test func piecesHaveKinds() {
    #expect(pieces("وسيعلنها").map(\.kind) == [.conjunction, .future, .stem, .pronoun])
    #expect(pieces("فبه").map(\.kind) == [.conjunction, .preposition, .pronoun])
    #expect(pieces("أفلا").map(\.kind) == [.interrogative, .conjunction, .stem])
    #expect(pieces("ألا").map(\.kind) == [.complementizer, .stem])
    #expect(pieces("ـوقال").map(\.kind) == [.mark, .conjunction, .stem])
    #expect(pieces("didn't").map(\.kind) == [.stem, .negation])
    #expect(pieces("He's").map(\.kind) == [.stem, .verb])
    #expect(pieces("Putin’s").map(\.kind) == [.stem, .possessive])
  }

  @Test(arguments: [
    ("حكومته", "حكومة"), ("مستواه", "مستوى"), ("عليه", "على"), ("إليهم", "إلى"),
    ("أعضائه", "أعضاء"),
    ("أعضاؤها", "أعضاء"), ("كتبوه", "كتبوا"), ("للسلطة", "السلطة"), ("وللأمم", "الأمم"),
    ("بالسلطة", "السلطة"), ("والدته", "والدة"), ("كتابه", "كتاب"), ("وقال", "قال"),
  ])
  func theSeamIsRepaired(word: String, stem: String) {
    let bytes = Array(word.utf8)
    let found = pieces(word).first { $0.kind == .stem }?.dictionaryForm(in: bytes.span)
    #expect(found == stem.unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    ("الحكومة", "ال"), ("والحكومة", "ال"), ("للحكومة", "ل"), ("إلى", nil), ("التزام", nil),
    ("حكومة", nil), ("لحكومة", nil), ("التقاه", nil),
  ])
  func theArticleIsFoundInTheStem(word: String, article: String?) throws {
    let bytes = Array(word.utf8)
    let stem = try #require(pieces(word).first { $0.kind == .stem })
    #expect(stem.articleEnd.map { bytes.span.string(stem.range.lowerBound..<$0) } == article)
  }

  @Test(arguments: [
    "do+n't", "ca+n't", "wo+n't", "we+'ll", "I+'m", "they+’ve", "You+'RE", "he+'d+'ve", "Putin+'s",
    "Putin+’s", "workers+'", "workers+’", "can+not", "let+'s", "should+n't+'ve", "O'Neill+'s",
    "o'clock", "O'Neill", "President", "'s", "n't", "don", "'", "’", "x'", "d'Ivoire", "3", "G20",
  ])
  func englishContractionsAndPossessives(gold: String) {
    #expect(divided(gold.replacing("+", with: "")) == gold)
  }

  @Test(arguments: [
    "", "123", "٣٤", "، ", "中文", "😀", "ـ", "ـــ", "و", "ل", "ب", "وو", "a+b", "أبو-مازن",
  ])
  func whatIsNoWordIsOnePiece(text: String) {
    #expect(divided(text) == text)
  }

  @Test func piecesTileAnyToken() {
    var generator = Generator(seed: 7)
    var segmenter = CliticSegmenter()
    let letters = Array("اأإآبتةسفكلمنهويىءؤئ'’ـًَّsntve".unicodeScalars)
    for round in 0..<6000 {
      var bytes: [UInt8]
      switch round % 3 {
      case 0: bytes = generator.bytes(length: 40)
      case 1: bytes = Array(generator.text(length: 5).utf8)
      default:
        bytes = []
        for _ in 0..<Int.random(in: 0...14, using: &generator) {
          bytes += Array(String(letters.randomElement(using: &generator) ?? "ا").utf8)
        }
      }
      let start = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &generator)
      for range in [0..<bytes.count, start..<bytes.count, 0..<start] {
        var pieces: [Clitic] = []
        segmenter.segment(range, of: bytes.span, into: &pieces)
        var at = range.lowerBound
        for piece in pieces {
          #expect(piece.range.lowerBound == at && !piece.range.isEmpty)
          at = piece.range.upperBound
          if let end = piece.articleEnd { #expect(piece.range.contains(end)) }
          _ = piece.dictionaryForm(in: bytes.span)
        }
        #expect(at == range.upperBound)
      }
    }
  }

  /// What a word was found to be does not depend on the words before it.
  @Test func wordsSeenBeforeDivideTheSame() {
    let words = ["وقال", "بسبب", "وليد", "حكومته", "للأمم", "قال"]
    var segmenter = CliticSegmenter()
    for word in words + words {
      let bytes = Array(word.utf8)
      var found: [Clitic] = []
      segmenter.segment(0..<bytes.count, of: bytes.span, into: &found)
      #expect(found == pieces(word))
    }
  }

  @Test func evaluationCountsWordsAndFalseSplits() {
    let gold = Array(
      "وقال\tو+قال\nوليد\tو+ليد\r\nحكومته\tحكومته\nC++\tC++\nبلا tab\n\tx\nقال\tقيل\n\nبيت\tبيت"
        .utf8)
    var segmenter = CliticSegmenter()
    var evaluation = CliticEvaluation()
    evaluation.add(gold.span, with: &segmenter)
    #expect(evaluation.words == 5)
    #expect(evaluation.right == 3)
    #expect(evaluation.divided == 2)
    #expect(evaluation.dividedRight == 1)
    #expect(evaluation.falseSplits == 1)
    #expect(evaluation.unreadable == 3)
    #expect(evaluation.falseSplitRate == 1.0 / 3)
    let worst = evaluation.differences(limit: 1)
    #expect(worst.first?.difference.found == "حكومت+ه")
    #expect(worst.first?.count == 1)
    var empty = CliticEvaluation()
    empty.add([UInt8]().span, with: &segmenter)
    #expect(empty.accuracy == 1 && empty.falseSplitRate == 0)
  }

  /// The words of UD Arabic-PUD, where development data lies beside the repository.
  @Test(
    .enabled("No development data beside the repository.") {
      FileManager.default.fileExists(atPath: pud.path)
    })
  func mostWordsOfPUDAreRight() throws {
    let gold = [UInt8](try Data(contentsOf: Self.pud))
    var segmenter = CliticSegmenter()
    var evaluation = CliticEvaluation()
    evaluation.add(gold.span, with: &segmenter)
    #expect(evaluation.unreadable == 0)
    #expect(evaluation.accuracy >= 0.99)
    #expect(evaluation.falseSplitRate <= 0.005)
  }

  private static let pud = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/segmentation/pud.ar.clitics.tsv")
}
