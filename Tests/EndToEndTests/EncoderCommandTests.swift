import Foundation
import TestSupport
import Testing

/// What `align` does with the installed encoder, and where there is none.
@Suite struct EncoderCommandTests {
  private let scratch: Scratch
  private let pair: [String]

  init() throws {
    scratch = try Scratch()
    pair = [
      try scratch.file("a.txt", "ضاع الكلب في الغابة.\nهبت عاصفة شديدة ليلا.\n"),
      try scratch.file(
        "b.txt", "The dog got lost in the forest.\nA violent storm blew up at night.\n"),
    ]
  }

  private var none: [String: String] { ["XDG_DATA_HOME": scratch.path("none")] }

  @Test func withoutOneAlignmentGoesOnAndSaysSoInOneLine() throws {
    let run = try Binary.run(
      ["align"] + pair + ["--model", "auto", "--format", "links"], environment: none)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count { $0.contains("no sentence encoder is installed") } == 1)
    #expect(lines.count == 2)
    let quiet = try Binary.run(
      ["align"] + pair + ["--model", "auto", "--quiet"], environment: none)
    #expect(quiet.errors.isEmpty)
  }

  @Test func oneThatIsAskedForMustBeThere() throws {
    let run = try Binary.run(["align"] + pair + ["--model", "encoder"], environment: none)
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aDamagedOneIsNotUsed() throws {
    let folder = scratch.path("damaged/dragoman")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try scratch.file("damaged/dragoman/sentence-encoder-1.model", "not a model")
    let damaged = ["XDG_DATA_HOME": scratch.path("damaged")]
    let auto = try Binary.run(
      ["align"] + pair + ["--model", "auto", "--format", "links"], environment: damaged)
    #expect(auto.status == 0)
    #expect(auto.output.split(separator: "\n").count == 2)
    #expect(auto.errors.contains("not a sentence encoder"))
    let asked = try Binary.run(
      ["align"] + pair + ["--model", "encoder"], environment: damaged)
    #expect(asked.status == 65)
  }

  private static let isInstalled =
    (try? Binary.run(["model", "info"]))?.status == 0

  @Test(.enabled(if: isInstalled, "no sentence encoder is installed"))
  func theInstalledOneComparesMeanings() throws {
    // Told by meaning alone: as long as each other, without names and numbers.
    let source = try scratch.file(
      "s.txt", "ضاع الكلب في الغابة.\nأحب الموسيقى القديمة.\nارتفع ثمن الخبز.\n")
    let target = try scratch.file(
      "t.txt",
      "The dog got lost in the woods.\nI love old music.\nThe price of bread has gone up.\n")
    let run = try Binary.run(
      ["align", source, target, "--model", "encoder", "--format", "links"])
    #expect(run.status == 0)
    let links = run.output.split(separator: "\n").map { $0.split(separator: ":").prefix(2) }
    #expect(links.map { $0.joined(separator: ":") } == ["[0]:[0]", "[1]:[1]", "[2]:[2]"])
  }
}
