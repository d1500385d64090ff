import Foundation
import TestSupport
import Testing

/// What the README shows is what the program prints.
///
/// Each line `$ command` of a `console` block is run from the repository's root, and the lines
/// that follow it must be its output and errors. `make docs` writes them anew.
@Suite struct ReadmeTests {
  @Test(arguments: ["README.md", "Glossaries/README.md"])
  func everyCommandPrintsWhatItShows(path: String) throws {
    let text = try Repository.text(path)
    let actual = try Self.rewritten(text)
    if ProcessInfo.processInfo.environment["DRAGOMAN_UPDATE_DOCS"] != nil {
      try Data(actual.utf8).write(to: Repository.url(path))
    } else {
      #expect(actual == text, "\(path) is out of date; run make docs")
    }
  }

  private static func rewritten(_ text: String) throws -> String {
    var lines: [String] = []
    var isConsole = false
    var isOutput = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        isOutput = false
      }
      if isConsole, line.hasPrefix("$ ") {
        lines.append(line)
        lines += try shell(String(line.dropFirst(2)))
        isOutput = true
      } else if !isOutput || !isConsole {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func shell(_ command: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>&1"]
    process.currentDirectoryURL = Repository.root
    let folder = Binary.url.deletingLastPathComponent().path
    process.environment = ["PATH": folder + ":/usr/bin:/bin", "COLUMNS": "80", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
