import Names
import TestSupport
import Testing

@Suite struct NameSpellerTests {
  private let model: NameModel
  private let weights: SpellingWeights

  init() throws {
    model = try #require(NameModel.standard)
    weights = try #require(SpellingWeights.standard)
  }

  private func speller(
    names: UserNames = UserNames(), hints: NameHints = NameHints(), style: NameStyle = .standard
  ) -> NameSpeller {
    NameSpeller(model, weights, names: names, hints: hints, style: style)
  }

  private func first(_ name: String) -> String? {
    speller().spellings(of: name, count: 1).first?.text
  }

  @Test(arguments: [
    ("بوتين", "Putin"), ("فلاديمير بوتين", "Vladimir Putin"), ("أردوغان", "Erdogan"),
    ("سيرغي لافروف", "Sergei Lavrov"), ("عبد الفتاح السيسي", "Abdel Fattah al-Sisi"),
    ("بَشّار الأَسَد", "Bashar al-Assad"), ("دمشق", "Damascus"),
  ])
  func peopleAndPlacesOfTheNews(name: String, spelling: String) {
    let found = speller().spellings(of: name, count: 3)
    #expect(NameLetters.latin(found.first?.text ?? "") == NameLetters.latin(spelling))
    #expect(found.first?.layers.allSatisfy { $0 == .curated } == true)
  }

  /// Whether hamza is written, marks, tatweel or presentation forms: it is the same name.
  @Test(arguments: [
    ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("محـــمد", "محمد"), ("ﻣﺤﻤﺪ", "محمد"),
    ("أسامة", "اسامه"), ("مصطفى", "مصطفي"),
  ])
  func otherWaysToWriteAName(one: String, other: String) {
    #expect(first(one) == first(other))
    #expect(first(one)?.isEmpty == false)
  }

  @Test func spellingsAreInOrderAndTheirProbabilitiesAreShares() {
    for name in ["شكيب خضور", "ليفاندوفسكي", "بنعيسى", "عبد الرحمن الراشد", "x", "محمد 5"] {
      let found = speller().spellings(of: name, count: 10)
      #expect(!found.isEmpty)
      #expect(Set(found.map(\.text)).count == found.count)
      #expect(found.reduce(0) { $0 + $1.probability } <= 1.001)
      for (a, b) in zip(found, found.dropFirst()) { #expect(a.probability >= b.probability) }
      #expect(found.allSatisfy { $0.probability > 0 })
    }
  }

  @Test func theUsersOwnSpellingsWin() {
    var names = UserNames()
    names.add("بوتين", "Poutine")
    names.add("سعد الحريري", "Sa'ad Hariri")
    let speller = speller(names: names)
    #expect(speller.spellings(of: "بوتين", count: 5).map(\.text) == ["Poutine"])
    #expect(speller.spellings(of: "سعد الحريري", count: 1).first?.text == "Sa'ad Hariri")
    #expect(speller.spellings(of: "سعد الحريري", count: 1).first?.layers == [.user])
  }

  @Test func whatIsNotArabicStays() {
    #expect(first("Putin") == "Putin")
    #expect(first("BBC عربي")?.hasPrefix("BBC ") == true)
    #expect(first("😀") == "😀")
    #expect(speller().spellings(of: "", count: 3).isEmpty)
    #expect(speller().spellings(of: "   ", count: 3).isEmpty)
  }

  @Test func particlesAndArticlesAreSetInStyle() {
    #expect(first("محمد بن سلمان")?.contains(" bin ") == true)
    #expect(first("عبد الرحمن")?.hasPrefix("Abd") == true)
    func styled(_ style: NameStyle, _ name: String) -> String? {
      speller(style: style).spellings(of: name, count: 1).first?.text
    }
    let name = "خالد الدخيل"
    #expect(styled(NameStyle(article: .lower), name)?.contains(" al-D") == true)
    #expect(styled(NameStyle(article: .upper), name)?.contains(" Al-D") == true)
    #expect(styled(NameStyle(article: .apart), name)?.contains(" Al D") == true)
    #expect(styled(NameStyle(article: .el), name)?.contains(" El-D") == true)
    #expect(styled(NameStyle(article: .none), name)?.contains("al-") == false)
  }

  @Test func countriesHaveHabits() {
    func spelled(_ name: String, _ country: NameCountry?) -> String {
      let speller = speller(hints: NameHints(domain: .person, country: country))
      return speller.spellings(of: name, count: 1).first?.text ?? ""
    }
    // A name nobody lists, so that the habit shows.
    #expect(NameLetters.latin(spelled("الجندور", .EG)).contains(UInt8(ascii: "g")))
    #expect(NameLetters.latin(spelled("الجندور", .SA)).contains(UInt8(ascii: "j")))
  }

  @Test func longLinesAndLongWordsComeToAnEnd() {
    let line = Array(repeating: "شرشبيل", count: 60).joined(separator: " ")
    let found = speller().spellings(of: line, count: 3)
    #expect(found.first?.text.split(separator: " ").count == 60)
    let word = String(repeating: "ب", count: 100_000)
    #expect(speller().spellings(of: word, count: 1).count == 1)
  }

  @Test func anyCharactersAtAll() {
    var generator = Generator(seed: 11)
    for _ in 0..<60 {
      let text = generator.text(length: 30)
      for spelling in speller().spellings(of: text, count: 3) {
        #expect(spelling.probability >= 0 && spelling.probability <= 1.001)
      }
    }
  }
}
