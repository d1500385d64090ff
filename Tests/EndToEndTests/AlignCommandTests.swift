import Foundation
import TestSupport
import Testing

@Suite struct AlignCommandTests {
  private let article = ["seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt"]

  @Test func linksOfTheArticle() throws {
    let run = try Binary.run(
      ["align"] + article + ["--glossary", "Glossaries", "--format", "links"])
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("dragoman: ") && run.errors.contains(" beads: "))
    #expect(run.errors.split(separator: "\n").count == 1)
    // A line is [0]:[0, 1]:0.9731; gold has no confidence.
    let lines = Set(run.output.split(separator: "\n").map { $0.dropLast(":0.0000".count) })
    let gold = Set(try Repository.text("seeds/syria-truce.gold").split(separator: "\n"))
    #expect(lines.intersection(gold).count >= 21)
  }

  @Test func elsewhereThanOnATerminalTheFormatIsTSV() throws {
    let run = try Binary.run(["align"] + article)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0] == "source_indexes\ttarget_indexes\tconfidence\ttype\tsource\ttarget\treview")
    for line in lines.dropFirst().dropLast() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.count == 7)
      let confidence = try #require(Double(cells[2]))
      #expect((0...1).contains(confidence))
      #expect(cells[6] == (confidence < 0.5 ? "review" : ""))
    }
    #expect(lines.last == "")
  }

  @Test func segmentedInputsKeepTheirLines() throws {
    let scratch = try Scratch()
    let source = try scratch.file("s", "قال بوتين. نعم.\nعاد أوباما في ٢٠١٦")
    let target = try scratch.file("t", "Putin said. Yes.\nObama returned in 2016\n")
    #expect(
      try Binary.run(["align", "--segmented", source, target, "--format", "links"]).output
        .split(separator: "\n").map { $0.prefix(7) } == ["[0]:[0]", "[1]:[1]"])
  }

  @Test(arguments: ["tsv", "tmx", "jsonl", "links"])
  func theFileNameChoosesTheFormat(format: String) throws {
    let scratch = try Scratch()
    let run = try Binary.run(["align"] + article + ["-o", scratch.path("out.\(format)")])
    #expect(run.status == 0)
    #expect(run.output == "")
    let direct = try Binary.run(["align"] + article + ["--format", format])
    #expect(try scratch.text("out.\(format)") == direct.output)
  }

  @Test func theTableFitsEightyColumns() throws {
    let run = try Binary.run(
      ["align"] + article + ["--format", "table"], environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    let marks = 0x064B...0x0652
    for line in run.output.split(separator: "\n") {
      #expect(line.unicodeScalars.count { !marks.contains(Int($0.value)) } <= 80)
    }
    // Every word of both texts is there.
    for word in ["الكرملين", "Peskov", "cyberattacks"] { #expect(run.output.contains(word)) }
  }

  @Test func devicesAndPipesAreWrittenToDirectly() throws {
    let run = try Binary.run(["align"] + article + ["--format", "links", "-o", "/dev/stdout"])
    #expect(run.status == 0)
    #expect(run.output == (try Binary.run(["align"] + article + ["--format", "links"])).output)
    #expect(try Binary.run(["align"] + article + ["-o", "/dev/null"]).status == 0)
  }

  @Test func oneSideMayComeFromAPipe() throws {
    let run = try Binary.run(
      ["align", "-", article[1], "--format", "links"],
      input: Repository.bytes(article[0]))
    #expect(run.output == (try Binary.run(["align"] + article + ["--format", "links"])).output)
  }
}
