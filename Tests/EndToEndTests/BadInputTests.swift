import Foundation
import TestSupport
import Testing

/// What people really feed a tool at midnight.
@Suite struct BadInputTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aMissingFile() throws {
    let run = try Binary.run(["segment", "no-such-file.txt"])
    #expect(run.status == 66)
    #expect(run.output == "")
    #expect(run.errors == "dragoman: no-such-file.txt: No such file or directory\n")
  }

  @Test func aFolder() throws {
    let run = try Binary.run(["segment", "Sources"])
    #expect(run.status == 66)
    #expect(run.errors == "dragoman: Sources: is a folder; name a file\n")
  }

  @Test func anEmptyFileGivesEmptyOutput() throws {
    let empty = try scratch.file("empty.txt", "")
    let glossary = try scratch.file("g.csv", "arabic,preferred\nهدنة,truce\n")
    for arguments in [
      ["segment", empty], ["align", empty, empty, "--format", "links"],
      ["check", empty, empty, "--glossary", glossary],
    ] {
      let run = try Binary.run(arguments)
      #expect(run.status == 0, "\(arguments)")
      #expect(run.output == "", "\(arguments)")
    }
  }

  @Test func aBinaryFile() throws {
    let file = try scratch.file("b.bin", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2])
    let run = try Binary.run(["segment", file])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("dragoman: \(file): not a text: zero byte at offset 4"))
  }

  @Test func aLegacyEncodingIsRefusedWithTheWayOut() throws {
    let file = try scratch.file("w.txt", [0x61, 0x0A, 0xC8, 0xE6, 0xCA, 0xED, 0xE4])
    let refused = try Binary.run(["segment", file])
    #expect(refused.status == 65)
    #expect(
      refused.errors
        == "dragoman: \(file):2:1: not UTF-8: byte 0xC8 at offset 2; "
        + "if the text is in another encoding, name it, as in --encoding windows-1256\n")
    let read = try Binary.run(["segment", "--encoding", "windows-1256", file])
    #expect(read.output == "a\n\nبوتين\n")
    #expect(read.status == 0)
  }

  @Test func anUnknownEncoding() throws {
    let run = try Binary.run(["segment", "--encoding", "klingon", "-"], input: [0x61])
    #expect(run.status == 64)
    #expect(run.errors.contains("unknown encoding 'klingon'"))
  }

  @Test func utf16WithAMarkAndWithHalfASurrogate() throws {
    let good: [UInt8] = [0xFF, 0xFE] + "نعم.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Binary.run(["segment"], input: good).output == "نعم.\n")
    let bad = try Binary.run(["segment"], input: [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61])
    #expect(bad.status == 65)
    #expect(bad.errors.contains("byte 0xD800 at offset 2"))
  }

  @Test func aByteOrderMarkAndCRLFLeaveNoTrace() throws {
    let run = try Binary.run(["segment"], input: Array("\u{FEFF}نعم.\r\nلا.\r\n".utf8))
    #expect(run.output == "نعم.\n\nلا.\n")
  }

  @Test func bidiControlsStayInTheText() throws {
    let text = "\u{202B}قال \u{2067}بوتين\u{2069}\u{202C}.\u{200F}"
    #expect(try Binary.run(["segment"], input: Array(text.utf8)).output == text + "\n")
  }

  @Test func aTypoInAFlagIsAUsageError() throws {
    let run = try Binary.run(["segment", "--unti", "word"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--unit"))
    let verb = try Binary.run(["sgement", "x"])
    #expect(verb.status == 64)
    #expect(verb.errors.contains("There is no command 'sgement'; did you mean 'segment'?"))
    for arguments in [
      ["align"], ["align", "one"], ["align", "a", "b", "c"],
      ["align", "a", "b", "--max-bead", "1"],
      ["align", "a", "b", "--max-bead", "11"], ["align", "a", "b", "--min-confidence", "2"],
      ["align", "a", "b", "--min-confidence", "nan"], ["align", "--jsonl", "a", "b"],
      ["align", "--jsonl", "--format", "tsv"], ["align", "--jsonl", "--encoder", "cat"],
      ["align", "--jsonl", "--anchors", "a"], ["align", "a", "b", "--embeddings", "c", "d"],
      ["align", "a", "b", "--segmented", "--embeddings", "c"],
      ["align", "--segmented", "--embeddings", "c", "d", "a", "b"],
      ["align", "a", "b", "--encoder", "cat", "--model", "lexical"],
      ["align", "a", "b", "--encoder", "cat", "--encoder-timeout", "0"],
      ["align", "a", "b", "--model", "best"], ["align", "-", "b", "--anchors", "-"],
    ] {
      let run = try Binary.run(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.errors.hasPrefix("Error: "), "\(arguments)")
    }
    #expect(try Binary.run(["align", "-", "-"]).status == 64)
    #expect(try Binary.run(["check", "a", "b"]).status == 64)
  }

  @Test func anOutputThatCannotBeWritten() throws {
    let run = try Binary.run(["segment", "-", "-o", "/no/such/folder/x"], input: [0x61])
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("dragoman: /no/such/folder/x: cannot write: "))
  }

  @Test func aGlossaryThatIsNone() throws {
    let run = try Binary.run(["check", "a", "b", "--glossary", scratch.path("missing.csv")])
    #expect(run.status == 66)
    let folder = try Binary.run(["check", "a", "b", "--glossary", scratch.url.path])
    #expect(folder.status == 66)
    #expect(folder.errors.contains("no .csv file"))
  }

  /// Each line of the text is one sentence, so the output is known.
  @Test func aHundredMegabytes() throws {
    let line = "قال الرئيس فلاديمير بوتين إن الاتفاق حول سوريا قريب جدا في الأيام المقبلة.\n"
    let count = 100_000_000 / line.utf8.count
    let file = try scratch.file("big.txt", Array(String(repeating: line, count: count).utf8))
    let run = try Binary.run(["segment", "--lang", "ar", file, "-o", scratch.path("out.txt")])
    #expect(run.status == 0)
    let size = try FileManager.default.attributesOfItem(atPath: scratch.path("out.txt"))[.size]
    #expect(size as? Int == count * (line.utf8.count + 1) - 1)
  }

  @Test func oneLineOfTenMegabytes() throws {
    let sentence = "قال الرئيس إن الاتفاق قريب. "
    let count = 10_000_000 / sentence.utf8.count
    let file = try scratch.file("line.txt", String(repeating: sentence, count: count))
    let run = try Binary.run(["segment", file, "-o", scratch.path("out.txt")])
    #expect(run.status == 0)
    #expect(try scratch.text("out.txt").utf8.count == count * sentence.utf8.count)
  }

  /// A sentence of one side against tens of thousands of the other.
  @Test func oneSideTenThousandTimesAsLong() throws {
    let count = 10_000
    let file = try scratch.file(
      "long.txt", String(repeating: "قال الرئيس إن الاتفاق قريب. ", count: count))
    let other = try scratch.file("short.txt", "The agreement is near.")
    let links = try Binary.run(["align", file, other, "--format", "links", "--model", "lexical"])
    #expect(links.status == 0)
    #expect(links.output.split(separator: "\n").count >= count - 3)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let text = try scratch.file("long.txt", String(repeating: "نعم.\n", count: 100_000))
    shell.arguments = ["-c", "'\(Binary.url.path)' segment '\(text)' | head -n 1"]
    let output = Pipe()
    let errors = Pipe()
    shell.standardOutput = output
    shell.standardError = errors
    try shell.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    #expect(String(decoding: printed, as: UTF8.self) == "نعم.\n")
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    shell.waitUntilExit()
  }

  /// Python clears the signal mask that the test's threads would hand down.
  @Test func anInterruptedRunLeavesNoHalfFile() throws {
    let script = """
      import os, signal, subprocess, sys, time
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      run = subprocess.Popen(
          [sys.argv[1], "segment", "-", "-o", sys.argv[2] + "/out.txt"], stdin=subprocess.PIPE)
      for _ in range(500):
          if os.listdir(sys.argv[2]): break
          time.sleep(0.01)
      half = len(os.listdir(sys.argv[2]))
      run.send_signal(signal.SIGINT)
      print(half, run.wait(10), os.listdir(sys.argv[2]))
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, Binary.url.path, scratch.url.path]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: no python3 to send a signal with")
    } else {
      #expect(printed == "1 -2 []\n")
    }
  }

  /// The command is in a process group of its own, which a terminal's interrupt does not reach.
  @Test func anInterruptedRunEndsItsEncoder() throws {
    let script = """
      import os, signal, subprocess, sys, time
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      text, ids = sys.argv[2] + "/text", sys.argv[2] + "/ids"
      open(text, "w").write("x\\n")
      run = subprocess.Popen(
          [sys.argv[1], "align", text, text, "--encoder", f"sleep 1000 & echo $! > '{ids}.new'; "
           f"mv '{ids}.new' '{ids}'; wait"])
      for _ in range(500):
          if os.path.exists(ids): break
          time.sleep(0.01)
      child = int(open(ids).read())
      run.send_signal(signal.SIGINT)
      status = run.wait(10)
      def state():
          try: return open(f"/proc/{child}/stat").read().rsplit(")")[1].split()[0]
          except OSError: return "gone"
      for _ in range(200):
          if state() in ("gone", "Z"): break
          time.sleep(0.01)
      print(status, state() in ("gone", "Z"))
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, Binary.url.path, scratch.url.path]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: no python3 to send a signal with")
    } else {
      #expect(printed == "-2 True\n")
    }
  }

  /// Whatever the bytes, the program ends by itself with a status it documents.
  @Test func anyBytesAreHandled() throws {
    var generator = Generator(seed: 10)
    let known: Set<Int32> = [0, 1, 65]
    for round in 0..<25 {
      let bytes =
        round % 2 == 0 ? generator.bytes(length: 200) : Array(generator.text(length: 80).utf8)
      let file = try scratch.file("any.txt", bytes)
      let other = try scratch.file(
        "other.txt", generator.text(length: 80).replacing("\0", with: ""))
      let glossary = try scratch.file("any.csv", generator.bytes(length: 100))
      #expect(known.contains(try Binary.run(["segment", file]).status))
      #expect(known.contains(try Binary.run(["align", file, other, "--format", "jsonl"]).status))
      #expect(known.contains(try Binary.run(["align", other, file, "--format", "tmx"]).status))
      #expect(known.contains(try Binary.run(["align", "--jsonl", file]).status))
      #expect(known.contains(try Binary.run(["align", other, other, "--anchors", file]).status))
      #expect(known.contains(try Binary.run(["evaluate", "align", file, other]).status))
      #expect(
        known.contains(try Binary.run(["check", other, file, "--glossary", glossary]).status))
    }
  }
}
