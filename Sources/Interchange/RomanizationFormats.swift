import Names
import Text

/// The forms a romanized text can be written in.
package enum RomanizationFormat: String, Sendable, CaseIterable {
  case text, tsv, jsonl
}

/// Writes romanized texts as they come.
///
/// As text, the text itself; as TSV, an Arabic word, its romanization and `vowels-missing` or
/// nothing, a word a line; as JSON Lines, an object a word with its file, its UTF-8 byte range and
/// the same.
package struct RomanizationWriter {
  private let format: RomanizationFormat
  private let json = JSONText()
  private var pending: [UInt8] = []

  package init(_ format: RomanizationFormat) { self.format = format }

  /// Writes what a text became.
  ///
  /// - Parameters:
  ///   - offset: bytes of the whole text before it.
  ///   - file: the name of the whole text.
  package mutating func write(
    _ result: Romanized, of bytes: Span<UInt8>, offset: Int, file: String,
    to output: inout some ByteOutputStream
  ) throws {
    let latin = result.bytes.span
    switch format {
    case .text: output.write(latin)
    case .tsv:
      for word in result.words {
        append(word.source, of: bytes)
        pending.append(0x09)
        append(word.latin, of: latin)
        pending.append(0x09)
        if word.lacksVowels { pending.append(contentsOf: "vowels-missing".utf8) }
        pending.append(0x0A)
      }
    case .jsonl:
      let name = try json.value(file)
      for word in result.words {
        pending.append(
          contentsOf: "{\"end\":\(offset + word.source.upperBound),\"file\":\(name),\"latin\":".utf8
        )
        appendString(word.latin, of: latin)
        pending.append(
          contentsOf: ",\"start\":\(offset + word.source.lowerBound),\"text\":".utf8)
        appendString(word.source, of: bytes)
        pending.append(contentsOf: ",\"vowels_missing\":\(word.lacksVowels)}\n".utf8)
      }
    }
    output.write(pending.span)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ range: Range<Int>, of bytes: Span<UInt8>) {
    for at in range { pending.append(bytes[at]) }
  }

  /// Appends a JSON string (RFC 8259, section 7).
  private mutating func appendString(_ range: Range<Int>, of bytes: Span<UInt8>) {
    pending.append(0x22)
    for at in range {
      let byte = bytes[at]
      switch byte {
      case 0x22, 0x5C: pending.append(contentsOf: [0x5C, byte])
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        pending.append(contentsOf: "\\u00".utf8)
        pending.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: pending.append(byte)
      }
    }
    pending.append(0x22)
  }
}
