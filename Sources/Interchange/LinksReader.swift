import Text

/// Reads links: `[0]:[0, 1]`, with `:0.9731` behind it where there is a confidence.
///
/// Other aligners write a cost there: where any number of the file is outside 0 to 1, none of them
/// is taken for a confidence.
func readLinkLines(_ document: Document) throws(BeadsError) -> [RecordedBead] {
  let bytes = document.bytes.span
  var beads: [RecordedBead] = []
  var holdsConfidences = true
  var lines = Lines(from: document.contentStart)
  var number = 0
  while let range = lines.nextLine(in: bytes) {
    number += 1
    var line = LinkLine(at: range.lowerBound, end: range.upperBound)
    if line.isAtEnd(bytes) { continue }
    guard let source = line.indexes(bytes), line.take(UInt8(ascii: ":"), bytes),
      let target = line.indexes(bytes)
    else { throw BeadsError(file: document.name, line: number, kind: .notALink) }
    var confidence: Double?
    if line.take(UInt8(ascii: ":"), bytes) {
      confidence = Double(document.string(line.rest(bytes)))
      if confidence?.isFinite != true {
        throw BeadsError(file: document.name, line: number, kind: .notALink)
      }
    } else if !line.isAtEnd(bytes) {
      throw BeadsError(file: document.name, line: number, kind: .notALink)
    }
    if let confidence, !(0...1).contains(confidence) { holdsConfidences = false }
    beads.append(
      RecordedBead(
        line: number, link: Link(source: source, target: target), confidence: confidence))
  }
  if holdsConfidences { return beads }
  return beads.map { RecordedBead(line: $0.line, link: $0.link) }
}

/// A place in a line of links; white space counts for nothing between tokens.
private struct LinkLine {
  var at: Int
  let end: Int

  /// Passes `byte`, if it is next.
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipSpaces(bytes)
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func isAtEnd(_ bytes: Span<UInt8>) -> Bool {
    skipSpaces(bytes)
    return at == end
  }

  /// Passes a list of indexes in square brackets; nil where there is none.
  mutating func indexes(_ bytes: Span<UInt8>) -> [Int]? {
    guard take(UInt8(ascii: "["), bytes) else { return nil }
    var indexes: [Int] = []
    if take(UInt8(ascii: "]"), bytes) { return indexes }
    while let index = index(bytes) {
      indexes.append(index)
      if take(UInt8(ascii: "]"), bytes) { return indexes }
      if !take(UInt8(ascii: ","), bytes) { return nil }
    }
    return nil
  }

  /// What is left, without the white space around it.
  mutating func rest(_ bytes: Span<UInt8>) -> Range<Int> {
    skipSpaces(bytes)
    var last = end
    while last > at, bytes[last - 1] <= 0x20 { last -= 1 }
    return at..<last
  }

  private mutating func index(_ bytes: Span<UInt8>) -> Int? {
    skipSpaces(bytes)
    let start = at
    var value = 0
    while at < end, (0x30...0x39).contains(bytes[at]) {
      // No text has 10¹⁵ sentences.
      guard value < 1_000_000_000_000_000 else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }

  private mutating func skipSpaces(_ bytes: Span<UInt8>) {
    while at < end, bytes[at] <= 0x20 { at += 1 }
  }
}
