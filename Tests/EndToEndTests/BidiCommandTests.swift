import Foundation
import TestSupport
import Testing

@Suite struct BidiCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func bidi(_ arguments: [String], _ input: String) throws -> Run {
    try Binary.run(["bidi"] + arguments, input: Array(input.utf8))
  }

  @Test func showSaysTheDirectionAndWhy() throws {
    let run = try bidi(["show"], "CNN: قالت\n\n15\n")
    #expect(
      run.output == """
        <stdin>:1: right to left, since it is Arabic, though its first strong character is left to \
        right
          place level bytes  text (place 1 is leftmost)
              2     2   0-3  CNN
              1     1  3-13  : قالت
        <stdin>:3: right to left, as the rest of the text, having no letters
          place level bytes  text (place 1 is leftmost)
              1     2 15-17  15

        """)
    #expect(run.status == 0)
    #expect(
      try bidi(["show", "--base", "auto"], "CNN: قالت").output.contains(
        "left to right, by the first strong character"))
    #expect(try bidi(["show", "--base", "rtl"], "a").output.contains("right to left, as given"))
  }

  @Test func showGivesLevelsAndRunsAsJSONLines() throws {
    let run = try bidi(["show", "--format", "jsonl"], "قال Obama\nCNN")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(line["base"] as? String == "ltr")
    #expect(line["reason"] as? String == "language")
    #expect(line["first_strong"] as? String == "rtl")
    #expect(line["levels"] as? [Int] == [1, 1, 1, 0, 0, 0, 0, 0, 0])
    let runs = try #require(line["runs"] as? [[String: Any]])
    #expect(runs.map { $0["text"] as? String } == ["قال", " Obama"])
    #expect(runs.map { $0["end"] as? Int } == [6, 12])
  }

  @Test func checkNamesThePlaceTheRuleAndWhatToDo() throws {
    let file = try scratch.file("t.txt", "قال نعم\nقال \u{2069}بوتين\n\u{202E}abc\n")
    let run = try Binary.run(["bidi", "check", file])
    #expect(run.status == 1)
    #expect(
      run.output == """
        \(file):2:5: unmatched: PDI (U+2069) closes nothing; remove it, or put the control it \
        should close before it
        \(file):3:1: override: RLO (U+202E) forces letters out of their order; remove it, as \
        dragoman bidi strip does
        \(file):3:1: unclosed: RLO (U+202E) is never closed and reaches to the end of the line; \
        close it with PDF (U+202C) or remove it

        """)
    #expect(run.errors == "3 findings: 1 unclosed, 1 unmatched, 1 override\n")
    let json = try Binary.run(["bidi", "check", file, "--format", "json", "--quiet"])
    #expect(json.status == 1)
    #expect(json.errors == "")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["errors"] as? Int == 3)
    #expect(report["warnings"] as? Int == 0)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["unmatched", "override", "unclosed"])
    #expect(findings[0]["column"] as? Int == 5)
    #expect(findings[0]["start"] as? Int == 21)
    #expect(findings[0]["end"] as? Int == 24)
    #expect(findings[0]["severity"] as? String == "error")
  }

  @Test func aCleanTextExitsWithZero() throws {
    let run = try Binary.run([
      "bidi", "check", "seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt",
    ])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "no findings\n")
  }

  @Test func isolateAndStripUndoEachOther() throws {
    let text = "التقى الرئيس Obama بوتين\r\nنعم"
    let isolated = try bidi(["isolate"], text)
    #expect(isolated.output == "التقى الرئيس \u{2068}Obama\u{2069} بوتين\r\nنعم")
    #expect(isolated.errors == "isolated 1 field\n")
    #expect(try bidi(["isolate"], isolated.output).output == isolated.output)
    let stripped = try bidi(["strip"], isolated.output)
    #expect(stripped.output == text)
    #expect(stripped.errors == "removed 2 controls\n")
  }

  @Test func cellsArePartedByWhatTheNameSays() throws {
    let csv = try scratch.file("t.csv", "بوتين,Putin\n")
    #expect(
      try Binary.run(["bidi", "isolate", "--per-cell", csv]).output
        == "\u{2068}بوتين\u{2069},\u{2068}Putin\u{2069}\n")
    let bar = try bidi(["isolate", "--per-cell", "--separator", "bar"], "بوتين|1")
    #expect(bar.output == "\u{2068}بوتين\u{2069}|\u{2068}1\u{2069}")
    #expect(try bidi(["isolate", "--separator", "bar"], "").status == 64)
  }

  @Test func repairSaysWhatItDid() throws {
    let text = "نعم قال\nﻡﻼﺴﻟﺍ\nةيبرعلا ةغللا 123\n"
    let run = try bidi(["repair"], text)
    #expect(run.output == "نعم قال\nالسلام\n123 اللغة العربية\n")
    #expect(
      run.errors == """
        <stdin>:2: was in the order of display, turned round; 5 presentation forms made letters
        <stdin>:3: was in the order of display, turned round

        """)
    #expect(run.status == 0)
    let json = try bidi(["repair", "--format", "json"], text)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let repairs = try #require(report["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["line"] as? Int } == [2, 3])
    #expect(repairs.map { $0["forms"] as? Int } == [5, 0])
    #expect(repairs.map { $0["reversed"] as? Bool } == [true, true])
    #expect(repairs.map { $0["text"] as? String } == ["السلام", "123 اللغة العربية"])
    #expect(try bidi(["repair", "--quiet"], text).errors == "")
  }

  @Test func visualReordersShapesAndWraps() throws {
    #expect(try bidi(["visual"], "CNN: قالت موسكو\n").output == "وكسوم تلاق :CNN\n")
    #expect(try bidi(["visual", "--shape"], "سلام").output == "\u{FEE1}\u{FEFC}\u{FEB3}")
    #expect(
      try bidi(["visual", "--width", "11"], "قالت موسكو نعم").output == "وكسوم تلاق\nمعن")
    #expect(try bidi(["visual", "--width", "0"], "").status == 64)
  }

  @Test func severalFilesAndAnotherEncoding() throws {
    let one = try scratch.file("1", "\u{FEFF}نعم\n")
    let two = try scratch.file("2", "\u{FEFF}لا\n")
    #expect(try Binary.run(["bidi", "strip", one, two]).output == "\u{FEFF}نعم\nلا\n")
    let windows = try scratch.file("w", [0xE5, 0xCF, 0xE4, 0xC9, 0x20, 0xFD, 0x41])
    #expect(
      try Binary.run(["bidi", "strip", "--encoding", "windows-1256", windows]).output == "هدنة A")
  }

  @Test func wrongUseIsNamed() throws {
    let verb = try bidi(["shwo"], "")
    #expect(verb.status == 64)
    #expect(verb.errors.contains("There is no command 'bidi shwo'; did you mean 'show'?"))
    #expect(try bidi(["show", "--lang", "ar", "--base", "rtl"], "").status == 64)
    let missing = try bidi(["check", scratch.path("خبر.txt")], "")
    #expect(missing.status == 66)
    #expect(missing.errors == "dragoman: \(scratch.path("خبر.txt")): No such file or directory\n")
    #expect(try bidi(["show"], "").output == "")
  }

  @Test func anyBytesAreHandled() throws {
    var generator = Generator(seed: 30)
    for round in 0..<8 {
      let bytes =
        round % 2 == 0 ? generator.bytes(length: 200) : Array(generator.text(length: 80).utf8)
      for arguments in [
        ["show"], ["show", "--format", "jsonl"], ["check", "--strict"], ["isolate"],
        ["isolate", "--per-cell"], ["strip"], ["repair"], ["repair", "--order", "visual"],
        ["visual", "--shape", "--width", "7"],
      ] {
        let run = try Binary.run(["bidi"] + arguments, input: bytes)
        #expect([0, 1, 65].contains(run.status), "\(arguments)")
      }
    }
  }

  /// On a terminal what is quoted stands in isolates; a pipe gets the text alone.
  @Test func aTerminalGetsIsolates() throws {
    let file = try scratch.file("خبر.txt", "قال\u{2069}\n")
    let script = """
      import os, pty, sys
      out = b''
      pid, master = pty.fork()
      if pid == 0:
          os.execv(sys.argv[1], sys.argv[1:])
      while True:
          try: data = os.read(master, 4096)
          except OSError: break
          if not data: break
          out += data
      os.waitpid(pid, 0)
      sys.stdout.buffer.write(out)
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, Binary.url.path, "bidi", "check", file]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let shown = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: no python3 to open a terminal with")
    } else {
      #expect(shown.contains("\u{2068}\(file)\u{2069}:1:4: unmatched"), "\(shown)")
    }
    #expect(try Binary.run(["bidi", "check", file]).output.hasPrefix("\(file):1:4: unmatched"))
  }
}
