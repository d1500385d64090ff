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
