import Foundation
import ICU
import Testing

/// Unicode's own test of UAX #9, as Debian's package unicode-data installs it.
///
/// `UNICODE_DATA` in the environment names another folder to look in.
private enum ConformanceFile {
  static let text: String? = {
    let folder =
      ProcessInfo.processInfo.environment["UNICODE_DATA"] ?? "/usr/share/unicode"
    let path = folder + "/BidiCharacterTest.txt"
    if let text = try? String(contentsOfFile: path, encoding: .utf8) { return text }
    guard FileManager.default.fileExists(atPath: path + ".gz") else { return nil }
    let gunzip = Process()
    let output = Pipe()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "-dc", path + ".gz"]
    gunzip.standardOutput = output
    guard (try? gunzip.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    return String(data: data, encoding: .utf8)
  }()

  /// Why the test cannot be run, or `nil` if it can.
  static let obstacle: String? = {
    guard let text else { return "BidiCharacterTest.txt is not here; apt install unicode-data" }
    let title = "# BidiCharacterTest-\(ICUVersion.unicode)."
    return text.hasPrefix(title)
      ? nil : "BidiCharacterTest.txt is not of Unicode \(ICUVersion.unicode)"
  }()
}

@Suite("UAX #9 conformance")
struct BidiConformanceTests {
  /// The lines in which ICU 72 itself departs from UAX #9.
  ///
  /// They are about embeddings that touch isolates or brackets, marks after closing brackets, and
  /// brackets nested more than 63 deep; a C program on ICU alone gets the same lines wrong.
  static let departures = 31

  @Test(
    "BidiCharacterTest.txt",
    .enabled(if: ConformanceFile.obstacle == nil, "\(ConformanceFile.obstacle ?? "")"))
  func characterTest() throws {
    var bidi = try Bidi()
    var cases = 0
    var failures: [Substring] = []
    for line in (ConformanceFile.text ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 5 else { continue }
      let scalars = fields[0].split(separator: " ").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      let text = String(String.UnicodeScalarView(scalars))
      let base: BaseDirection =
        switch fields[1] {
        case "0": .leftToRight
        case "1": .rightToLeft
        default: .firstStrong(fallback: .leftToRight)
        }
      try bidi.setParagraph(text.utf8.span, base: base)
      cases += 1

      let levels = try bidi.levels()
      let expected = fields[3].split(separator: " ").map { UInt8($0) }
      let sameLevels =
        levels.count == expected.count
        && zip(levels, expected).allSatisfy { $1 == nil || $0 == $1 }

      // The order of display, leaving out what UAX #9 removes.
      var starts: [Int: Int] = [:]
      var offset = 0
      for (index, scalar) in scalars.enumerated() {
        starts[offset] = index
        offset += UTF8.width(scalar)
      }
      var order: [Int] = []
      for run in try bidi.visualRuns() {
        let indices = run.range.compactMap { starts[$0] }
        order += run.direction == .leftToRight ? indices : indices.reversed()
      }
      order.removeAll { $0 >= expected.count || expected[$0] == nil }
      let sameOrder = order == fields[4].split(separator: " ").compactMap { Int($0) }
      let sameBase = String(bidi.paragraphLevel) == fields[2]

      if !sameLevels || !sameOrder || !sameBase { failures.append(line) }
    }
    #expect(cases > 90_000)
    #expect(failures.count <= Self.departures, "the first: \(failures.first ?? "")")
  }
}
