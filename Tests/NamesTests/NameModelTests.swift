import Names
import TestSupport
import Testing

@Suite struct NameModelTests {
  /// A model file in memory that lives as long as the test.
  private func load(_ bytes: [UInt8]) throws(NameModelError) -> NameModel {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    buffer.copyBytes(from: bytes)
    return try NameModel(UnsafeRawBufferPointer(buffer))
  }

  @Test(arguments: [[], [1, 2, 3], Array("DNM1".utf8), Array("DNM2\u{1}\u{0}\u{0}\u{0}".utf8)])
  func whatIsNoModel(bytes: [UInt8]) {
    #expect(throws: NameModelError.self) { _ = try load(bytes) }
  }

  /// Cut anywhere, the file is refused.
  @Test func aFileCutShort() {
    let whole = NameModel.bytes
    var generator = Generator(seed: 12)
    for _ in 0..<12 {
      let length = Int.random(in: 0..<whole.count, using: &generator)
      #expect(throws: NameModelError.self) { _ = try load(Array(whole[..<length])) }
    }
  }

  /// Changed anywhere, the file is refused or answers something; nothing traps or runs for ever.
  @Test func aFileThatIsDamaged() throws {
    let weights = try #require(SpellingWeights.standard)
    var bytes = NameModel.bytes
    var generator = Generator(seed: 13)
    for _ in 0..<12 {
      let places = (0..<20).map { _ in Int.random(in: 400..<bytes.count, using: &generator) }
      let kept = places.map { bytes[$0] }
      for place in places { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
      if let model = try? load(bytes) {
        _ = NameSpeller(model, weights).spellings(of: "شكيب الدرويش", count: 5)
      }
      for (place, byte) in zip(places, kept) { bytes[place] = byte }
    }
  }

  @Test func weightsThatAreNone() {
    #expect(SpellingWeights("") == nil)
    #expect(SpellingWeights("feature\tforeign\nall\tx") == nil)
  }

  @Test func latinLettersAreComparedWithoutMarks() {
    let expected = Array("erdogan".utf8)
    for name in ["Erdogan", "Erdoğan", "ERDOĞAN", "er-do gan", "Érdo’gan"] {
      #expect(NameLetters.latin(name) == expected)
    }
    #expect(NameLetters.plain("Łódź Ørsted Straße") == "Lodz Orsted Strasse")
  }

  @Test func evaluationCountsAsTheTaskDoes() {
    func spelling(_ text: String, _ probability: Double) -> NameSpelling {
      NameSpelling(text: text, probability: probability, layers: [.model])
    }
    var evaluation = NameEvaluation(mistakes: 5)
    evaluation.add("ا", [spelling("Al-Assad", 0.9), spelling("x", 0.1)], gold: ["alassad"])
    evaluation.add("ب", [spelling("Boutine", 0.5), spelling("Putin", 0.4)], gold: ["Putin"])
    evaluation.add("ج", [], gold: ["abcd"])
    evaluation.add("د", [spelling("x", 1)], gold: ["..."])
    #expect(evaluation.names == 3)
    #expect(evaluation.right == [1, 2, 2])
    #expect(abs(evaluation.meanReciprocalRank - 0.5) < 1e-9)
    // Boutine to putin: four letters; nothing to abcd: four; of 7 + 5 + 4.
    #expect(abs(evaluation.characterErrorRate - 7.0 / 16) < 0.07)
    #expect(evaluation.mistakes.map(\.name) == ["ب", "ج"])
  }
}
