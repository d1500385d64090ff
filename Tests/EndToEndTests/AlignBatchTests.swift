import Foundation
import TestSupport
import Testing

@Suite struct AlignBatchTests {
  private func run(_ lines: String, _ arguments: [String] = []) throws -> Run {
    try Binary.run(["align", "--jsonl"] + arguments, input: Array(lines.utf8))
  }

  @Test func aLineForALine() throws {
    let run = try run(
      """
      {"id": "a", "source": ["قال بوتين في ٢٠١٦", "نعم"], "target": ["Putin said in 2016", "Yes"]}

      {"source": "زار لافروف فرنسا.", "target": "Lavrov visited France.", "id": 7}
      {"source": "Lavrov visited France.", "target": "زار لافروف فرنسا.", "id": 0.5}
      """)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix("{\"beads\":[{\"confidence\":"))
    #expect(
      lines[0].hasSuffix(
        "\"id\":\"a\",\"sentences\":{\"source\":[\"قال بوتين في ٢٠١٦\",\"نعم\"],"
          + "\"target\":[\"Putin said in 2016\",\"Yes\"]}}"))
    #expect(lines[0].contains("\"source\":[1],\"target\":[1],\"type\":\"1-1\""))
    #expect(lines[1].contains("\"id\":7,"))
    #expect(lines[2].contains("\"id\":0.5,"))
    #expect(lines[2].contains("\"warnings\":[\"the first text is English and the second Arabic"))
    #expect(run.errors == "dragoman: 3 pairs aligned\n")
  }

  @Test func aBadLineIsReportedAndTheRestDone() throws {
    let run = try run(
      """
      {"id": 1, "source": "نعم.", "target": "Yes."}
      {"id": 2, "source": "نعم."}
      nonsense
      {"id": 4, "source": "نعم.", "target": 5}
      {"id": {"a": 1}, "source": "نعم.", "target": "Yes."}
      {"id": 6, "source": "a\\u0000b", "target": "Yes."}
      [1, 2]
      {"id": 8, "source": ["لا", 3], "target": []}
      {"id": 9, "source": "", "target": []}
      """)
    #expect(run.status == 65)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 9)
    #expect(lines[0].contains("\"id\":1,"))
    #expect(
      lines[1] == "{\"error\":\"there is no field 'target'\",\"id\":2,\"line\":2}")
    #expect(lines[2] == "{\"error\":\"it is not JSON\",\"id\":null,\"line\":3}")
    #expect(
      lines[3] == "{\"error\":\"'target' is not what it should be\",\"id\":4,\"line\":4}")
    #expect(lines[4].hasPrefix("{\"error\":\"'id' is not what it should be\",\"id\":null"))
    #expect(lines[5].contains("not a text: zero byte"))
    #expect(lines[6].contains("it is not an object"))
    #expect(lines[7].contains("'source[1]' is not what it should be"))
    #expect(
      lines[8] == "{\"beads\":[],\"id\":9,\"sentences\":{\"source\":[],\"target\":[]}}")
    #expect(run.errors.contains("dragoman: <stdin>:3: it is not JSON\n"))
    #expect(run.errors.hasSuffix("dragoman: 2 pairs aligned, 7 bad lines\n"))
    #expect(run.errors.split(separator: "\n").count == 8)
  }

  @Test func bytesThatAreNoTextAreABadLine() throws {
    let good = Array("{\"id\":1,\"source\":\"نعم\",\"target\":\"yes\"}\n".utf8)
    let bad =
      Array("{\"id\":2,\"source\":\"".utf8) + [0xC8, 0xE6] + Array("\",\"target\":\"\"}\n".utf8)
    let run = try Binary.run(
      ["align", "--jsonl", "-"], input: [0xEF, 0xBB, 0xBF] + good + bad + good.dropLast())
    #expect(run.status == 65)
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0] == lines[2])
    #expect(lines[1].contains("\"line\":2"))
  }

  /// Sentences given keep their numbers, be they blank or of two lines.
  @Test func sentencesKeepTheirNumbers() throws {
    let run = try run(
      #"{"id":1,"source":["نعم","","ثم\nمضى 2016"],"target":["Yes"," ","He left in\r\n2016"]}"#)
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        #""sentences":{"source":["نعم","","ثم مضى 2016"],"target":["Yes","","He left in 2016"]}"#))
    // Each sentence is in one bead, the blank one too.
    let beads = try #require(run.output.split(separator: "\"id\"").first)
    for side in ["source", "target"] {
      let indexes = beads.components(separatedBy: "\"\(side)\":[").dropFirst().flatMap {
        $0.prefix { $0 != "]" }.split(separator: ",")
      }
      #expect(indexes.sorted() == ["0", "1", "2"], "\(side)")
    }
  }

  @Test func manyPairsComeInTheirOrder() throws {
    let scratch = try Scratch()
    let lines = (0..<2_000).map { number in
      #"{"id":\#(number),"source":["العدد \#(number)"],"target":["Number \#(number)"]}"# + "\n"
    }
    let file = try scratch.file("pairs.jsonl", lines.joined())
    let run = try Binary.run(["align", "--jsonl", file, "-o", scratch.path("out.jsonl")])
    #expect(run.status == 0)
    let results = try scratch.text("out.jsonl").split(separator: "\n")
    #expect(results.count == 2_000)
    for (number, line) in results.enumerated() {
      #expect(line.contains("\"id\":\(number),"))
      #expect(line.contains("Number \(number)\""))
    }
  }

  @Test func nothingInNothingOut() throws {
    let run = try run("")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(try Binary.run(["align", "--jsonl", "no-such-file"]).status == 66)
  }
}
