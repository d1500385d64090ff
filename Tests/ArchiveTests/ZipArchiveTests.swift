import TestSupport
import Testing

@testable import Archive

@Suite struct ZipArchiveTests {
  static let text = Array("What is packed comes out as it went in. ".utf8)
  static let long = (0..<1000).flatMap { _ in text }

  @Test func whatIsPackedComesOut() throws {
    let entries: [ZipWriter.Entry] = [
      .init(name: "stored.txt", content: Self.text, isDeflated: false),
      .init(name: "folder/packed.txt", content: Self.long),
      .init(name: "empty", content: []),
      .init(name: "empty-stored", content: [], isDeflated: false),
      .init(name: "رسالة.txt", content: Self.text),
      .init(name: "streamed", content: Self.long, isStreamed: true),
      .init(name: "numpy.npy", content: Self.long, hasLongSizes: true),
    ]
    for comment in ["", "A comment, with PK\u{05}\u{06} in it, of some length to confuse."] {
      let archive = try ZipArchive(
        ZipWriter(entries: entries, comment: Array(comment.utf8)).bytes())
      #expect(archive.members.map(\.name) == entries.map(\.name))
      for entry in entries {
        let member = try archive.member(entry.name)
        #expect(member.size == entry.content.count)
        #expect(try archive.read(member, limit: 100_000) == entry.content)
      }
      #expect(throws: ZipError.noMember("other")) { try archive.member("other") }
    }
  }

  @Test func noFilesIsAnArchive() throws {
    #expect(try ZipArchive(ZipWriter(entries: []).bytes()).members.isEmpty)
  }

  @Test(arguments: [
    "../up", "a/../../up", "..", "/etc/passwd", "a\\b", "C:/x", "", "a\u{0}b", "a\nb",
  ])
  func namesThatLeadOut(name: String) {
    let bytes = ZipWriter(entries: [.init(name: name, content: Self.text)]).bytes()
    #expect(throws: ZipError.unsafeName(name)) { try ZipArchive(bytes) }
  }

  @Test(arguments: ["a..b", "...", "a/b/c", "a:b/c".replacing(":", with: "-"), "..a"])
  func namesThatOnlyLookSo(name: String) throws {
    let bytes = ZipWriter(entries: [.init(name: name, content: Self.text)]).bytes()
    #expect(try ZipArchive(bytes).members.map(\.name) == [name])
  }

  @Test func lists() {
    func error(_ writer: ZipWriter) -> ZipError? {
      #expect(throws: ZipError.self) { try ZipArchive(writer.bytes()) }
    }
    let one = ZipWriter.Entry(name: "a", content: Self.text)
    #expect(error(ZipWriter(entries: [one, one])) == .duplicateName("a"))
    #expect(error(ZipWriter(entries: [one], count: 0xFFFF)) == .unsupported("zip64"))
    #expect(
      error(ZipWriter(entries: [one], disk: 1)) == .unsupported("an archive of several disks"))
    for writer in [
      ZipWriter(entries: [one], count: 2), ZipWriter(entries: [one], count: 0),
      ZipWriter(entries: [one], directoryOffset: 0),
      ZipWriter(entries: [one, .init(name: "b", content: Self.text, header: 0)]),
      ZipWriter(entries: [.init(name: "a", content: Self.text, header: 1_000_000)]),
      ZipWriter(entries: [.init(name: "a", content: Self.text, packedSize: 1_000_000)]),
    ] {
      guard case .malformed = error(writer) else {
        Issue.record("\(writer)")
        continue
      }
    }
    var long = one
    long.size = 0xFFFF_FFFF
    #expect(error(ZipWriter(entries: [long])) == .unsupported("zip64"))
  }

  /// What is found when a member is read, and never before.
  @Test func members() throws {
    func error(_ entry: ZipWriter.Entry, limit: Int = 100_000) throws -> ZipError? {
      let archive = try ZipArchive(ZipWriter(entries: [entry]).bytes())
      return #expect(throws: ZipError.self) {
        try archive.read(archive.members[0], limit: limit)
      }
    }
    #expect(
      try error(.init(name: "a", content: Self.long), limit: 39_999)
        == .tooLarge(name: "a", size: 40_000, limit: 39_999))
    #expect(
      try error(.init(name: "a", content: Self.text, flags: 1)) == .unsupported("encryption of a"))
    #expect(
      try error(.init(name: "a", content: Self.text, method: 12))
        == .unsupported("compression method 12 of a"))
    #expect(
      try error(.init(name: "a", content: Self.text, checksum: 1))
        == .damaged(name: "a", reason: "its checksum is wrong"))
    for size in [Self.long.count - 1, Self.long.count + 1, 0] {
      #expect(
        try error(.init(name: "a", content: Self.long, size: size))
          == .damaged(name: "a", reason: "it unpacks to another size than stated"))
    }
    #expect(
      try error(.init(name: "a", content: Self.long, size: 90_000_000), limit: .max)
        == .damaged(name: "a", reason: "it cannot be as large as it says"))
    #expect(
      try error(.init(name: "a", content: Self.text, isDeflated: false, size: 3))
        == .damaged(name: "a", reason: "its two sizes differ though it is stored"))
    #expect(
      try error(.init(name: "a", content: Self.text, localName: "b"))
        == .malformed(offset: 0, reason: "the two headers of a differ"))
  }

  /// A file cut off anywhere, or with a byte changed, is refused or gives what was packed.
  @Test func damageIsFound() throws {
    let entries: [ZipWriter.Entry] = [
      .init(name: "one", content: Self.text), .init(name: "two", content: Self.long),
      .init(name: "three", content: Self.text, isDeflated: false),
    ]
    let bytes = ZipWriter(entries: entries).bytes()
    for length in 0..<bytes.count {
      #expect(throws: ZipError.self) { try ZipArchive(Array(bytes[..<length])) }
    }
    var generator = Generator(seed: 7)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        damaged[Int.random(in: damaged.indices, using: &generator)] = generator.next(
          upperBound: 255)
      }
      guard let archive = try? ZipArchive(damaged) else { continue }
      for member in archive.members {
        guard let content = try? archive.read(member, limit: 50_000) else { continue }
        #expect(entries.contains { $0.content == content })
      }
    }
  }

  @Test func anyBytes() {
    var generator = Generator(seed: 8)
    for _ in 0..<500 {
      let bytes = generator.bytes(length: 200) + [0x50, 0x4B, 5, 6] + generator.bytes(length: 60)
      if let archive = try? ZipArchive(bytes) {
        for member in archive.members { _ = try? archive.read(member, limit: 1 << 16) }
      }
    }
  }
}
