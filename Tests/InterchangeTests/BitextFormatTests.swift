import Foundation
import Terminology
import TestSupport
import Testing
import Text

@testable import Compliance
@testable import Interchange

@Suite struct BitextFormatTests {
  /// Two beads and a sentence left alone.
  private let bitext: Bitext

  init() throws {
    bitext = Bitext(
      source: try SegmentedText(
        Document(name: "s", text: "قال \"نعم\" & <لا>\nثم مضى. وعاد.\nانتهى")),
      target: try SegmentedText(
        Document(name: "t", text: "He said \\\t\"yes\" & <no>\nThen he left")),
      beads: [
        Bead(source: 0..<1, target: 0..<1, confidence: 0.98765),
        Bead(source: 1..<3, target: 1..<2, confidence: 1),
        Bead(source: 3..<4, target: 2..<2, confidence: 0),
      ])
  }

  private func written(_ format: BitextFormat) throws -> String {
    var output = ""
    try format.write(bitext, toolVersion: "1.2.3", to: &output)
    return output
  }

  @Test func tsvHasAHeaderAndEscapes() throws {
    #expect(
      try written(.tsv) == """
        source_indexes\ttarget_indexes\tconfidence\ttype\tsource\ttarget\treview
        0\t0\t0.9877\t1-1\tقال "نعم" & <لا>\tHe said \\\\\\t"yes" & <no>\t
        1,2\t1\t1.0000\t2-1\tثم مضى. وعاد.\tThen he left\t
        3\t\t0.0000\t1-0\tانتهى\t\treview

        """)
  }

  /// A translator sees at once that two sentences changed places.
  @Test func crossingBeadsAreMarked() throws {
    let bitext = Bitext(
      source: try SegmentedText(Document(name: "s", text: "أولا\nثانيا\nثالثا")),
      target: try SegmentedText(Document(name: "t", text: "Second\nFirst\nThird")),
      beads: [
        Bead(source: 0..<1, target: 1..<2, confidence: 0.9),
        Bead(source: 1..<2, target: 0..<1, confidence: 0.9),
        Bead(source: 2..<3, target: 2..<3, confidence: 0.9),
      ])
    #expect(bitext.crossings == [true, true, false])
    #expect(self.bitext.crossings == [false, false, false])
    var table = ""
    try SideBySide(width: 60, hasColor: false, hasIsolates: false).write(bitext, to: &table)
    #expect(
      table.split(separator: "\n").map { String($0.prefix(10)) } == [
        " 1-1×  90%", " 1-1×  90%", " 1-1   90%",
      ])
    let summary = BitextSummary(bitext, minimumConfidence: 0.5)
    #expect(summary.line == "3 beads: 3 1-1; 2 cross; mean confidence 0.90")
    #expect(
      summary.lines(columns: 80, hasIsolates: false).first
        == "3 beads of 3 and 3 sentences: 3 1-1; 2 cross")
  }

  @Test func linksHaveTheConfidenceWhereVecalignHasTheCost() throws {
    #expect(
      try written(.links) == "[0]:[0]:0.9877\n[1, 2]:[1]:1.0000\n[3]:[]:0.0000\n")
  }

  @Test func tmxIsWellFormedAndComplete() throws {
    let text = try written(.tmx)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">"))
    for needed in [
      "creationtool=\"dragoman\"", "creationtoolversion=\"1.2.3\"", "segtype=\"sentence\"",
      "o-tmf=", "adminlang=\"en\"", "srclang=\"ar\"", "datatype=\"plaintext\"",
      "<tuv xml:lang=\"ar\"><seg>قال \"نعم\" &amp; &lt;لا&gt;</seg></tuv>",
      "<tuv xml:lang=\"en\"><seg>Then he left</seg></tuv>", "<seg>انتهى</seg>",
    ] {
      #expect(text.contains(needed), "\(needed)")
    }
    #expect(text.components(separatedBy: "<tu>").count == 4)
  }

  @Test func tmxRefusesWhatXMLCannotHold() throws {
    let bad = Bitext(
      source: try SegmentedText(Document(name: "s", text: "سطر\nقال\u{1}نعم")),
      target: try SegmentedText(Document(name: "t", text: "x")),
      beads: [Bead(source: 0..<2, target: 0..<1, confidence: 1)])
    var output = ""
    #expect(
      throws: TMXError.forbiddenCharacter(
        file: "s", position: Position(line: 2, column: 4), scalar: 1)
    ) {
      try BitextFormat.tmx.write(bad, toolVersion: "1", to: &output)
    }
  }

  @Test func jsonLinesCarryRanges() throws {
    let lines = try written(.jsonl).split(separator: "\n")
    #expect(lines.count == 3)
    for (line, bead) in zip(lines, bitext.beads) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["type"] as? String == bead.type)
      let source = try #require(object["source"] as? [[String: Any]])
      for (sentence, index) in zip(source, bead.source) {
        let range = bitext.source.sentences[index]
        #expect(sentence["start"] as? Int == range.lowerBound)
        #expect(sentence["end"] as? Int == range.upperBound)
        #expect(sentence["text"] as? String == bitext.source.string(index))
      }
    }
  }

  @Test func sideBySideFitsItsWidthAndKeepsDirections() throws {
    for width in [40, 80, 120] {
      var output = ""
      try SideBySide(width: width, hasColor: false, hasIsolates: true).write(bitext, to: &output)
      for line in output.split(separator: "\n") {
        let visible = line.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }
        #expect(visible.count <= width, "\(line)")
      }
      #expect(output.contains("\u{2067}قال \"نعم\" & <لا>\u{2069}") || width == 40)
      #expect(
        output.unicodeScalars.count { $0 == "\u{2069}" }
          == output.unicodeScalars.count {
            $0 == "\u{2066}" || $0 == "\u{2067}"
          })
    }
  }

  /// Marks, ligatures, joiners, emoji and wide letters leave the line between the columns straight.
  @Test func columnsLineUp() throws {
    let source =
      "قَالَ الرَّئيسُ: \"لا\" 👍🏽 می\u{200C}رود ﻻ ❤\u{FE0F} 👨\u{200D}👩\u{200D}👧 中文 e\u{301} إلخ"
    let bitext = Bitext(
      source: try SegmentedText(Document(name: "s", text: source)),
      target: try SegmentedText(Document(name: "t", text: "He said “no” 中文 🇪🇬 and left")),
      beads: [Bead(source: 0..<1, target: 0..<1, confidence: 0.9)])
    for width in [40, 60, 80] {
      var output = ""
      try SideBySide(width: width, hasColor: false, hasIsolates: true).write(bitext, to: &output)
      let columns = output.split(separator: "\n").compactMap { line -> Int? in
        let bytes = Array(line.utf8)
        guard let rule = line.unicodeScalars.firstIndex(of: "│") else { return nil }
        let end = line.utf8.distance(from: line.startIndex, to: rule)
        #expect(TerminalWidth.columns(of: 0..<bytes.count, in: bytes.span) <= width)
        return TerminalWidth.columns(of: 0..<end, in: bytes.span)
      }
      #expect(Set(columns).count == 1 && !columns.isEmpty, "\(width): \(columns)")
    }
  }

  @Test func controlsInATextCannotReachTheTerminal() throws {
    let hostile = Bitext(
      source: try SegmentedText(Document(name: "s", text: "قال\u{1B}[31m\u{202E}نعم")),
      target: try SegmentedText(Document(name: "t", text: "a\u{7}\tb\u{2066}")),
      beads: [Bead(source: 0..<1, target: 0..<1, confidence: 0.3)])
    var output = ""
    try SideBySide(width: 80, hasColor: false, hasIsolates: false).write(hostile, to: &output)
    let finding = Finding(
      rule: .termMissing,
      concept: Concept(
        id: "c", domain: "d", arabic: "قال", renderings: [Rendering("said", .preferred)]),
      bead: 0, source: hostile.source.sentences[0], target: hostile.target.sentences[0],
      expected: ["said"], found: nil, reason: "why")
    try FindingsFormat.text.write(
      Report(findings: [finding], terms: 1, untranslated: 0, doubtful: 0), of: hostile,
      hasIsolates: false, to: &output)
    for scalar in output.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar != "\u{202E}" && scalar != "\u{2066}")
    }
  }
}
