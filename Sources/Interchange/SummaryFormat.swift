import Text

extension BitextSummary {
  /// The summary in one line.
  package var line: String {
    let beads = bitext.beads
    if beads.isEmpty { return "no sentence on either side" }
    var parts = ["\(counted(beads.count, "bead")): \(typeList(limit: 4))"]
    if omitted > 0 { parts.append("\(counted(omitted, "sentence")) left out") }
    if inserted > 0 { parts.append("\(inserted) added") }
    if crossings > 0 { parts.append("\(crossings) cross") }
    parts.append("mean confidence \(hundredths(meanConfidence))")
    if !review.isEmpty { parts.append("\(review.count) to review") }
    return parts.joined(separator: "; ")
  }

  /// The summary in up to twelve lines: counts, what was left out and added, what to review first.
  ///
  /// - Parameters:
  ///   - columns: how wide a line may be.
  ///   - hasIsolates: whether a person reads it on a terminal.
  package func lines(columns: Int, hasIsolates: Bool) -> [String] {
    let beads = bitext.beads
    if beads.isEmpty { return [line] }
    let sentences = (bitext.source.sentences.count, bitext.target.sentences.count)
    var lines = [
      "\(counted(beads.count, "bead")) of \(sentences.0) and \(sentences.1) sentences: "
        + typeList(limit: 6) + (crossings == 0 ? "" : "; \(crossings) cross"),
      "mean confidence \(hundredths(meanConfidence))"
        + (review.isEmpty
          ? "; none below \(hundredths(minimumConfidence))"
          : "; \(review.count) below \(hundredths(minimumConfidence)), to review"),
    ]
    var listed: Set<Int> = []
    func list(_ heading: String, _ indexes: [Int]) {
      let shown = indexes.filter { !listed.contains($0) }.prefix(2)
      if shown.isEmpty { return }
      listed.formUnion(shown)
      lines.append(heading)
      lines += shown.map { entry(beads[$0], columns, hasIsolates) }
    }
    list("left out: \(share(omitted, sentences.0, "source sentence"))", omissions)
    list("added: \(share(inserted, sentences.1, "target sentence"))", insertions)
    list("review first:", review)
    return lines
  }

  /// `  [4]:[5, 6]  44 %  ` and how the first sentence of a side begins.
  private func entry(_ bead: Bead, _ columns: Int, _ hasIsolates: Bool) -> String {
    let label = "  \(Link(bead))  \(percent(bead.confidence))  "
    let (text, group) =
      bead.source.isEmpty ? (bitext.target, bead.target) : (bitext.source, bead.source)
    guard let first = group.first else { return label }
    let bytes = Array(visibleText(text.document.unwrappedString(text.sentences[first])).utf8)
    let room = max(10, columns - label.utf8.count)
    var used = 0
    var end = TerminalWidth.prefix(of: bytes.span, columns: room, used: &used)
    var beginning = String(decoding: bytes[..<end], as: UTF8.self)
    if end < bytes.count {
      end = TerminalWidth.prefix(of: bytes.span, columns: room - 1, used: &used)
      // A word is shown whole or not at all.
      let words = bytes[..<end].lastIndex(of: 0x20) ?? end
      beginning = String(decoding: bytes[..<words], as: UTF8.self) + "…"
    }
    return label + visibleField(beginning, isIsolated: hasIsolates)
  }

  private func typeList(limit: Int) -> String {
    var parts = types.prefix(limit).map { "\($0.beads) \($0.type)" }
    let rest = types.dropFirst(limit).reduce(0) { $0 + $1.beads }
    if rest > 0 { parts.append("\(rest) other") }
    return parts.joined(separator: ", ")
  }

  private func share(_ part: Int, _ whole: Int, _ noun: String) -> String {
    let tenths = whole == 0 ? 0 : Int((1000 * Double(part) / Double(whole)).rounded())
    return "\(part) of \(counted(whole, noun)) (\(tenths / 10).\(tenths % 10) %)"
  }

  private func percent(_ value: Double) -> String { "\(Int((value * 100).rounded(.down))) %" }
  private func hundredths(_ value: Double) -> String { String(decimal(value).prefix(4)) }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
