import Foundation
import TestSupport
import Testing
import Text

@testable import Workbench

@Suite struct TextStreamTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ bytes: [UInt8]) throws -> TextInput {
    let url = folder.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: url)
    return TextInput(path: url.path)
  }

  /// The paragraphs of the stream, at their places in the whole text.
  private func paragraphs(
    _ input: TextInput, _ lineBreaks: LineBreaks, capacity: Int
  ) throws -> [Range<Int>] {
    var stream = try TextStream(input, lineBreaks: lineBreaks, capacity: capacity)
    var paragraphs: [Range<Int>] = []
    while let piece = try stream.next() {
      paragraphs += piece.document.paragraphs.map {
        $0.lowerBound + piece.offset..<$0.upperBound + piece.offset
      }
    }
    return paragraphs
  }

  @Test(arguments: [1, 7, 100, 1_000, 100_000], [LineBreaks.endParagraphs, .detect, .wrap])
  func inPiecesAsInOne(capacity: Int, lineBreaks: LineBreaks) throws {
    var generator = Generator(seed: 7)
    var texts = (0..<20).map { _ in generator.text(length: 200).replacing("\0", with: "") }
    texts.append(try Repository.text("seeds/syria-truce.ar.txt"))
    texts.append(try Repository.text("README.md"))
    for text in texts {
      let bytes = Array(text.utf8)
      // What a piece of a megabyte shows of the wrapping is not seen in one of seven bytes.
      if case .endParagraphs = lineBreaks {
        #expect(
          try paragraphs(file(bytes), lineBreaks, capacity: capacity)
            == Document(name: "t", text: text).paragraphs)
      } else if capacity >= bytes.count {
        #expect(
          try paragraphs(file(bytes), lineBreaks, capacity: capacity)
            == Document(name: "t", text: text, lineBreaks: lineBreaks).paragraphs)
      } else {
        _ = try paragraphs(file(bytes), lineBreaks, capacity: capacity)
      }
    }
  }

  @Test func anErrorIsWhereItIsInTheWholeText() throws {
    let input = try file(Array("ab\ncd\nef\ng".utf8) + [0xC8, 0x0A])
    #expect(
      throws: DocumentError.malformedUTF8(
        name: input.path, offset: 10, byte: 0xC8, position: Position(line: 4, column: 2))
    ) {
      try paragraphs(input, .endParagraphs, capacity: 4)
    }
    let binary = try file(Array("ab\ncd\n".utf8) + [0, 0x0A])
    #expect(throws: DocumentError.binary(name: binary.path, offset: 6)) {
      try paragraphs(binary, .endParagraphs, capacity: 3)
    }
  }

  @Test func aLongParagraphIsCutBetweenSentences() throws {
    let text = "قال نعم؟ ومضى. ثم عاد وقال لا شيء البتة"
    var stream = try TextStream(
      file(Array(text.utf8)), lineBreaks: .detect, capacity: 8, longestParagraph: 30)
    var pieces: [String] = []
    while let piece = try stream.next() {
      pieces.append(String(decoding: piece.document.bytes, as: UTF8.self))
    }
    #expect(pieces == ["قال نعم؟ ومضى. ", "ثم عاد وقال لا ", "شيء البتة"])
  }

  @Test func otherEncodingsAreReadToo() throws {
    let utf16: [UInt8] =
      [0xFF, 0xFE] + "قال\nنعم\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try paragraphs(file(utf16), .endParagraphs, capacity: 4) == [0..<6, 7..<13])
    let windows = try TextInput(path: file([0xC8, 0x0A, 0xC8]).path, encoding: "windows-1256")
    #expect(try paragraphs(windows, .endParagraphs, capacity: 1) == [0..<2, 3..<5])
  }
}
