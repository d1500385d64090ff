import Text

/// A line of a links file that is not `[0, 1]:[2]`.
package struct LinksProblem: Error, Equatable, Sendable {
  package let file: String
  /// 1-based.
  package let line: Int
}

/// Reads a gold alignment: a link a line, `[source indexes]:[target indexes]`, 0-based.
package func readLinks(_ document: Document) throws(LinksProblem) -> [Link] {
  var links: [Link] = []
  var lines = Lines(from: document.contentStart)
  var number = 0
  while let range = lines.nextLine(in: document.bytes.span) {
    number += 1
    let line = document.string(range).filter { $0 != " " }
    if line.isEmpty { continue }
    let sides = line.split(separator: ":", omittingEmptySubsequences: false).map(indexList)
    guard sides.count == 2, let source = sides[0], let target = sides[1] else {
      throw LinksProblem(file: document.name, line: number)
    }
    links.append(Link(source: source, target: target))
  }
  return links
}

private func indexList(_ text: Substring) -> [Int]? {
  guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
  let items = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
  if items == [""] { return [] }
  let numbers = items.compactMap { Int($0) }
  return numbers.count == items.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
}
