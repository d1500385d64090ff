import ICU
import TestSupport
import Testing

@testable import Text

@Suite struct SentenceTests {
  private func sentences(_ text: String, _ language: Language) throws -> [String] {
    let text = try SegmentedText(Document(name: "t", text: text), language: language)
    return text.sentences.indices.map { text.string($0) }
  }

  @Test(arguments: [
    ("قال إنه \"سيعود\". وأضاف.", ["قال إنه \"سيعود\".", "وأضاف."]),
    ("قال: «لن نعود». ثم مضى.", ["قال: «لن نعود».", "ثم مضى."]),
    (
      "مكافحة تنظيمي \"داعش\" و\"جبهة النصرة\" الإرهابيين\".",
      ["مكافحة تنظيمي \"داعش\" و\"جبهة النصرة\" الإرهابيين\"."]
    ),
    ("قال د. أحمد ز. العلي ذلك. وانصرف.", ["قال د. أحمد ز. العلي ذلك.", "وانصرف."]),
    ("زار أ.د. محمد جامعة دمشق.", ["زار أ.د. محمد جامعة دمشق."]),
    (
      "شركة اس.ام.تي وقعت الاتفاق.وقال مديرها نعم",
      ["شركة اس.ام.تي وقعت الاتفاق.", "وقال مديرها نعم"]
    ),
    ("ارتفع ٣٫٥ بالمئة و3.5 أمس. ثم هبط", ["ارتفع ٣٫٥ بالمئة و3.5 أمس.", "ثم هبط"]),
    ("ماذا يريد؟ لا أحد يعرف!", ["ماذا يريد؟", "لا أحد يعرف!"]),
    ("إن ما تقوله ... في الواقع لا يصدق.", ["إن ما تقوله ... في الواقع لا يصدق."]),
    ("انتهى الاجتماع... وقال الرئيس إنه راض.", ["انتهى الاجتماع...", "وقال الرئيس إنه راض."]),
    ("1. الأمن\n2. الهدنة", ["1. الأمن", "2. الهدنة"]),
    ("عنوان بلا نقطة\nتعليق الصورة\nالخبر.", ["عنوان بلا نقطة", "تعليق الصورة", "الخبر."]),
    (
      "موسكو 15-8 (اف ب)- قال الوزير، حسب قوله، نعم.",
      ["موسكو 15-8 (اف ب)- قال الوزير، حسب قوله، نعم."]
    ),
    ("بلغ عدد القتلى ٥. وغادر الوفد.", ["بلغ عدد القتلى ٥.", "وغادر الوفد."]),
    ("١٠. البند العاشر.", ["١٠. البند العاشر."]),
    ("وصل في عام 2012.وقال الرئيس نعم.", ["وصل في عام 2012.", "وقال الرئيس نعم."]),
    ("وقع في عام 1432 هـ. وغادر الوفد.", ["وقع في عام 1432 هـ.", "وغادر الوفد."]),
    ("وكالة (د.ب.أ.) الرسمية قالت ذلك.", ["وكالة (د.ب.أ.) الرسمية قالت ذلك."]),
    ("قال د. أحمد ود. سعيد ود. علي نعم.", ["قال د. أحمد ود. سعيد ود. علي نعم."]),
    ("قال: « نحن مستعدون. » وأضاف نعم.", ["قال: « نحن مستعدون. »", "وأضاف نعم."]),
    ("قال: « نحن مستعدون. »، وأضاف.", ["قال: « نحن مستعدون. »، وأضاف."]),
    ("انتهى الاجتماع.(رويترز) وقال نعم.", ["انتهى الاجتماع.", "(رويترز) وقال نعم."]),
    ("انتهى الاتفاق.«وقال نعم».", ["انتهى الاتفاق.", "«وقال نعم»."]),
    ("قال »نعم.« ثم مضى.", ["قال »نعم.«", "ثم مضى."]),
    ("قال ”نعم.“ ثم مضى.", ["قال ”نعم.“", "ثم مضى."]),
    ("قال د.\u{200F} أحمد نعم.\u{200F} ومضى.", ["قال د.\u{200F} أحمد نعم.\u{200F}", "ومضى."]),
    ("عاد إلى بلده… وقال إنه راض.", ["عاد إلى بلده…", "وقال إنه راض."]),
    ("يلجأ إلى الاقتراض... فيما يدخر غيره.", ["يلجأ إلى الاقتراض... فيما يدخر غيره."]),
    ("«هل تعودون؟» سأل الصحفي. لم يجب.", ["«هل تعودون؟» سأل الصحفي.", "لم يجب."]),
    ("«هل تعودون؟» قال الوزير إنه لا يعرف.", ["«هل تعودون؟»", "قال الوزير إنه لا يعرف."]),
    ("«هل تعودون؟» أجاب الوزير: «نعم».", ["«هل تعودون؟»", "أجاب الوزير: «نعم»."]),
    ("ماذا يريدون؟وقال إنه لا يعرف.", ["ماذا يريدون؟", "وقال إنه لا يعرف."]),
    ("على موقع http://a.sy/q?id=5 أمس.", ["على موقع http://a.sy/q?id=5 أمس."]),
    ("وُقِّعَ عام ٢٠١٥. ثمّ عُدِّلَ.", ["وُقِّعَ عام ٢٠١٥.", "ثمّ عُدِّلَ."]),
    ("انتهى الاجتماع.[1][2] وغادر الوفد.", ["انتهى الاجتماع.[1][2]", "وغادر الوفد."]),
    ("نقلت عنه ا.ف.ب. وقال إنه راض.", ["نقلت عنه ا.ف.ب.", "وقال إنه راض."]),
    ("اتفقت م.ت.ف. وحركة حماس أمس.", ["اتفقت م.ت.ف. وحركة حماس أمس."]),
    ("ہم نے کہا۔ پھر گئے۔", ["ہم نے کہا۔", "پھر گئے۔"]),
    ("", []), ("   \n\t\n", []), (".", ["."]),
  ])
  func arabicNews(text: String, expected: [String]) throws {
    #expect(try sentences(text, .arabic) == expected)
  }

  @Test(arguments: [
    ("\"We are ready,\" he said. They left.", ["\"We are ready,\" he said.", "They left."]),
    ("\"Why?\" he asked. No one knew.", ["\"Why?\" he asked.", "No one knew."]),
    (
      "Mr. Obama met Gen. J. F. Dunford. They spoke.",
      ["Mr. Obama met Gen. J. F. Dunford.", "They spoke."]
    ),
    ("The U.S. president spoke. Iran replied.", ["The U.S. president spoke.", "Iran replied."]),
    (
      "It rose 3.5 percent (to 10.2). Then it fell.",
      ["It rose 3.5 percent (to 10.2).", "Then it fell."]
    ),
    ("He said it \"will work\". She agreed.", ["He said it \"will work\".", "She agreed."]),
    ("Well ... maybe not. Yes.", ["Well ... maybe not.", "Yes."]),
    ("So do I. They do too.", ["So do I.", "They do too."]),
    ("The U.S. “War on Terror” ended.", ["The U.S. “War on Terror” ended."]),
    ("He met the U.S. No. 2 diplomat.", ["He met the U.S. No. 2 diplomat."]),
    (
      "He left the U.S. “The talks failed,” he said.",
      ["He left the U.S.", "“The talks failed,” he said."]
    ),
    ("He arrived (from the U.S.) Tuesday.", ["He arrived (from the U.S.) Tuesday."]),
    ("Rep. Adam Schiff (D-Calif.) Tuesday spoke.", ["Rep. Adam Schiff (D-Calif.) Tuesday spoke."]),
    ("Talks began in Jan. The minister left.", ["Talks began in Jan.", "The minister left."]),
    ("Apple Inc. Chief Executive Tim Cook spoke.", ["Apple Inc. Chief Executive Tim Cook spoke."]),
    ("They ranked Group A. The team won.", ["They ranked Group A.", "The team won."]),
    ("They left.(Reuters) He stayed.", ["They left.", "(Reuters) He stayed."]),
    ("It was \"over.\" He left.", ["It was \"over.\"", "He left."]),
    ("He left on Jan. 5. It rained.", ["He left on Jan. 5.", "It rained."]),
    ("It was a dump. 1987 changed that.", ["It was a dump.", "1987 changed that."]),
    ("It is on p. 5 of Vol. 3 (no. 7). See it.", ["It is on p. 5 of Vol. 3 (no. 7).", "See it."]),
    ("It holds max. 30 and min. 5 of them.", ["It holds max. 30 and min. 5 of them."]),
    ("They said no. Obama left.", ["They said no.", "Obama left."]),
    ("we lost. it was late. really? yes", ["we lost.", "it was late. really?", "yes"]),
    ("Loved it!! the staff was great", ["Loved it!!", "the staff was great"]),
    ("It was over.The talks failed at aol.com.", ["It was over.", "The talks failed at aol.com."]),
    ("Yahoo! shares fell approx. two points.", ["Yahoo! shares fell approx. two points."]),
    ("“Why now?” Obama asked. No one knew.", ["“Why now?” Obama asked.", "No one knew."]),
    ("“Why now?” Obama said he knew.", ["“Why now?”", "Obama said he knew."]),
    ("“Why?” She continued, “Who?”", ["“Why?”", "She continued, “Who?”"]),
    ("Sens. John Kerry and U.S. Reps. Lee spoke.", ["Sens. John Kerry and U.S. Reps. Lee spoke."]),
    ("It fell.[3] The rest is known.[4]", ["It fell.[3]", "The rest is known.[4]"]),
    ("See www.a.org/x?y=Z. It is there!", ["See www.a.org/x?y=Z.", "It is there!"]),
    ("彼は言った。それから。 He left. They too.", ["彼は言った。", "それから。", "He left.", "They too."]),
  ])
  func englishNews(text: String, expected: [String]) throws {
    #expect(try sentences(text, .english) == expected)
  }

  /// Every stop of such a text is a place to look at; none may cost a walk of the whole.
  @Test(arguments: ["ا.", "د. »", "a.\"", "(.", "؟ ", ".   "])
  func hostileStopsAreLinear(piece: String) throws {
    let text = String(repeating: piece, count: 50_000)
    let visible = text.filter { $0 != " " }
    #expect(try sentences(text, .arabic).joined().filter { $0 != " " } == visible)
  }

  /// The rules take back what ICU proposes and add little: no end without an end mark.
  @Test func boundariesAreICUsOrBehindAnEndMark() throws {
    var generator = Generator(seed: 6)
    var breaks = try BreakIterator(.sentence, locale: "ar")
    for _ in 0..<500 {
      let text = generator.text(length: 40).filter { !$0.isNewline }
      let bytes = Array(text.utf8)
      try breaks.setText(bytes.span)
      var proposed: Set<Int> = []
      while let boundary = breaks.next() { proposed.insert(boundary.offset) }
      var found: [Range<Int>] = []
      var segmenter = try SentenceSegmenter(.arabic)
      try segmenter.segment(0..<bytes.count, of: bytes.span, into: &found)
      for (sentence, next) in zip(found, found.dropFirst()) {
        let isProposed = (sentence.upperBound...next.lowerBound).contains { proposed.contains($0) }
        let isMarked = bytes.span.string(sentence).suffix(12).unicodeScalars
          .contains { isEndMark($0.value) }
        #expect(isProposed || isMarked, "\(text)")
      }
    }
  }

  /// Sentences and what lies between them are the text, and what lies between is white space.
  @Test(arguments: [Language.arabic, .english])
  func nothingIsLost(language: Language) throws {
    var generator = Generator(seed: 2)
    var texts = (0..<400).map { _ in generator.text(length: 60) }
    texts.append(try Repository.text("seeds/syria-truce.ar.txt"))
    texts.append(try Repository.text("seeds/syria-truce.en.txt"))
    for text in texts {
      let segmented = try SegmentedText(Document(name: "t", text: text), language: language)
      let bytes = segmented.document.bytes
      var rebuilt: [UInt8] = []
      var end = 0
      for sentence in segmented.sentences {
        #expect(sentence.lowerBound >= end)
        #expect(!sentence.isEmpty)
        let gap = Array(bytes[end..<sentence.lowerBound])
        #expect(String(decoding: gap, as: UTF8.self).unicodeScalars.allSatisfy(isSpaceOrMark))
        rebuilt += gap + bytes[sentence]
        end = sentence.upperBound
      }
      rebuilt += bytes[end...]
      #expect(rebuilt == bytes)
      #expect(
        String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.allSatisfy(isSpaceOrMark))
    }
  }

  private func isSpaceOrMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }
}
