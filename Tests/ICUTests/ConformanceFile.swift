import Foundation
import ICU

/// One of Unicode's own test files, as Debian's package unicode-data installs it, compressed or not.
///
/// `UNICODE_DATA` in the environment names another folder to look in. The lines that ICU is known
/// to fail are listed by number, so a file is used only with the versions of Unicode and of ICU
/// that the numbers are of.
struct ConformanceFile: Sendable {
  /// A line that is neither empty nor a comment.
  struct Line: Sendable {
    /// From 1.
    let number: Int
    /// Without a comment at its end.
    let text: Substring
  }

  let lines: [Line]
  /// Why the file cannot be used, or `nil` if it can.
  let obstacle: String?

  static let bidi = ConformanceFile("BidiTest")
  static let bidiCharacters = ConformanceFile("BidiCharacterTest")
  static let graphemes = ConformanceFile("GraphemeBreakTest", in: "auxiliary/")
  static let words = ConformanceFile("WordBreakTest", in: "auxiliary/")
  static let sentences = ConformanceFile("SentenceBreakTest", in: "auxiliary/")
  static let lineBreaks = ConformanceFile("LineBreakTest", in: "auxiliary/")
  static let normalization = ConformanceFile("NormalizationTest")

  private static let icu = "72."

  private init(_ name: String, in folder: String = "") {
    let root = ProcessInfo.processInfo.environment["UNICODE_DATA"] ?? "/usr/share/unicode"
    guard let text = Self.read("\(root)/\(folder)\(name).txt") else {
      lines = []
      obstacle = "\(name).txt is not here; apt install unicode-data"
      return
    }
    if !text.hasPrefix("# \(name)-\(ICUVersion.unicode).") {
      obstacle = "\(name).txt is not of Unicode \(ICUVersion.unicode)"
    } else if !ICUVersion.icu.hasPrefix(Self.icu) {
      obstacle = "the lines listed are those of ICU \(Self.icu)x, and this is \(ICUVersion.icu)"
    } else {
      obstacle = nil
    }
    var lines: [Line] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let end = line.utf8.firstIndex(of: UInt8(ascii: "#")) ?? line.endIndex
      if end > line.startIndex { lines.append(Line(number: index + 1, text: line[..<end])) }
    }
    self.lines = lines
  }

  private static func read(_ path: String) -> String? {
    if let text = try? String(contentsOfFile: path, encoding: .utf8) { return text }
    for (suffix, program) in [(".bz2", "bzip2"), (".gz", "gzip"), (".xz", "xz")] {
      guard FileManager.default.fileExists(atPath: path + suffix) else { continue }
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [program, "-dc", path + suffix]
      process.standardOutput = output
      guard (try? process.run()) != nil else { continue }
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return String(data: data, encoding: .utf8) }
    }
    return nil
  }
}

/// The scalars of a list of hexadecimal numbers.
func scalars(_ hexadecimal: Substring) -> [Unicode.Scalar] {
  hexadecimal.split(separator: " ").compactMap {
    UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
