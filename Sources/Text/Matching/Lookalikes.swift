/// Arabic words that look like an inflected form of another word, and are not.
///
/// شعبان is a month before it is two peoples, مفاوضات are talks and not female negotiators. Letters
/// in this table are not read as an inflection; as a headword they are found like any other.
struct Lookalikes: Sendable {
  private let words: HashIndex

  static let table = Lookalikes(rows)

  private static let rows = [
    // In ان, like a dual: names, verbal nouns, singulars.
    "شعبان لبنان سودان عمران حمدان جبران مروان رضوان نعمان عثمان سليمان حسان زيدان فرقان جولان",
    "سلمان فارين عدوان سلطان حسبان قطران قربان بركان طيران دوران جريان فيضان سيلان ميلان خسران نقصان حرمان",
    "كتمان وجدان بطلان فقدان غفران رجحان خفقان غليان بنيان إخوان عنفوان هيجان غثيان طوفان سريان",
    // In ين: numbers, verbal nouns of the second form, names.
    "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين بحرين حسين ياسين تشرين تمرين تخمين تعيين",
    "تكوين تحسين تأمين تدوين تلوين تضمين تسكين تمكين تحصين تخزين توطين تقنين",
    // In ون.
    "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون زيتون خلدون حمدون عربون فرعون",
    // In ة and ات: institutions and abstracts, not women.
    "محافظة محافظات منظمة منظمات مؤسسة مؤسسات معارضة مقاومة جامعة جامعات مكتبة مكتبات حاجات",
    "سلامات بيانات مجموعة مجموعات جمهورية جمهوريات داخلية خارجية مالية عملية عمليات نظرية نظريات قومية",
    // In ي: adjectives of relation.
    "رئيسي عالمي شاعري جاهلي مستقبلي مجتمعي مؤتمري مصرفي معلوماتي موضوعي منهجي مسرحي مركزي",
    "محوري منزلي منطقي موسمي ميداني مبدئي أميري داخلي خارجي جانبي ساحلي باطني ظاهري واقعي",
    // In ا: countries, whose adjective would have it in the accusative; particles, feminines.
    "روسيا سوريا ليبيا تركيا ألمانيا إيطاليا بريطانيا إسبانيا أستراليا رومانيا ألبانيا صربيا بلغاريا",
    "كرواتيا بوسنيا كوريا ماليزيا إندونيسيا نيجيريا غينيا كينيا تنزانيا زامبيا ناميبيا إثيوبيا",
    "إريتريا موريتانيا كولومبيا بوليفيا جورجيا أرمينيا مقدونيا سلوفاكيا سلوفينيا لاتفيا ليتوانيا",
    "إستونيا ليبيريا كاليفورنيا أوكرانيا هنغاريا سيبيريا منغوليا كمبوديا كتالونيا كاتالونيا",
    "تشيكيا غامبيا بولونيا يوغوسلافيا آسيا",
    "أفريقيا إفريقيا روما فيلا دينا مهما عليا دنيا حالما طالما كلما قلما ربما حينما بينما عندما",
    // Broken plurals that are more often a singular.
    "محافظ معارض مواطن ملازم حماة محال مقاتل مهاجر مشاهد ظهور جمال جزائر رياض",
    // Defective nouns without their ي.
    "بان صار عار جان مقال أمان جوار مصاف جار ناس",
  ]

  private init(_ rows: [String]) {
    var words = HashIndex(minimumCapacity: 512)
    for word in rows.joined(separator: " ").split(separator: " ") {
      words.set(Self.key(word.unicodeScalars.lazy.map(\.value)), to: 0)
    }
    self.words = words
  }

  /// Whether a word, without clitics and article, is one of these however its hamzas are written.
  func contains(_ letters: some Sequence<UInt32>) -> Bool { words.value(Self.key(letters)) != nil }

  private static func key(_ letters: some Sequence<UInt32>) -> UInt64 {
    LetterHash.of(letters.lazy.map { Folding.letter($0, .carriers) })
  }
}
