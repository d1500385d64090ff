import Text

/// Why a text cannot be written as TMX.
package enum TMXError: Error, Equatable, Sendable {
  /// XML 1.0 has no way to write this control character.
  case forbiddenCharacter(file: String, position: Position, scalar: UInt32)
}

/// Writes a bitext as TMX 1.4b, one translation unit a bead.
///
/// A sentence left alone makes a unit with one variant, so that no text is lost. The confidence is
/// a `prop` of type `x-confidence`.
struct TMXWriter {
  let toolVersion: String

  func write(_ bitext: Bitext, to output: inout some TextOutputStream) throws(TMXError) {
    let source = try Side(bitext.source)
    let target = try Side(bitext.target)
    output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="dragoman" creationtoolversion="\(toolVersion)" \
      segtype="sentence" o-tmf="dragoman" adminlang="en" \
      srclang="\(source.language)" datatype="plaintext"/>
        <body>

      """)
    for bead in bitext.beads {
      output.write("    <tu>\n")
      output.write("      <prop type=\"x-confidence\">\(decimal(bead.confidence))</prop>\n")
      source.write(bead.source, to: &output)
      target.write(bead.target, to: &output)
      output.write("    </tu>\n")
    }
    output.write("  </body>\n</tmx>\n")
  }

  private struct Side {
    let text: SegmentedText
    var language: String { text.language.rawValue }

    init(_ text: SegmentedText) throws(TMXError) {
      self.text = text
      let bytes = text.document.bytes.span
      for sentence in text.sentences {
        var at = sentence.lowerBound
        while at < sentence.upperBound {
          let scalar = bytes.scalar(at: at)
          if !Self.isAllowed(scalar.value) {
            throw .forbiddenCharacter(
              file: text.document.name,
              position: LineIndex(text.document).position(of: at, in: bytes), scalar: scalar.value)
          }
          at += scalar.length
        }
      }
    }

    /// XML 1.0 (fifth edition), production 2.
    private static func isAllowed(_ scalar: UInt32) -> Bool {
      scalar >= 0x20 ? scalar != 0xFFFE && scalar != 0xFFFF : scalar == 0x09
    }

    func write(_ group: Range<Int>, to output: inout some TextOutputStream) {
      if group.isEmpty { return }
      output.write("      <tuv xml:lang=\"\(language)\"><seg>")
      output.write(xmlEscaped(text.string(group)))
      output.write("</seg></tuv>\n")
    }
  }
}

/// Text with XML's markup characters as entities.
func xmlEscaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
