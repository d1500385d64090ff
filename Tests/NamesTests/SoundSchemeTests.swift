import Names
import TestSupport
import Testing

/// The rules of the schemes that write sounds, one by one.
@Suite struct SoundSchemeTests {
  /// Scheme by scheme, all consonants, and all borrowed ones, each before a long a.
  @Test(arguments: [
    (Scheme.bgnPCGN, "b t th j ḩ kh d dh r z s sh ş ḑ ţ z̧ ‘ gh f q k l m n h w y p ch v g zh g g"),
    (.un2017, "b t th j ẖ kh d dh r z s sh s̱ ḏ ṯ d͟h ‘ gh f q k l m n h w y p ch v g zh q g"),
    (.un1972, "b t th j ḩ kh d dh r z s sh ş ḑ ţ z̧ ‘ gh f q k l m n h w y p ch v g zh q g"),
    (.alaLC, "b t th j ḥ kh d dh r z s sh ṣ ḍ ṭ ẓ ʻ gh f q k l m n h w y p ch v g zh q g"),
    (.iso2332, "b t ṯ ǧ ḥ ẖ d ḏ r z s š ṣ ḍ ṭ ẓ ‘ ġ f q k l m n h w y p č v g ž q g"),
    (.din31635, "b t ṯ ǧ ḥ ḫ d ḏ r z s š ṣ ḍ ṭ ẓ ʿ ġ f q k l m n h w y p č v g ž q g"),
    (.ijmes, "b t th j ḥ kh d dh r z s sh ṣ ḍ ṭ ẓ ʿ gh f q k l m n h w y p ch v g zh q g"),
    (.ei3, "b t th j ḥ kh d dh r z s sh ṣ ḍ ṭ ẓ ʿ gh f q k l m n h w y p ch v g zh q g"),
    (.wehr, "b t ṯ j ḥ ḵ d ḏ r z s š ṣ ḍ ṭ ẓ ʿ ḡ f q k l m n h w y p č v g ž q g"),
  ])
  func everyLetterHasItsSign(scheme: Scheme, signs: String) throws {
    let letters = "بتثجحخدذرزسشصضطظعغفقكلمنهويپچڤگژڨڭ"
    for (letter, sign) in zip(letters.unicodeScalars, signs.split(separator: " ")) {
      let actual = try romanized("\(letter)َات", scheme, Capitals.none)
      #expect(actual == "\(sign)āt", "\(letter)")
      // Doubled with the vowel before shadda and behind it.
      for doubled in ["ب\u{64E}\(letter)\u{651}\u{64E}ت", "ب\u{64E}\(letter)\u{64E}\u{651}ت"] {
        #expect(try romanized(doubled, scheme, Capitals.none) == "ba\(sign)\(sign)at", "\(letter)")
      }
    }
  }

  /// What each scheme makes of a word, in the order of `schemes`.
  private static let schemes: [Scheme] = [
    .bgnPCGN, .un2017, .un1972, .alaLC, .iso2332, .din31635, .ijmes, .ei3, .wehr,
  ]

  @Test(arguments: [
    // Article before moon and sun letters.
    ("القَمَر", "Al Qamar|Al Qamar|Al Qamar|al-Qamar|al-Qamar|al-Qamar|al-Qamar|al-Qamar|al-qamar"),
    (
      "الشَّمس",
      "Ash Shams|Ash Shams|Ash Shams|al-Shams|al-Šams|aš-Šams|al-Shams|al-Shams|aš-šams"
    ),
    (
      "الظُّهر",
      "Az̧ Z̧uhr|Ad͟h D͟huhr|Az̧ Z̧uhr|al-Ẓuhr|al-Ẓuhr|aẓ-Ẓuhr|al-Ẓuhr|al-Ẓuhr|aẓ-ẓuhr"
    ),
    ("اللَّيل", "Al Layl|Al Layl|Al Layl|al-Layl|al-Layl|al-Layl|al-Layl|al-Layl|al-lail"),
    // Behind prefixes.
    (
      "وَالقَمَر",
      "Wa al Qamar|Wa al Qamar|Wa al Qamar|wa-al-Qamar|wa-al-Qamar|wa-l-Qamar|wa-l-Qamar|wa-l-Qamar|wa-l-qamar"
    ),
    (
      "بِالشَّمس",
      "Bish Shams|Bish Shams|Bish Shams|bi-al-Shams|bi-al-Šams|bi-š-Šams|bi-l-Shams|bi-l-Shams|bi-š-šams"
    ),
    (
      "لِلقَمَر",
      "Lil Qamar|Lil Qamar|Lil Qamar|lil-Qamar|li-l-Qamar|li-l-Qamar|li-l-Qamar|li-l-Qamar|li-l-qamar"
    ),
    // Ta marbuta in pause, in construct, behind a long a.
    (
      "مَدرَسَة", "Madrasah|Madrasah|Madrasah|Madrasah|Madrasaẗ|Madrasa|Madrasa|Madrasa|madrasa"
    ),
    (
      "صَلَاة الفَجر",
      "Şalāt al Fajr|S̱alāt al Fajr|Şalāt al Fajr|Ṣalāt al-Fajr|Ṣalāẗ al-Faǧr|Ṣalāt al-Faǧr|Ṣalāt al-Fajr|Ṣalāt al-Fajr|ṣalāt al-fajr"
    ),
    ("قَنَاة", "Qanāh|Qanāh|Qanāh|Qanāh|Qanāẗ|Qanāh|Qanāt|Qanāt|qanāh"),
    // Nisba, وّ, diphthongs, alif maqsura.
    (
      "عَرَبِيّ", "‘Arabī|‘Arabī|‘Arabī|ʻArabī|‘Arabī|ʿArabī|ʿArabī|ʿArabī|ʿarabī"
    ),
    (
      "عَرَبِيَّة",
      "‘Arabīyah|‘Arabīyah|‘Arabīyah|ʻArabīyah|‘Arabiyyaẗ|ʿArabīya|ʿArabiyya|ʿArabiyya|ʿarabīya"
    ),
    ("قُوَّة", "Quwwah|Quwwah|Qūwah|Qūwah|Quwwaẗ|Qūwa|Quwwa|Quwwa|qūwa"),
    ("عَدُوّ", "‘Aduww|‘Aduww|‘Adūw|ʻAdūw|‘Aduww|ʿAdūw|ʿAdū|ʿAduww|ʿadūw"),
    ("بَيت", "Bayt|Bayt|Bayt|Bayt|Bayt|Bayt|Bayt|Bayt|bait"),
    ("يَوْم", "Yawm|Yawm|Yawm|Yawm|Yawm|Yawm|Yawm|Yawm|yaum"),
    ("مُوسَى", "Mūsá|Mūsá|Mūsá|Mūsá|Mūsā|Mūsā|Mūsā|Mūsā|mūsā"),
    // Hamza and madda.
    ("أَدَب", "Adab|Adab|Adab|Adab|Adab|Adab|Adab|Adab|adab"),
    ("سُؤَال", "Su’āl|Su’āl|Su’āl|Suʼāl|Su’āl|Suʾāl|Suʾāl|Suʾāl|suʾāl"),
    ("آدَم", "Ādam|Ādam|Ādam|Ādam|Ādam|Ādam|Ādam|Ādam|ādam"),
    ("مَآب", "Ma’āb|Ma’āb|Ma’āb|Maʼāb|Ma’āb|Maʾāb|Maʾāb|Maʾāb|maʾāb"),
    // Two letters that are not one sound.
    ("أَدهَم", "Ad·ham|Ad·ham|Ad·ham|Adʹham|Adham|Adham|Adham|Adham|adham"),
    // Lexical spellings, filiation.
    (
      "هذا", "Hādhā|Hādhā|Hādhā|Hādhā|Hāḏā|Hāḏā|Hādhā|Hādhā|hāḏā"
    ),
    (
      "عَلِيّ بن أَحمَد",
      "‘Alī Bin Aḩmad|‘Alī Bin Aẖmad|‘Alī Bin Aḩmad|ʻAlī ibn Aḥmad|‘Alī ibn Aḥmad|ʿAlī ibn Aḥmad|ʿAlī ibn Aḥmad|ʿAlī ibn Aḥmad|ʿalī ibn aḥmad"
    ),
    // Tanwin and the vowels at the end of nouns and verbs.
    ("كِتَابٌ", "Kitāb|Kitāb|Kitāb|Kitāb|Kitāb|Kitāb|Kitāb|Kitāb|kitāb"),
    ("طَبعًا", "Ţab‘|Ṯab‘|Ţab‘|Ṭabʻan|Ṭab‘|Ṭabʿan|Ṭabʿan|Ṭabʿan|ṭabʿan"),
    ("قَاضٍ", "Qāḑin|Qāḏ|Qāḑ|Qāḍin|Qāḍ|Qāḍin|Qāḍin|Qāḍin|qāḍin"),
    ("سَأَلَ", "Sa’al|Sa’al|Sa’al|Saʼala|Sa’al|Saʾala|Saʾala|Saʾala|saʾala"),
    ("القَمَرِ", "Al Qamar|Al Qamar|Al Qamar|al-Qamar|al-Qamar|al-Qamar|al-Qamar|al-Qamar|al-qamar"),
  ])
  func eachSchemeHasItsWay(arabic: String, expected: String) throws {
    let actual = try Self.schemes.map { try romanized(arabic, $0) }
    #expect(actual.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    // A ة is read -at before a noun it depends on, by the evidence there is.
    ("مَدِينَة غَزَّة", "Madīnat Ghazzah"), ("مَدِينَة كَبِيرَة", "Madīnah Kabīrah"),
    ("المَدِينَة القَدِيمَة", "al-Madīnah al-Qadīmah"), ("رِحلَة إِلَى مِصر", "Riḥlah ilá Miṣr"),
    ("مِصر وَسُورِيَة وَالعِرَاق", "Miṣr wa-Sūriyah wa-al-ʻIrāq"),
    ("جُمهُورِيَّة، مِصر", "Jumhūrīyah, Miṣr"), ("جُمهُورِيَّة\nمِصر", "Jumhūrīyah\nMiṣr"),
    ("مَعرِفَة مَا يَجِبُ لَهُم", "Maʻrifat mā Yajibu la-hum"),
    // و, ب, ل, ك, س as words of their own, or letters of one.
    ("وَشُرُوحُهَا", "wa-Shurūḥuhā"), ("وَزِير", "Wazīr"), ("وَلَدُهُ", "Waladuhu"),
    ("وَأَنتَ", "wa-anta"), ("بِاهتِمَام", "bi-Ihtimām"), ("بِهِ", "bi-hi"),
    ("سَيَكُون", "sa-Yakūn"), ("سَيِّد", "Sayyid"), ("كَأَنَّ", "ka-anna"),
    ("لِلَّيل", "lil-Layl"), ("لِلِسَان", "li-Lisān"), ("وَالِد", "Wālid"), ("كَامِل", "Kāmil"),
    // Words that spelling hides.
    ("الله", "Allāh"), ("عبد الله", "ʻAbd Allāh"), ("عبدالله", "ʻAbd Allāh"),
    ("الحمد لله", "al-Ḥamd lillāh"),
    ("باب بالله", "Bāb billāh"), ("والله", "wa-Allāh"), ("عبدالرحمن", "ʻAbd al-Raḥmān"),
    ("نُورُالدِين", "Nūr al-Dīn"), ("الوَالِدَين", "al-Wālidayn"), ("بنعبد الله", "Bin-ʻAbd Allāh"),
    ("لكن", "Lākin"), ("ذٰلِكَ", "Dhālika"), ("أولئك", "Ulāʼika"), ("مائة", "Miʼah"),
    ("عمرو", "ʻAmr"), ("طه", "Ṭāhā"), ("الذي", "Alladhī"), ("خُلَفَآء", "Khulafāʼ"),
    ("فَعَلُوا", "Faʻalū"), ("صَلَوٰة", "Ṣalāh"), ("مَعنًى", "Maʻnan"), ("قَاهره", "Qāhirah"),
    ("ٱلمَجِيد", "al-Majīd"), ("الِاستِقلَال", "al-Istiqlāl"), ("إتِّحَاد", "Ittiḥād"),
    // Vowels known by heart, behind prefixes too.
    ("محمد", "Muḥammad"), ("القاهرة", "al-Qāhirah"), ("وفي الكتاب", "wa-fī al-Kitāb"),
    ("للكتاب", "lil-Kitāb"), ("كلية الاداب", "Kullīyat al-Ādāb"), ("فى مصر", "Fī Miṣr"),
    // Letters alone.
    ("بوتين", "Būtīn"), ("عيون", "ʻUyūn"), ("سوزوكي", "Sūzūkī"), ("أوكلاهوما", "Ūklāhūmā"),
    // Presentation forms, Persian shapes, tatweel, digits and punctuation.
    ("ﻣﺤﻤﺪ", "Muḥammad"), ("کتاب", "Kitāb"), ("محمـــد", "Muḥammad"), ("علی", "ʻAlī"),
    ("قال: ٢٠١٦، نعم؟", "Qāla: 2016, Naʻam?"),
  ])
  func ruleOfALALC(arabic: String, expected: String) throws {
    #expect(try romanized(arabic, .alaLC) == expected)
  }

  @Test(arguments: [
    (Capitals.names, "al-Kitāb fī al-Bayt. al-Bayt wa-Miṣr"),
    (.sentence, "al-Kitāb fī al-bayt. al-Bayt wa-Miṣr"),
    (.none, "al-kitāb fī al-bayt. al-bayt wa-miṣr"),
  ])
  func capitalsWithHyphens(capitals: Capitals, expected: String) throws {
    #expect(try romanized("الكتاب في البيت. البيت ومصر", .alaLC, capitals) == expected)
  }

  @Test(arguments: [
    (Capitals.names, "Al Kitāb fī al Bayt. Wa al Bayt"),
    (.sentence, "Al kitāb fī al bayt. Wa al bayt"), (.none, "al kitāb fī al bayt. wa al bayt"),
  ])
  func capitalsWithSpaces(capitals: Capitals, expected: String) throws {
    #expect(try romanized("الكتاب في البيت. والبيت", .bgnPCGN, capitals) == expected)
  }

  @Test(arguments: [
    ("محمد", false), ("مُحَمَّد", false), ("باب", false), ("لوكاشينكو", true), ("نظيره", true),
    ("ونظيره", true), ("تُونِس", false), ("مِصر", false), ("دِمَشق", false), ("مُصطفي", true),
    ("عْبرت", true), ("2016", false),
  ])
  func saysWhenVowelsAreMissing(arabic: String, lacks: Bool) throws {
    var romanizer = try Romanizer(.alaLC)
    var result = Romanized()
    try romanizer.romanize(Array(arabic.utf8).span, into: &result)
    #expect((result.lackingCount > 0) == lacks)
  }

  @Test func letterForLetterSchemesLackNothing() throws {
    var romanizer = try Romanizer(.hsb, listsWords: true)
    var result = Romanized()
    try romanizer.romanize(Array("نظيره".utf8).span, into: &result)
    #expect(result.words.count == 1 && result.lackingCount == 0)
  }

  @Test func arabiziHasDigits() throws {
    #expect(try romanized("حَسَن عَرَبِيّ وَالشَّمس", .arabizi, Capitals.none) == "7asan 3arabi w-el-shams")
  }

  @Test func icuIsThereForComparison() throws {
    #expect(try romanized("محمد\nعلي", .icu) == "mḥmd\nʿly")
  }
}
