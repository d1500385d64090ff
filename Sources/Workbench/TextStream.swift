import Text

/// Reads a text as documents of whole paragraphs, about a quarter of a megabyte at a time, so that the memory
/// does not grow with the text.
///
/// A text in UTF-16 or a named encoding is held whole, a longer paragraph as far as needed, unless
/// it may be cut between sentences.
package struct TextStream: ~Copyable {
  /// Some paragraphs of the text.
  package struct Piece {
    /// The paragraphs; offsets begin at 0.
    package let document: Document
    /// Bytes of the text before the piece.
    package let offset: Int
    /// Whether it begins within a paragraph that was cut.
    package let continuesParagraph: Bool
  }

  private let input: TextInput
  private let source: ByteSource
  private let lineBreaks: LineBreaks
  private let capacity: Int
  private let longestParagraph: Int
  private var wrap: HardWrap??
  private var pending: [UInt8] = []
  private var offset = 0
  private var lines = 0
  private var isCut = false
  private var isAtEnd = false

  /// - Parameters:
  ///   - capacity: about how many bytes to hold.
  ///   - longestParagraph: bytes from which on a paragraph is cut where a sentence seems to end.
  package init(
    _ input: TextInput, lineBreaks: LineBreaks, capacity: Int = 1 << 18,
    longestParagraph: Int = .max
  ) throws(FileError) {
    source = try ByteSource(input)
    self.input = input
    self.lineBreaks = lineBreaks
    self.capacity = capacity
    self.longestParagraph = longestParagraph
  }

  /// The next piece; nil at the end.
  ///
  /// An empty text has none.
  ///
  /// - Throws: `FileError` for the file, `DocumentError` for what is in it, with its place in the
  ///   whole text.
  package mutating func next() throws -> Piece? {
    var wanted = capacity
    while !isAtEnd {
      isAtEnd = try source.fill(&pending, upTo: wanted)
      if isWhole {
        while !isAtEnd { isAtEnd = try source.fill(&pending, upTo: pending.count + capacity) }
        break
      }
      if wrap == nil { wrap = .some(HardWrap.of(lineBreaks, pending.span)) }
      if pending.count >= wanted, let cut = lastParagraphEnd() { return try piece(cut) }
      if pending.count >= longestParagraph, let cut = lastSentenceEnd() {
        return try piece(cut, cutsParagraph: true)
      }
      wanted = pending.count + capacity
    }
    return pending.isEmpty ? nil : try piece(pending.count)
  }

  /// Whether the text must be converted, which is done for all of it at once.
  private var isWhole: Bool {
    guard offset == 0 else { return false }
    return input.encoding != nil || pending.starts(with: [0xFF, 0xFE])
      || pending.starts(with: [0xFE, 0xFF])
  }

  private mutating func piece(_ count: Int, cutsParagraph: Bool = false) throws -> Piece {
    let continues = isCut
    isCut = cutsParagraph
    let bytes = count == pending.count ? pending : Array(pending[..<count])
    let start = offset
    let line = lines
    offset += count
    if count == pending.count { pending = [] } else { pending.removeFirst(count) }
    if start == 0, isAtEnd {
      // The whole text: it may be in any encoding.
      return Piece(
        document: try Document(
          name: input.name, bytes: bytes, encoding: input.encoding, lineBreaks: lineBreaks),
        offset: 0, continuesParagraph: false)
    }
    lines += bytes.span.count(of: 0x0A)
    do {
      return Piece(
        document: try Document(name: input.name, piece: bytes, wrap: wrap ?? nil), offset: start,
        continuesParagraph: continues)
    } catch {
      throw error.moved(bytes: start, lines: line)
    }
  }

  /// Behind the last space that follows an end mark, or else the last space.
  private func lastSentenceEnd() -> Int? {
    var space: Int?
    var at = pending.count - 1
    while at > 0 {
      if pending[at] == 0x20 {
        let isArabicQuestion = pending[at - 1] == 0x9F && at > 1 && pending[at - 2] == 0xD8
        if [0x2E, 0x21, 0x3F].contains(pending[at - 1]) || isArabicQuestion { return at + 1 }
        space = space ?? at + 1
      }
      at -= 1
    }
    return space
  }

  /// Behind the last line break in what is held that surely ends a paragraph.
  private func lastParagraphEnd() -> Int? {
    let isWrapped = (wrap ?? nil) != nil
    var at = pending.count
    while at > 1 {
      at -= 1
      guard pending[at] == 0x0A else { continue }
      if !isWrapped { return at + 1 }
      // Where lines may be joined, a blank line.
      let before = at > 1 && pending[at - 1] == 0x0D ? at - 2 : at - 1
      if pending[before] == 0x0A { return at + 1 }
    }
    return nil
  }
}
