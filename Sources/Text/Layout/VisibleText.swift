import ICU

/// Text for a line that a person reads, without what would move the cursor, change the terminal or
/// reorder the rest of the line: controls become U+FFFD, tabs spaces, and embeddings, overrides and
/// isolates (UAX #9) go.
///
/// - Parameter keepingFields: whether first-strong isolates and what closes them stay, for a line
///   put together of `visibleField`s.
package func visibleText(_ text: String, keepingFields: Bool = false) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
    return text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(" ")
    case 0x00...0x1F, 0x7F...0x9F: result.append("\u{FFFD}")
    case 0x2068, 0x2069:
      if keepingFields { result.append(scalar) }
    case 0x202A...0x202E, 0x2066...0x2067: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A text as a field of a line that a person reads: visible, and, where the line goes to a terminal
/// and the text has right-to-left letters or digits, in isolates, so that it moves nothing around it.
package func visibleField(_ text: String, isIsolated: Bool) -> String {
  let visible = visibleText(text)
  guard isIsolated, visible.unicodeScalars.contains(where: { reordersLine($0) }) else {
    return visible
  }
  return isolated(visible)
}

private func reordersLine(_ scalar: Unicode.Scalar) -> Bool {
  isRightToLeft(scalar.value)
    || (scalar.value >= 0x0590 && Properties.bidiClass(of: scalar) == .arabicNumber)
}
