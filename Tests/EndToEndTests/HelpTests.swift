import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func versionAndHelp() throws {
    let version = try Binary.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
    for arguments in [
      ["--help"], ["segment", "--help"], ["transliterate", "--help"], ["align", "--help"],
      ["check", "--help"],
      ["bidi", "--help"], ["model", "--help"], ["model", "install", "--help"],
      ["model", "info", "--help"], ["model", "encode", "--help"],
      ["evaluate", "align", "--help"], ["evaluate", "segment", "--help"],
      ["bidi", "show", "--help"], ["bidi", "check", "--help"], ["bidi", "isolate", "--help"],
      ["bidi", "strip", "--help"], ["bidi", "repair", "--help"], ["bidi", "visual", "--help"],
    ] {
      let help = try Binary.run(arguments)
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: dragoman"))
      for line in help.output.split(separator: "\n") { #expect(line.count <= 100) }
    }
  }

  @Test func noArgumentsShowHelp() throws {
    let run = try Binary.run([])
    #expect(run.status == 0)
    #expect(run.output.contains("SUBCOMMANDS"))
  }
}
