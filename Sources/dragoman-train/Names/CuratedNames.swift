import FoundationEssentials
import Interchange
import Names

/// Persons and places of a glossary's file.
enum CuratedNames {
  /// For each spelling in Arabic the English ones that are as long, the preferred first.
  static func read(_ path: String) throws -> [(arabic: [String], english: [String])] {
    var rows = CSVRows(Array(try Data(contentsOf: URL(filePath: path))))
    guard let header = try rows.next()?.fields else { return [] }
    var result: [(arabic: [String], english: [String])] = []
    while let row = try rows.next()?.fields {
      func cell(_ name: String) -> String {
        header.firstIndex(of: name).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
      }
      func values(_ name: String) -> [String] {
        cell(name).split(separator: "|").map { String($0) }
      }
      guard cell("pos") == "proper" else { continue }
      let english = [cell("preferred")] + values("admitted")
      for arabic in [cell("arabic")] + values("variants") {
        let words = arabic.split(separator: " ").count
        // بوتين is Putin and not Vladimir Putin.
        let distances = english.map { abs($0.split(separator: " ").count - words) }
        let least = distances.min() ?? 0
        result.append(
          (
            [arabic],
            zip(english, distances).filter { $0.1 == least && isSpelling($0.0, of: english) }
              .map(\.0)
          ))
      }
    }
    return result
  }

  /// Whether a rendering is another spelling of the preferred one, and not another name, as South
  /// Africa is for its capital.
  private static func isSpelling(_ rendering: String, of english: [String]) -> Bool {
    let letters = NameLetters.latin(rendering)
    return english[0].split(separator: " ").contains { word in
      let other = NameLetters.latin(String(word))
      return letters.contains { other.contains($0) }
        && Double(common(letters, other)) >= 0.5 * Double(min(letters.count, other.count))
    }
  }

  /// The length of the longest sequence of letters both have in order.
  private static func common(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for letter in a {
      var diagonal = 0
      for at in b.indices {
        let above = row[at + 1]
        row[at + 1] = letter == b[at] ? diagonal + 1 : max(above, row[at])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
