/// What the line breaks of a text are.
package enum LineBreaks: Sendable {
  /// Each ends a paragraph.
  case endParagraphs
  /// Those within a block of lines come of hard wrapping.
  case wrap
  /// The text shows which.
  case detect
}

/// A user's text: its exact bytes in UTF-8, and the paragraphs its lines make.
///
/// Every range in Dragoman is a range of UTF-8 bytes of `bytes`. A byte order mark stays in
/// `bytes` but belongs to no paragraph. Text that came in another encoding is held as the UTF-8
/// it decodes to.
package struct Document: Sendable {
  /// The name people know the text by: its path, or `standard input`.
  package let name: String
  /// Valid UTF-8, as the user wrote it.
  package let bytes: [UInt8]
  /// Each line that is not blank, without its terminator, or the lines that hard wrapping made of
  /// one paragraph; in order.
  package let paragraphs: [Range<Int>]

  /// Whether lines may have been joined, so that a paragraph can have line breaks in it.
  package let isWrapped: Bool

  /// A document of `bytes`, which must be text.
  ///
  /// - Parameter encoding: an ICU charset name for text that is not Unicode; nil where all text is
  ///   UTF-8 (with or without a byte order mark) or UTF-16 with one.
  /// - Throws: `DocumentError`, which names the byte where the text stops being text.
  package init(
    name: String, bytes: consuming [UInt8], encoding: String? = nil,
    lineBreaks: LineBreaks = .endParagraphs
  ) throws(DocumentError) {
    let text = try decodeText(bytes, encoding: encoding, name: name)
    self.init(name: name, validated: text, wrap: HardWrap.of(lineBreaks, text.span))
  }

  /// A document of a string.
  package init(name: String, text: String, lineBreaks: LineBreaks = .endParagraphs) {
    let text = Array(text.utf8)
    self.init(name: name, validated: text, wrap: HardWrap.of(lineBreaks, text.span))
  }

  /// A piece of a longer text, whose wrapping is known of the whole.
  package init(name: String, piece: consuming [UInt8], wrap: HardWrap?) throws(DocumentError) {
    let text = piece
    try checkText(text, name: name)
    self.init(name: name, validated: text, wrap: wrap)
  }

  private init(name: String, validated text: [UInt8], wrap: HardWrap?) {
    var paragraphs: [Range<Int>] = []
    let span = text.span
    var lines = Lines(from: byteOrderMarkLength(span))
    /// The line before, if it is not blank and its paragraph may go on.
    var before: Range<Int>?
    while let line = lines.nextLine(in: span) {
      if isBlank(line, in: span) {
        before = nil
        continue
      }
      if let wrap, let before, let paragraph = paragraphs.last, wrap.joins(before, line, span) {
        paragraphs[paragraphs.count - 1] = paragraph.lowerBound..<line.upperBound
      } else {
        paragraphs.append(line)
      }
      before = line
    }
    self.name = name
    self.bytes = text
    self.paragraphs = paragraphs
    isWrapped = wrap != nil
  }

  /// Where the text begins: behind a byte order mark.
  package var contentStart: Int { byteOrderMarkLength(bytes.span) }

  /// The text of a range as a string.
  package func string(_ range: Range<Int>) -> String { bytes.span.string(range) }

  /// The text of a range on one line: a line break and the white space around it are one space.
  package func unwrappedString(_ range: Range<Int>) -> String {
    if !isWrapped { return string(range) }
    var text = ""
    forEachLine(of: range) { line in
      if !text.isEmpty { text += " " }
      text += string(line)
    }
    return text
  }

  /// Calls `body` with the parts of a range that line breaks part, without the white space around.
  package func forEachLine(of range: Range<Int>, _ body: (Range<Int>) -> Void) {
    let part = bytes.span.extracting(0..<range.upperBound)
    var lines = Lines(from: range.lowerBound)
    while let line = lines.nextLine(in: part) {
      let isFirst = line.lowerBound == range.lowerBound
      let isLast = line.upperBound == range.upperBound
      let inner = trimmed(line, in: part)
      let start = isFirst ? line.lowerBound : inner.lowerBound
      let content = start..<max(start, isLast ? line.upperBound : inner.upperBound)
      if !content.isEmpty { body(content) }
    }
  }
}

/// Why bytes could not be read as text.
package enum DocumentError: Error, Equatable, Sendable {
  /// Not UTF-8: the first byte of the first bad sequence, and where it is.
  case malformedUTF8(name: String, offset: Int, byte: UInt8, position: Position)
  /// A zero byte: the file is binary, or UTF-16 without a byte order mark.
  case binary(name: String, offset: Int)
  /// A byte sequence the charset does not have; the offset is one of the input.
  case malformed(name: String, charset: String, offset: Int, bytes: [UInt8])
  /// ICU knows no charset of that name.
  case unknownCharset(name: String)

  /// The same error of a text of which the piece it was found in is a part.
  package func moved(bytes: Int, lines: Int) -> DocumentError {
    switch self {
    case .malformedUTF8(let name, let offset, let byte, let position):
      .malformedUTF8(
        name: name, offset: offset + bytes, byte: byte,
        position: Position(line: position.line + lines, column: position.column))
    case .binary(let name, let offset): .binary(name: name, offset: offset + bytes)
    case .malformed, .unknownCharset: self
    }
  }
}

/// A place for people: line and column from 1, columns counted in Unicode scalars.
package struct Position: Equatable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package var description: String { "\(line):\(column)" }
}

/// Where the lines of a text begin, so that places are found by binary search.
///
/// Lines end in LF, CR or CRLF, as editors count them; a line separator or form feed also ends a
/// paragraph, but no line.
package struct LineIndex: Sendable {
  private let starts: [Int]

  package init(_ document: Document) { self.init(document.bytes.span) }

  init(_ bytes: Span<UInt8>) {
    var starts = [byteOrderMarkLength(bytes)]
    for offset in bytes.indices {
      let isLineEnd =
        bytes[offset] == 0x0A
        || (bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      if isLineEnd { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The line and column of byte `offset` of `bytes`, the text the index was made of.
  package func position(of offset: Int, in bytes: Span<UInt8>) -> Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    var at = starts[low]
    while at < offset {
      if bytes[at] & 0xC0 != 0x80 { column += 1 }
      at += 1
    }
    return Position(line: low + 1, column: column)
  }
}

/// 3 where the text begins with UTF-8's byte order mark, else 0.
func byteOrderMarkLength(_ bytes: Span<UInt8>) -> Int {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}

/// Whether a range has nothing but white space.
func isBlank(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
  trimmed(range, in: bytes).isEmpty
}

/// A range without white space at its ends; empty where there is nothing else.
func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
  var start = range.lowerBound
  while start < range.upperBound {
    let scalar = bytes.scalar(at: start)
    guard isWhitespace(scalar.value) else { break }
    start += scalar.length
  }
  var end = range.upperBound
  while let scalar = bytes.scalar(before: end, notBefore: start), isWhitespace(scalar.value) {
    end -= scalar.length
  }
  return start..<end
}
