import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func boundariesAgainstAGold() throws {
    // The gold joins two sentences of the first document and parts what has no end mark.
    let gold = try scratch.file(
      "gold.txt", "قال نعم. ثم مضى.\nوعاد.\nوغادر\nأمس.\n\n\nانتهى الأمر.\nوعاد.\n")
    let run = try Binary.run(["evaluate", "segment", gold, "--mistakes", "5"])
    #expect(
      run.output == """
        + قال نعم.▮ثم مضى. وعاد. وغادر أمس.
        - قال نعم. ثم مضى. وعاد. وغادر▮أمس.
        documents  2
        sentences  6
        precision  75.00 %  1 wrong
        recall     75.00 %  1 missed
        F1         75.00 %

        """)
    #expect(run.status == 0)
    let json = try Binary.run(["evaluate", "segment", gold, "--format", "json"])
    #expect(
      json.output == "{\"correct\":3,\"documents\":2,\"f1\":0.75,\"missed\":1,"
        + "\"precision\":0.75,\"recall\":0.75,\"sentences\":6,\"wrong\":1}\n")
  }

  /// Worked by hand.
  @Test func alignmentAgainstAGold() throws {
    let gold = try scratch.file("a.gold", "[0]:[0]\n[1]:[1, 2]\n[2]:[]\n[3]:[3]\n")
    let test = try scratch.file(
      "a.tsv",
      "source_indexes\ttarget_indexes\tconfidence\ttype\tsource\ttarget\n"
        + "0\t0\t0.9950\t1-1\tنعم\tYes\n1\t1\t0.6000\t1-1\tلا\tNo\n"
        + "\t2\t0.4000\t0-1\t\tno\n2\t\t0.9100\t1-0\tثم\t\n3\t3\t0.9950\t1-1\tمضى\tHe left\n")
    let run = try Binary.run(["evaluate", "align", gold, test, "--mistakes", "2"])
    #expect(run.errors == "")
    #expect(
      run.output == """
        + [1]:[1]\t0.6000\tلا\tNo
        - [1]:[1, 2]\t\tلا\tNo no

        documents  1
        beads      5, 4 in the gold

                   precision  recall  F1
        strict     0.6000     0.6667  0.6316
        lax        0.8000     1.0000  0.8889

        type         gold    found    right  precision  recall
        0-1             0        1        0  0.0000     -
        1-0             1        1        1  1.0000     1.0000
        1-1             2        3        2  0.6667     1.0000
        1-2             1        0        0  -          0.0000

        confidence      beads    mean  exactly right
        0.40 - 0.50         1  0.4000  0.0000
        0.60 - 0.70         1  0.6000  0.0000
        0.90 - 0.95         1  0.9100  1.0000
        0.99 - 1.00         2  0.9950  1.0000

        of 3 beads of 0.9 and more, 3 are exactly right (1.0000)
        expected calibration error 0.2200

        """)
    let json = try Binary.run(["evaluate", "align", gold, test, "--format", "json"])
    #expect(
      json.output.contains(
        "\"strict\":{\"f1\":0.6316,\"precision\":0.6,\"recall\":0.6667},\"types\":["))
    #expect(json.output.contains("\"expected_calibration_error\":0.22"))
    // Links without confidence have no reliability.
    let bare = try Binary.run(["evaluate", "align", gold, gold])
    #expect(bare.output.contains("strict     1.0000     1.0000  1.0000"))
    #expect(!bare.output.contains("confidence"))
  }

  @Test func foldersArePairedByName() throws {
    let folder = try Scratch()
    for name in ["x.1", "y"] { _ = try scratch.file("\(name).gold", "[0]:[0]\n") }
    _ = try folder.file("x.1.links", "[0]:[0]:0.9\n")
    let one = try Binary.run(["evaluate", "align", scratch.url.path, folder.url.path])
    #expect(one.status == 66)
    #expect(one.errors.contains("y.gold: no y.links, y.jsonl, y.tsv, y.out; "))
    _ = try folder.file("y.out", "[0]:[1]\n")
    let both = try Binary.run(
      ["evaluate", "align", scratch.url.path, folder.url.path, "--mistakes", "1"])
    #expect(both.status == 0)
    #expect(both.output.hasPrefix("+ y\t[0]:[1]\n\ndocuments  2\n"))
    _ = try folder.file("y.links", "[0]:[0]\n")
    let two = try Binary.run(["evaluate", "align", scratch.url.path, folder.url.path])
    #expect(two.status == 64)
    #expect(two.errors.contains("choose with --extension"))
    let named = try Binary.run(
      ["evaluate", "align", scratch.url.path, folder.url.path, "--extension", "out"])
    #expect(named.status == 66)
    #expect(named.errors.contains("no x.1.out"))
    let mixed = try Binary.run(["evaluate", "align", scratch.url.path, folder.path("y.out")])
    #expect(mixed.status == 64)
    #expect(mixed.errors.contains("name two files or two folders"))
    let none = try Binary.run(["evaluate", "align", folder.url.path, folder.url.path])
    #expect(none.errors.contains("no .gold file in this folder"))
  }

  @Test func aBadAlignmentIsNamedByLine() throws {
    let gold = try scratch.file("a.gold", "[0]:[0]\n")
    let bad = try scratch.file("bad.links", "[0]:[0]\n[1]=[1]\n")
    let run = try Binary.run(["evaluate", "align", gold, bad])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("dragoman: \(bad):2: not a link; a line is [0]:[0, 1]"))
    #expect(try Binary.run(["evaluate", "align", gold, "none.links"]).status == 66)
    #expect(try Binary.run(["evaluate", "align", "-", "-"]).status == 64)
    #expect(try Binary.run(["evaluate", "align", gold, bad, "--mistakes", "-1"]).status == 64)
  }

  @Test func namesAreMeasured() throws {
    let gold = "بوتين\tPutin|3;Poutine\nلافروف\tx|1\nبلا\n"
    let run = try Binary.run(["evaluate", "names", "-"], input: Array(gold.utf8))
    #expect(run.output.hasPrefix("names  2\ntop 1  50.00 %\n"))
    #expect(run.errors.contains(":3: not a name, a tab and a spelling"))
    let json = try Binary.run(
      ["evaluate", "names", "-", "--format", "json"], input: Array(gold.utf8))
    #expect(json.output.contains("\"top_10\":0.5"))
  }

  private static let scorer = Repository.url("../shared/tools/score_align.py")

  /// The scorer published with the development data, on made-up alignments.
  @Test(
    .enabled("No scorer beside the repository.") {
      FileManager.default.fileExists(atPath: scorer.path)
    })
  func theScoresAreTheScorers() throws {
    let scorer = Self.scorer
    var generator = Generator(seed: 12)
    let folder = try Scratch()
    for document in 0..<20 {
      for (scratch, ending) in [(scratch, "gold"), (folder, "out")] {
        let lines = (0..<12).map { _ -> String in
          func side() -> [Int] {
            let first = Int.random(in: 0..<8, using: &generator)
            return Array(first..<first + Int.random(in: 0..<3, using: &generator))
          }
          return "\(side()):\(side())\n"
        }
        _ = try scratch.file("\(document).\(ending)", lines.joined())
      }
    }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", scorer.path, scratch.url.path, folder.url.path]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: no python3 to run the scorer with")
      return
    }
    // ps= rs= fs= pl= rl= fl=
    let figures = printed.split { $0 == " " || $0 == "\n" }.map { String($0.dropFirst(3)) }
    try #require(figures.count == 6)
    let run = try Binary.run(["evaluate", "align", scratch.url.path, folder.url.path])
    let (ps, rs, fs) = (figures[0], figures[1], figures[2])
    #expect(run.output.contains("\nstrict     \(ps)     \(rs)  \(fs)\n"))
    #expect(
      run.output.contains("\nlax        \(figures[3])     \(figures[4])  \(figures[5])\n"))
  }

  @Test func anEmptyGold() throws {
    let run = try Binary.run(["evaluate", "segment", "-"], input: [])
    #expect(run.output.contains("F1         100.00 %"))
    #expect(run.status == 0)
  }

  @Test func aSlipIsNamed() throws {
    #expect(try Binary.run(["evaluate"]).status == 0)
    #expect(try Binary.run(["evaluate", "segment", "none.txt"]).status == 66)
    #expect(try Binary.run(["evaluate", "segment", "a", "--mistakes", "-1"]).status == 64)
  }
}
