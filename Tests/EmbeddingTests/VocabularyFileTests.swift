import TestSupport
import Testing

@testable import Embedding

/// The vocabulary's file and the trie made of it.
@Suite struct VocabularyFileTests {
  private let words = VocabularyWriter.words
  private let right = VocabularyWriter.right

  @Test func piecesAndTrie() throws {
    let vocabulary = try VocabularyFile(right)
    #expect(vocabulary.pieces.count == 3 + words.count)
    #expect(vocabulary.mapUnits == [0] && vocabulary.mapTexts == [0])
    let trie = PieceTrieBuilder(vocabulary)
    #expect(trie.firstChild.count == trie.labels.count + 1)
    #expect(trie.pieces.count == trie.labels.count)
    // Each word is found from the root, and nothing else is.
    func find(_ text: String) -> Int32 {
      var node = 0
      for byte in text.utf8 {
        let children = Int(trie.firstChild[node])..<Int(trie.firstChild[node + 1])
        #expect(children.map { trie.labels[$0] } == children.map { trie.labels[$0] }.sorted())
        guard let child = children.first(where: { trie.labels[$0] == byte }) else { return -1 }
        node = child
      }
      return trie.pieces[node]
    }
    for (index, word) in words.enumerated() { #expect(find(word) == Int32(3 + index)) }
    for other in ["", "<s>", "<unk>", "abcd", "قال", "▁a"] { #expect(find(other) == -1) }
  }

  @Test func refused() {
    typealias Writer = VocabularyWriter
    let (controls, map) = (Writer.controls, Writer.map)
    let ordinary = words.reduce([UInt8]()) { $0 + Writer.piece($1) }
    for (bytes, reason) in [
      ([], "no normalisation"), (controls + ordinary, "no normalisation"),
      (
        controls + ordinary + Writer.field(3, Writer.field(2, [8, 0, 0, 0, 0])), "no normalisation"
      ),
      (
        controls + ordinary + Writer.field(3, Writer.field(2, [3, 0, 0, 0, 1, 2, 3, 0])),
        "no normalisation"
      ),
      (map + ordinary, "no pieces for unknown characters, begin and end"),
      (map + controls, "no pieces for unknown characters, begin and end"),
      (right + Writer.piece(""), "a piece is empty, too long, or no text"),
      (right + Writer.piece("x", .nan), "a piece is empty, too long, or no text"),
      (
        right + Writer.piece(String(repeating: "x", count: 256)),
        "a piece is empty, too long, or no text"
      ),
      (right + Writer.piece("a▁b"), "a piece is of two words"),
    ] as [([UInt8], String)] {
      #expect(throws: WheelError.malformed(part: "vocabulary", reason: reason)) {
        try VocabularyFile(bytes)
      }
    }
    for rest: [UInt8] in [[0x80], [10, 5], [0], [11], [13, 1], [9, 1], [0xFF, 0xFF, 0xFF]] {
      #expect(throws: WheelError.self) { try VocabularyFile(right + rest) }
    }
  }

  @Test func numbers() throws {
    var fields = ProtobufFields(
      [8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0x11, 1, 2, 0, 0, 0, 0, 0, 0])
    let first = try fields.next()
    #expect(first?.number == 1 && first?.value == .varint(.max))
    let second = try fields.next()
    #expect(second?.number == 2 && second?.value == .fixed64(0x201))
    #expect(try fields.next() == nil)
    var long = ProtobufFields([8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2])
    #expect(throws: ProtobufFields.Malformed.self) { try long.next() }
  }

  @Test func anyBytes() {
    var generator = Generator(seed: 11)
    for _ in 0..<3000 {
      var bytes = right
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if let vocabulary = try? VocabularyFile(bytes) { _ = PieceTrieBuilder(vocabulary) }
    }
  }
}
