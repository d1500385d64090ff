/// Arabic words that look like an inflected form of another word, and are not.
///
/// شعبان is a month before it is two peoples, مفاوضات are talks and not female negotiators. A form
/// of these letters is not read as an inflection, unless it is asked for as a headword itself.
struct Lookalikes: Sendable {
  private let words: HashIndex

  static let table = Lookalikes(
    // In ان.
    """
    شعبان لبنان عدوان سلطان سودان عمران حمدان جبران مروان رضوان نعمان عثمان سليمان حسان حسبان
    قطران قربان بركان طيران دوران جولان جريان فيضان سيلان ميلان خسران نقصان حرمان كتمان وجدان
    بطلان فقدان غفران رجحان خفقان غليان بنيان إخوان زيدان فرقان
    """
      // In ين, which the tens have too.
      + """
       بحرين عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين تمرين تخمين تعيين حسين ياسين
       تكوين تحسين تأمين تدوين تلوين تضمين تسكين تمكين تشرين
      """
      // In ون.
      + " عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون زيتون خلدون حمدون عربون فرعون "
      // In ات and ة: verbal nouns and institutions, not women.
      + """
       محافظة محافظات منظمة منظمات مؤسسة مؤسسات معارضة مقاومة جامعات مكتبة مكتبات حاجات
       سلامات بيانات
      """
      // In ي: adjectives.
      + """
       رئيسي عالمي شاعري جاهلي مستقبلي مجتمعي مؤتمري مصرفي معلوماتي موضوعي منهجي مسرحي
       مركزي ملحمي معماري مخملي مناخي محوري مقدسي منزلي منطقي موسمي ميداني مبدئي
       وزاري سياحي تجاري عمالي طلابي نيابي قيادي حرفي عسكري أميري ملكي فقهي سيادي
      """
      // In ا.
      + " مهما عليا دنيا أبدا معا حالما طالما كلما قلما ربما حينما بينما عندما "
      // Broken plurals that are more often a singular.
      + " محافظ معارض مواطن ملازم حماة محال مقاتل مهاجر مشاهد")

  private init(_ text: String) {
    var words = HashIndex(minimumCapacity: 512)
    for word in text.split(whereSeparator: \.isWhitespace) {
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
