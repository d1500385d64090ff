import Foundation
import Synchronization
import TestSupport
import Testing

@testable import dragoman

@Suite struct ProgressTests {
  /// A clock the test moves, and what was put on the terminal.
  private final class Screen: Sendable {
    let now = Mutex(0.0)
    let text = Mutex("")

    func progress(columns: Int = 80) -> ProgressBar {
      ProgressBar(
        columns: columns, clock: { self.now.withLock { $0 } },
        write: { part in self.text.withLock { $0 += part } })
    }

    func advance(to time: Double) { now.withLock { $0 = time } }

    /// What was written since the last call.
    func take() -> String {
      text.withLock { text in
        defer { text = "" }
        return text
      }
    }
  }

  @Test func shortWorkShowsNothing() {
    let screen = Screen()
    let progress = screen.progress()
    progress.report("aligning", 1, of: 10)
    screen.advance(to: 0.49)
    progress.report("aligning", 9, of: 10)
    progress.end()
    #expect(screen.take() == "")
  }

  @Test func longWorkShowsShareRateAndTimeLeft() {
    let screen = Screen()
    let progress = screen.progress()
    screen.advance(to: 2)
    progress.report("encoding", 50, of: 200)
    #expect(
      screen.take() == "\rencoding  [#####...............]  25 %  25/s  6 s left\u{1B}[K")
    // Not more often than ten times a second.
    screen.advance(to: 2.05)
    progress.report("encoding", 60, of: 200)
    #expect(screen.take() == "")
    // The next phase has a rate of its own.
    screen.advance(to: 3)
    progress.report("aligning", 0, of: 1_000_000)
    #expect(screen.take().hasPrefix("\raligning  [....................]  0 %"))
    screen.advance(to: 4)
    progress.report("aligning", 20_000, of: 1_000_000)
    #expect(screen.take().contains("2 %  20k/s  49 s left"))
    progress.report("aligning", 30_000, of: 1_000_000)
    screen.advance(to: 5)
    progress.report("aligning", 1_000_000, of: 1_000_000)
    #expect(screen.take().contains("[####################]  100 %  500k/s\u{1B}[K"))
    progress.end()
    #expect(screen.take() == "\r\u{1B}[K")
    progress.report("aligning", 1, of: 2)
    #expect(screen.take() == "")
  }

  @Test func ofUnknownSizeThereIsACount() {
    let screen = Screen()
    let progress = screen.progress()
    screen.advance(to: 1)
    progress.report("aligning pairs", 7, of: 0)
    #expect(screen.take() == "\raligning pairs  7  7.0/s\u{1B}[K")
  }

  /// Whatever is reported, a line fits the terminal and nothing traps.
  @Test(arguments: [0, 12, 40])
  func anyReportFits(columns: Int) {
    let screen = Screen()
    let progress = screen.progress(columns: columns)
    for (step, count) in [0, 1, -5, Int.max, Int.min, 1_000].enumerated() {
      for total in [0, 1, -1, Int.max, 999] {
        screen.advance(to: Double(step + 1) * 1e9 + Double(abs(total % 7)))
        progress.report("p", count, of: total)
        #expect(screen.take().count <= max(columns, 11) + 5)
      }
    }
  }

  /// On a terminal, the bar comes and goes, and the summary is there at length.
  @Test func onATerminal() throws {
    let scratch = try Scratch()
    let source = try scratch.file("s", "قال بوتين نعم في ٢٠١٦\nثم مضى\n")
    let target = try scratch.file("t", "Putin said yes in 2016\nHe left\nAlone\n")
    let script = """
      import os, pty, sys
      process, terminal = pty.fork()
      if process == 0: os.execv(sys.argv[1], sys.argv[1:])
      while True:
          try: part = os.read(terminal, 65536)
          except OSError: break
          if not part: break
          os.write(1, part)
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c", script, Binary.url.path, "align", "--segmented", source, target,
      "-o", scratch.path("out.tsv"), "--encoder", "sleep 0.8; sed 's/.*/[1, 2]/'",
    ]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: no python3 to make a terminal with")
      return
    }
    #expect(python.terminationStatus == 0)
    #expect(printed.contains("\rencoding  [####################]  100 %"))
    #expect(printed.contains("\r\u{1B}[K"))
    let lines = printed.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasSuffix("beads of 2 and 3 sentences: 2 1-1, 1 0-1") })
    #expect(lines.count <= 13)
  }
}
