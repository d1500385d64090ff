/// A SentencePiece vocabulary: pieces with their scores, and the trie of its normalisation.
///
/// Source: sentencepiece_model.proto of google/sentencepiece.
package struct VocabularyFile {
  struct Piece {
    var text: [UInt8] = []
    /// Logarithm of the piece's probability.
    var score: Float = 0
    /// 1 ordinary, 2 unknown, 3 control, 4 defined by the user, 5 unused, 6 a byte.
    var type = 1

    var isOrdinary: Bool { type == 1 }
  }

  var pieces: [Piece] = []
  /// Units of the trie, and the replacements behind it.
  var mapUnits: [UInt32] = []
  var mapTexts: [UInt8] = []

  /// - Throws: `WheelError.malformed`; no bytes trap.
  package init(_ file: [UInt8]) throws(WheelError) {
    do throws(ProtobufFields.Malformed) {
      var fields = ProtobufFields(file)
      while let (number, value) = try fields.next() {
        guard case .bytes(let range) = value else { continue }
        if number == 1 { pieces.append(try Self.piece(file, range)) }
        if number == 3, let map = try Self.map(file, range) {
          (mapUnits, mapTexts) = Self.split(file[map])
        }
      }
    } catch {
      throw .malformed(part: "vocabulary", reason: "no field at byte \(error.offset)")
    }
    try check()
  }

  private static func piece(
    _ file: [UInt8], _ range: Range<Int>
  ) throws(ProtobufFields.Malformed) -> Piece {
    var piece = Piece()
    var fields = ProtobufFields(file, in: range)
    while let field = try fields.next() {
      switch field {
      case (1, .bytes(let text)): piece.text = Array(file[text])
      case (2, .fixed32(let bits)): piece.score = Float(bitPattern: bits)
      case (3, .varint(let type)): piece.type = Int(clamping: type)
      default: break
      }
    }
    return piece
  }

  private static func map(
    _ file: [UInt8], _ range: Range<Int>
  ) throws(ProtobufFields.Malformed) -> Range<Int>? {
    var fields = ProtobufFields(file, in: range)
    var map: Range<Int>?
    while let field = try fields.next() {
      if case (2, .bytes(let bytes)) = field { map = bytes }
    }
    return map
  }

  /// The map is the trie's size in bytes, the trie, and texts that end in NUL.
  private static func split(_ map: ArraySlice<UInt8>) -> (units: [UInt32], texts: [UInt8]) {
    func unit(_ at: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(map[at + $1]) << (8 * UInt32($1)) }
    }
    guard map.count >= 4 else { return ([], []) }
    let start = map.startIndex + 4
    let size = Int(unit(map.startIndex))
    guard size % 4 == 0, size <= map.count - 4 else { return ([], []) }
    let units = stride(from: start, to: start + size, by: 4).map { unit($0) }
    return (units, Array(map[(start + size)...]))
  }

  /// What the tokenizer counts on.
  private func check() throws(WheelError) {
    func malformed(_ reason: String) -> WheelError {
      .malformed(part: "vocabulary", reason: reason)
    }
    guard !mapUnits.isEmpty, mapTexts.last == 0 else { throw malformed("no normalisation") }
    guard pieces.count > 6, pieces[0].type == 2, pieces[1].type == 3, pieces[2].type == 3 else {
      throw malformed("no pieces for unknown characters, begin and end")
    }
    for piece in pieces where piece.isOrdinary {
      guard !piece.text.isEmpty, piece.text.count <= 255, piece.score.isFinite,
        String(validating: piece.text, as: UTF8.self) != nil
      else { throw malformed("a piece is empty, too long, or no text") }
      guard !piece.text.indices.dropFirst().contains(where: { Self.isSpace(piece.text, $0) })
      else { throw malformed("a piece is of two words") }
    }
  }

  private static func isSpace(_ text: [UInt8], _ at: Int) -> Bool {
    text[at] == 0xE2 && text[at...].starts(with: [0xE2, 0x96, 0x81])
  }
}
