/// Cuts a text into the most probable sequence of the vocabulary's pieces.
///
/// It follows SentencePiece's unigram model (Kudo 2018): normalise, write U+2581 for a space and
/// before the text, then find the best path. No piece has U+2581 but at its beginning, so words are
/// cut one by one, in memory for the longest. Where it differs from SentencePiece: marks of
/// `TextPreparation` are gone, names of control pieces are ordinary text, and a word of more than
/// `longestWord` bytes is cut there. A tokenizer keeps its buffers; each thread has one.
struct Tokenizer: Sendable {
  static let begin: Int32 = 1
  static let end: Int32 = 2
  /// Bytes of a word at most.
  static let longestWord = 8192

  private let map: CharacterMap
  private var unigrams: UnigramModel
  /// Whether text is tokenised as the Python package does: as it is, unknown characters one by one.
  private let imitatesPackage: Bool

  private var prepared: [UInt8] = []
  private var word: [UInt8] = []
  /// Spaces seen since the last other character; those at the end of a text are dropped.
  private var heldSpaces = 0
  init(_ model: ModelFile, imitatesPackage: Bool) throws(ModelFileError) {
    map = try CharacterMap(model)
    unigrams = UnigramModel(try PieceTrie(model), mergesUnknown: !imitatesPackage)
    self.imitatesPackage = imitatesPackage
  }

  private static let space: [UInt8] = [0xE2, 0x96, 0x81]

  /// Writes a text's pieces over `pieces`, between the ids of begin and end; at least one unknown.
  mutating func tokenize(_ text: UnsafeBufferPointer<UInt8>, into pieces: inout [Int32]) {
    TextPreparation.prepare(text, deletingMarks: !imitatesPackage, into: &prepared)
    pieces.removeAll(keepingCapacity: true)
    pieces.append(Self.begin)
    word.removeAll(keepingCapacity: true)
    heldSpaces = 0
    let input = prepared
    input.withUnsafeBufferPointer { normalize($0, into: &pieces) }
    cutWord(into: &pieces)
    if pieces.count == 1 { pieces.append(UnigramModel.unknown) }
    pieces.append(Self.end)
  }

  /// Replaces characters, joins runs of spaces and cuts each word as it ends.
  private mutating func normalize(
    _ text: UnsafeBufferPointer<UInt8>, into pieces: inout [Int32]
  ) {
    heldSpaces = 1
    var isAfterSpace = true
    var at = 0
    while at < text.count {
      var (replacement, length) = map.match(at: at, of: text)
      at += length
      if isAfterSpace { replacement = replacement.drop { $0 == 0x20 } }
      guard let last = replacement.last else { continue }
      isAfterSpace = last == 0x20
      while let first = replacement.first {
        let length = min(characterLength(first), replacement.count)
        let character = replacement.prefix(length)
        if first == 0x20 || character.elementsEqual(Self.space) {
          cutWord(into: &pieces)
          heldSpaces += 1
        } else {
          add(character, into: &pieces)
        }
        replacement = replacement.dropFirst(length)
      }
    }
  }

  private mutating func add(
    _ character: Slice<UnsafeBufferPointer<UInt8>>, into pieces: inout [Int32]
  ) {
    if heldSpaces > 0 {
      for _ in 1..<heldSpaces {
        word += Self.space
        cutWord(into: &pieces)
      }
      word += Self.space
      heldSpaces = 0
    } else if word.count >= Self.longestWord {
      cutWord(into: &pieces)
    }
    for byte in character { word.append(byte) }
  }

  /// Appends the pieces of the word, and empties it.
  private mutating func cutWord(into pieces: inout [Int32]) {
    unigrams.cut(word, into: &pieces)
    word.removeAll(keepingCapacity: true)
  }
}
