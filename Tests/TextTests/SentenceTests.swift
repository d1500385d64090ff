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
  ])
  func englishNews(text: String, expected: [String]) throws {
    #expect(try sentences(text, .english) == expected)
  }

  /// Every stop of such a text is proposed as a boundary; none may cost a walk of the whole.
  @Test func stopsWithoutSpacesAreLinear() throws {
    let text = String(repeating: "ا.", count: 200_000)
    #expect(try sentences(text, .arabic).joined() == text)
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
