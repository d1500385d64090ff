import TestSupport
import Testing
import Text

@testable import Interchange

@Suite struct BeadsReaderTests {
  private let bitext: Bitext

  init() throws {
    bitext = Bitext(
      source: try SegmentedText(
        Document(name: "s", text: "قال \"نعم\"\\\nثم مضى. وعاد.\nانتهى")),
      target: try SegmentedText(
        Document(name: "t", text: "He said \\\t\"yes\"\nThen he left\nThe end")),
      // A swapped pair and a sentence left alone.
      beads: [
        Bead(source: 0..<1, target: 1..<2, confidence: 0.9877),
        Bead(source: 1..<3, target: 0..<1, confidence: 1),
        Bead(source: 3..<4, target: 2..<2, confidence: 0),
        Bead(source: 4..<4, target: 2..<3, confidence: 0.25),
      ])
  }

  private func read(_ text: String) throws -> [RecordedBead] {
    try readBeads(Document(name: "f", text: text))
  }

  private func written(_ format: BitextFormat) throws -> [RecordedBead] {
    var output = ""
    try format.write(bitext, toolVersion: "1", to: &output)
    return try read(output)
  }

  @Test(arguments: [BitextFormat.links, .tsv, .jsonl])
  func whatAlignWritesIsReadBack(format: BitextFormat) throws {
    let beads = try written(format)
    #expect(beads.map(\.link) == bitext.beads.map { Link($0) })
    #expect(beads.map(\.confidence) == [0.9877, 1, 0, 0.25])
    #expect(beads.map(\.line) == (format == .tsv ? [2, 3, 4, 5] : [1, 2, 3, 4]))
    switch format {
    case .jsonl:
      #expect(beads[1].source == ["ثم مضى.", "وعاد."])
      #expect(beads[1].target == ["He said \\\t\"yes\""])
    case .tsv:
      #expect(beads[1].source == ["ثم مضى. وعاد."])
      #expect(beads[1].target == ["He said \\\t\"yes\""])
      #expect(beads[0].source == ["قال \"نعم\"\\"])
      #expect(beads[2].target == [])
    default: #expect(beads.allSatisfy { $0.source.isEmpty && $0.target.isEmpty })
    }
  }

  @Test func linksOfOthers() throws {
    let beads = try read("\u{FEFF}\n [0] : [0,1] \r\n[]:[ 2 ]: 0.5\n[2,1]:[]:1e-3")
    #expect(
      beads == [
        RecordedBead(line: 2, link: Link(source: [0], target: [0, 1])),
        RecordedBead(line: 3, link: Link(source: [], target: [2]), confidence: 0.5),
        RecordedBead(line: 4, link: Link(source: [2, 1], target: []), confidence: 0.001),
      ])
    // vecalign's costs are no confidences.
    #expect(try read("[0]:[0]:0.2\n[1]:[1]:1.3\n").map(\.confidence) == [nil, nil])
    #expect(try read("") == [])
  }

  @Test(arguments: [
    "[0]", "[0]:[a]", "[0:[1]", "[0]:[1]:[2]", "[0,]:[1]", "[-1]:[0]", "[0]:[1] x", "[0]:[1]:nan",
    "[0]:[1]:", "0:1", "[0]:[99999999999999999999]", "[0]:[1", "[[0]]:[1]", ":", "[0]:[1]:0.5:1",
  ])
  func aLineThatIsNoLinkIsNamed(line: String) {
    #expect(throws: BeadsError(file: "f", line: 2, kind: .notALink)) {
      try read("[0]:[0]\n\(line)\n")
    }
  }

  @Test func jsonLinesOfOthers() throws {
    let beads = try read(
      """
      {"source": [0, 1], "target": [], "confirmed": true, "note": {"by": "me"}}

      {"source": [{"index": 2, "text": "نعم"}, {"index": 3}], "target": [{"index": 4, "text": "yes"}]}
      """)
    #expect(
      beads == [
        RecordedBead(line: 1, link: Link(source: [0, 1], target: []), isConfirmed: true),
        RecordedBead(line: 3, link: Link(source: [2, 3], target: [4]), target: ["yes"]),
      ])
  }

  @Test(arguments: [
    ("{\"source\":[0]}", BeadsError.Kind.notABead("there is no field 'target'")),
    ("{\"source\":[\"a\"],\"target\":[]}", .notABead("'source[0]' is not what it should be")),
    ("{\"source\":[0],\"target\":[1]", .notABead("it is not JSON")),
    ("[0]", .notABead("it is not an object")),
    ("{\"source\":[-1],\"target\":[0]}", .badIndex),
    ("{\"source\":[1,1],\"target\":[0]}", .badIndex),
    ("{\"source\":[0],\"target\":[0],\"confidence\":1.5}", .badConfidence),
    (String(repeating: "[", count: 10_000), .notABead("it is not JSON")),
  ])
  func aLineThatIsNoBeadIsNamed(line: String, kind: BeadsError.Kind) {
    #expect(throws: BeadsError(file: "f", line: 2, kind: kind)) {
      try read("{\"source\":[0],\"target\":[0]}\n\(line)\n")
    }
  }

  @Test(arguments: [
    ("source_indexes\tx\n", 1, BeadsError.Kind.missingColumn("target_indexes")),
    ("source_indexes\ttarget_indexes\n0\n", 2, .cellCount(1, expected: 2)),
    ("source_indexes\ttarget_indexes\n0\t1\n0;1\t1\n", 3, .badCell(column: "source_indexes")),
    ("source_indexes\ttarget_indexes\n0\tx\n", 2, .badCell(column: "target_indexes")),
    ("source_indexes\ttarget_indexes\tconfidence\n0\t1\t7\n", 2, .badCell(column: "confidence")),
    ("source_indexes\ttarget_indexes\n1,1\t0\n", 2, .badIndex),
  ])
  func aTableThatIsNoneIsNamed(text: String, line: Int, kind: BeadsError.Kind) {
    #expect(throws: BeadsError(file: "f", line: line, kind: kind)) { try read(text) }
  }

  /// Whatever the text, there are beads or an error that names a line.
  @Test func anyTextIsReadOrRefused() {
    var generator = Generator(seed: 11)
    let pieces = [
      "[", "]", ":", "0", "12", ",", " ", "\n", "{", "}", "\"source\"", "\"target\"", "\t", "1e9",
      "source_indexes", "target_indexes", "confidence", "نعم", "\\", "null", "true", ".5", "-",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      do {
        for bead in try read(text) { #expect(bead.link.source.allSatisfy { $0 >= 0 }) }
      } catch let error as BeadsError {
        #expect(error.line >= 1 && error.line <= text.count { $0 == "\n" } + 1)
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
