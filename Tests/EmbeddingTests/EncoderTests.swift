import CKernels
import Foundation
import TestSupport
import Testing

@testable import Embedding

@Suite(.enabled(if: InstalledModel.obstacle == nil, "\(InstalledModel.obstacle ?? "")"))
struct EncoderTests {
  /// Pairs of the fixture that translate each other.
  private func pairs() throws -> [(arabic: String, english: String)] {
    let sentences = try Reference().sentences
    return stride(from: 0, to: 18, by: 2).map { (sentences[$0], sentences[$0 + 1]) }
  }

  @Test func translationsAreNearest() throws {
    let pairs = try pairs()
    let encoder = try InstalledModel.encoder()
    let arabic = try encoder.vectors(of: pairs.map(\.arabic))
    let english = try encoder.vectors(of: pairs.map(\.english))
    for i in pairs.indices {
      let similarities = pairs.indices.map { cosine(arabic, i, english, $0) }
      #expect(similarities.max() == similarities[i], "\(pairs[i].arabic)")
    }
  }

  /// What else is encoded, in which order and on how many threads changes no bit.
  @Test func neighboursAndThreadsDoNotMatter() throws {
    let encoder = try InstalledModel.encoder()
    let sentences = try Reference().sentences
    let one = try encoder.vectors(of: sentences, threads: 1)
    #expect(try encoder.vectors(of: sentences + sentences, threads: 4) == one + one)
    for index in [0, 7, sentences.count - 1] {
      let range = (index * 512)..<(index * 512 + 512)
      #expect(try encoder.vectors(of: [sentences[index]]) == Array(one[range]))
    }
  }

  @Test func kernelsAgree() throws {
    let sentences = try Reference().sentences
    let portable = try InstalledModel.encoder(kernel: Int32(CK_PORTABLE)).vectors(of: sentences)
    let best = try InstalledModel.encoder().vectors(of: sentences)
    for index in sentences.indices {
      #expect(cosine(portable, index, best, index) > 0.999_99)
    }
  }

  @Test func vectorsAreOfLengthOne() throws {
    let texts = ["", ".", "a", "ᚠ", "الرئيس", String(repeating: "الرئيس قال ", count: 500)]
    let vectors = try InstalledModel.encoder().vectors(of: texts)
    for index in texts.indices {
      #expect(abs(cosine(vectors, index, vectors, index) - 1) < 1e-5)
    }
  }

  /// Features of neighbours add up to nearly what their joined text has.
  @Test func blocksAreNearlyExact() throws {
    let encoder = try InstalledModel.encoder()
    let pairs = try pairs()
    for sentences in [pairs.map(\.arabic), pairs.map(\.english)] {
      let text = Array(sentences.joined(separator: " ").utf8)
      var ranges: [Range<Int>] = []
      for sentence in sentences {
        let start = ranges.last.map { $0.upperBound + 1 } ?? 0
        ranges.append(start..<(start + sentence.utf8.count))
      }
      let features = try encoder.encode(ranges, of: text.span)
      #expect(features.tokenCounts.allSatisfy { $0 >= 3 })
      let blocks = (1..<ranges.count).map { ($0 - 1)..<($0 + 1) }
      let sums = encoder.vectors(of: blocks, in: features)
      let exact = try encoder.vectors(
        of: blocks.map { ranges[$0.lowerBound].lowerBound..<ranges[$0.upperBound - 1].upperBound },
        of: text.span)
      for block in blocks.indices { #expect(cosine(sums, block, exact, block) >= 0.9) }
      // A block of one is the sentence itself, whether its features came alone or not.
      let single = encoder.vectors(of: ranges.indices.map { $0..<($0 + 1) }, in: features)
      #expect(try single == encoder.vectors(of: ranges, of: text.span))
      var parts = try encoder.encode(Array(ranges[..<4]), of: text.span)
      parts.append(try encoder.encode(Array(ranges[4...]), of: text.span))
      #expect(encoder.vectors(of: blocks, in: parts) == sums)
      // In half a kilobyte a sentence they still look nearly the same way.
      var compact = CompactFeatures()
      compact.append(features)
      let small = encoder.vectors(of: blocks, in: compact)
      for block in blocks.indices { #expect(cosine(small, block, sums, block) >= 0.97) }
      #expect(
        encoder.vectors(of: [0..<0, 90..<99], in: compact).allSatisfy { $0 == 0 })
    }
  }

  @Test func rangesThatAreNotThere() throws {
    let encoder = try InstalledModel.encoder()
    let text = Array("Putin said.".utf8)
    #expect(try encoder.vectors(of: [Range<Int>](), of: text.span).isEmpty)
    let vectors = try encoder.vectors(
      of: [0..<11, 0..<99, 50..<60, 3..<3, -5 ..< -1], of: text.span)
    let wanted = try encoder.vectors(of: ["Putin said.", "Putin said.", "", "", ""])
    #expect(vectors == wanted)
    let features = try encoder.encode([0..<11], of: text.span)
    let blocks = encoder.vectors(of: [0..<1, 0..<5, 1..<3, 0..<0, -3..<1], in: features)
    #expect(Array(blocks[512..<1024]) == Array(blocks[..<512]))
    #expect(blocks[1024..<2048].allSatisfy { $0 == 0 })
    #expect(Array(blocks[2048...]) == Array(blocks[..<512]))
  }

  /// Cutting a long text into runs loses nothing at their borders.
  @Test func longTextsAreWhole() throws {
    let encoder = try InstalledModel.encoder()
    let sentence = "قال الرئيس إن المحادثات ستستأنف غدا. "
    let short = String(repeating: sentence, count: 20)
    let long = String(repeating: sentence, count: 400)
    let features = try encoder.encode([0..<long.utf8.count], of: Array(long.utf8).span)
    // What a token sees is the same everywhere but near the ends.
    let perSentence = Float(features.tokenCounts[0] - 2) / 400
    #expect(perSentence.rounded() == perSentence)
    let inner = features.values[..<512].map { $0 / 400 }
    let shortFeatures = try encoder.encode([0..<short.utf8.count], of: Array(short.utf8).span)
    let innerOfShort = shortFeatures.values[..<512].map { $0 / 20 }
    let distance = zip(inner, innerOfShort).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let length = inner.reduce(0) { $0 + $1 * $1 }
    #expect((distance / length).squareRoot() < 0.05)
  }

  @Test func progressEndsWithAll() throws {
    let encoder = try InstalledModel.encoder()
    let text = Array("Putin said.".utf8)
    var calls: [Int] = []
    _ = try encoder.encode([Range<Int>](repeating: 0..<11, count: 100), of: text.span, threads: 3) {
      calls.append($0)
      #expect($1 == 100)
    }
    #expect(calls.last == 100)
    #expect(calls == calls.sorted())
  }

  /// A changed byte of the largest section, which is not read when the model is opened.
  @Test func damageIsFoundInUse() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: ModelLocation.path ?? ""))
    #expect(throws: Never.self) { try ModelInfo(modelAt: ModelLocation.path ?? "") }
    // The row of U+2581, the sixth of the vocabulary's 128,000, in the file's last section.
    bytes[bytes.count - (128_000 - 6) * 512 + 100] ^= 1
    try bytes.write(to: url)
    let encoder = try SentenceEncoder(modelAt: url.path)
    #expect(try !encoder.vectors(of: ["قال"]).isEmpty)
    #expect(throws: ModelFileError.damaged(path: url.path)) { try encoder.vectors(of: ["قال ."]) }
    #expect(throws: ModelFileError.damaged(path: url.path)) { try ModelInfo(modelAt: url.path) }
  }
}
