import Foundation
import TestSupport
import Testing

@testable import Workbench

@Suite struct FileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @Test func aFileAppearsOnlyWhenFinished() throws {
    let path = path("out.txt")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let output = try FileOutput(path: path)
    output.write(String(repeating: "جديد\n", count: 50_000))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    try output.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 450_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.txt"])
  }

  @Test func anUnfinishedFileLeavesNothing() throws {
    do {
      let output = try FileOutput(path: path("never.txt"))
      output.write("half")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func aLinkKeepsPointingAtItsFile() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: path("real.txt")))
    try FileManager.default.createSymbolicLink(
      atPath: path("link.txt"), withDestinationPath: "real.txt")
    let output = try FileOutput(path: path("link.txt"))
    output.write("new")
    try output.finish()
    #expect(try String(contentsOfFile: path("real.txt"), encoding: .utf8) == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path("link.txt")) == "real.txt")
  }

  @Test func aFileKeepsItsMode() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: path("mode.txt")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: path("mode.txt"))
    let output = try FileOutput(path: path("mode.txt"))
    try output.finish()
    let mode = try FileManager.default.attributesOfItem(atPath: path("mode.txt"))[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test func aLinkToNothingYetMakesItsFile() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("dangling.txt"), withDestinationPath: "later.txt")
    let output = try FileOutput(path: path("dangling.txt"))
    output.write("new")
    try output.finish()
    #expect(try String(contentsOfFile: path("later.txt"), encoding: .utf8) == "new")
    try FileManager.default.createSymbolicLink(
      atPath: path("loop.txt"), withDestinationPath: "loop.txt")
    #expect(throws: FileError.self) { try FileOutput(path: path("loop.txt")) }
  }

  @Test func aFolderIsNoFile() {
    #expect(throws: FileError.isDirectory(path: folder.path)) {
      try TextInput(path: folder.path).load()
    }
    #expect(throws: FileError.cannotWrite(path: folder.path, reason: "Is a directory")) {
      try FileOutput(path: folder.path)
    }
    #expect(throws: FileError.self) { try TextInput(path: path("missing")).load() }
    #expect(throws: FileError.self) { try FileOutput(path: path("no/such/folder.txt")) }
  }

  @Test func filesOfAFolderAreSorted() throws {
    for name in ["b.csv", "a.csv", ".hidden.csv", "c.txt"] {
      try Data().write(to: URL(fileURLWithPath: path(name)))
    }
    #expect(files(in: folder.path, endingIn: ".csv") == [path("a.csv"), path("b.csv")])
    #expect(files(in: path("a.csv"), endingIn: ".csv") == nil)
  }
}
