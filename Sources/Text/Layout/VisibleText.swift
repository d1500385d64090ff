/// Text for a line that a person reads, without what would move the cursor, change the terminal or
/// reorder the rest of the line: controls become U+FFFD, tabs spaces, and embeddings, overrides and
/// isolates (UAX #9) go.
package func visibleText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(" ")
    case 0x00...0x1F, 0x7F...0x9F: result.append("\u{FFFD}")
    case 0x202A...0x202E, 0x2066...0x2069: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}
