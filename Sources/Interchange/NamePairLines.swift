import Text

/// Reads names and the spellings attested for them: a name, a tab, `spelling|count` parted by `;`.
package struct NamePairLines: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let spellings: [String]
  }

  package private(set) var entries: [Entry] = []
  /// Lines, from 1, that have no tab or no spelling behind it.
  package private(set) var broken: [Int] = []

  package init(_ document: Document) {
    let bytes = document.bytes.span
    var lines = Lines(from: document.contentStart)
    var number = 0
    while let line = lines.nextLine(in: bytes) {
      number += 1
      let text = bytes.string(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      var spellings: [String] = []
      for spelling in cells.dropFirst().first?.split(separator: ";") ?? [] {
        if let name = spelling.split(separator: "|").first { spellings.append(String(name)) }
      }
      if cells[0].isEmpty || spellings.isEmpty {
        broken.append(number)
      } else {
        entries.append(Entry(name: String(cells[0]), spellings: spellings))
      }
    }
  }
}
