import Foundation
import TestSupport
import Testing

@testable import Embedding

@Suite(.enabled(if: InstalledModel.obstacle == nil, "\(InstalledModel.obstacle ?? "")"))
struct TokenizerTests {
  /// Texts the encoder must not tell apart.
  @Test(arguments: [
    ("كَتَبَ الوَلَدُ", "كتب الولد"), ("رحمٰن", "رحمن"), ("الســـلام", "السلام"),
    ("عام ٢٠٢٤", "عام 2024"), ("سال ۱۴۰۳", "سال 1403"), ("٧١٫٥٠ و١٬٠٠٠", "71.50 و1,000"),
    ("١٥٪", "15%"), ("\u{200F}قال\u{200E} \u{202B}نعم\u{202C}", "قال نعم"),
    ("\u{FEFF}Putin\u{200B}", "Putin"), ("\u{2067}said\u{2069}", "said"),
    ("  many \t spaces\u{A0} here ", "many spaces here"), ("ﻻ", "لا"), ("ﬁgures", "figures"),
    ("a\r\nb", "a b"), ("", " "), ("", "\u{200F}\u{64B}"),
  ])
  func alike(one: String, other: String) throws {
    let encoder = try InstalledModel.encoder()
    #expect(encoder.tokens(of: Array(one.utf8)) == encoder.tokens(of: Array(other.utf8)))
  }

  @Test func nothingIsOneUnknown() throws {
    #expect(try InstalledModel.encoder().tokens(of: []) == [1, 0, 2])
  }

  @Test(arguments: ["<s>", "a </s> b", "<unk>", "extra_token_id_1"])
  func namesOfControlsAreText(text: String) throws {
    let inner = try InstalledModel.encoder().tokens(of: Array(text.utf8)).dropFirst().dropLast()
    #expect(inner.allSatisfy { $0 > 5 })
  }

  @Test func unknownNeighboursAreOne() throws {
    let encoder = try InstalledModel.encoder()
    let one = encoder.tokens(of: Array("ᚠ".utf8))
    #expect(one.filter { $0 == 0 }.count == 1)
    #expect(encoder.tokens(of: Array("ᚠᚢᚦ".utf8)) == one)
    let long = String(repeating: "ᚠ", count: 10_000)
    #expect(encoder.tokens(of: Array(long.utf8)) == one)
  }

  /// No bytes stop it; ids are of the vocabulary, between begin and end.
  @Test func anyBytes() throws {
    let encoder = try InstalledModel.encoder()
    var generator = Generator(seed: 3)
    for round in 0..<600 {
      let bytes =
        round.isMultiple(of: 2)
        ? generator.bytes(length: 60) : Array(generator.text(length: 20).utf8)
      let tokens = encoder.tokens(of: bytes)
      #expect(tokens.count >= 3 && tokens.first == 1 && tokens.last == 2)
      #expect(tokens.dropFirst().dropLast().allSatisfy { $0 == 0 || (6..<128_000).contains($0) })
    }
  }

  /// Bytes that are not UTF-8 are as good as U+FFFD.
  @Test(arguments: [
    [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5], [0xC0, 0x80], [0x80],
  ])
  func malformed(bytes: [UInt8]) throws {
    let encoder = try InstalledModel.encoder()
    let replaced = String(decoding: bytes, as: UTF8.self)
    let text = Array("said ".utf8) + bytes + Array(" he".utf8)
    #expect(encoder.tokens(of: text) == encoder.tokens(of: Array("said \(replaced) he".utf8)))
  }

  /// A space between words is a border for their pieces.
  @Test func wordsAreCutAlone() throws {
    let encoder = try InstalledModel.encoder()
    var generator = Generator(seed: 4)
    let words = [
      "الرئيس", "said", "وبالمحادثات", "ceasefire", "2024", "ᚠ", "،", "Türkiye", "الـUN",
    ]
    for _ in 0..<50 {
      let text = (0..<8).compactMap { _ in words.randomElement(using: &generator) }
      let tokens = encoder.tokens(of: Array(text.joined(separator: " ").utf8))
      let alone = text.flatMap { encoder.tokens(of: Array($0.utf8)).dropFirst().dropLast() }
      #expect(Array(tokens.dropFirst().dropLast()) == alone)
    }
  }

  /// A word without end is cut, and memory does not grow with its square.
  @Test func longWord() throws {
    let encoder = try InstalledModel.encoder()
    let tokens = encoder.tokens(of: [UInt8](repeating: UInt8(ascii: "a"), count: 100_000))
    #expect(tokens.count > 1000)
  }
}

/// What is taken out of a text, without a model.
@Suite struct TextPreparationTests {
  @Test func withoutMarksItIsTheText() {
    var generator = Generator(seed: 5)
    var prepared: [UInt8] = []
    for _ in 0..<300 {
      let bytes = generator.bytes(length: 30) + Array(generator.text(length: 5).utf8)
      bytes.withUnsafeBufferPointer {
        TextPreparation.prepare($0, deletingMarks: false, into: &prepared)
      }
      #expect(prepared == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  /// Preparing twice is preparing once, and no more of the marks is left.
  @Test func preparedTextIsDone() {
    var generator = Generator(seed: 6)
    var once: [UInt8] = []
    var twice: [UInt8] = []
    for _ in 0..<300 {
      let bytes = Array(generator.text(length: 30).utf8)
      bytes.withUnsafeBufferPointer { TextPreparation.prepare($0, into: &once) }
      once.withUnsafeBufferPointer { TextPreparation.prepare($0, into: &twice) }
      #expect(once == twice)
      let scalars = String(decoding: once, as: UTF8.self).unicodeScalars
      #expect(!scalars.contains { (0x64B...0x652).contains($0.value) || $0.value == 0x200F })
    }
  }
}
