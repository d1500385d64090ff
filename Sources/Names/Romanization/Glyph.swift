import ICU

/// A few letters of Latin script as the bytes of their UTF-8, eight at most.
struct Glyph: Equatable {
  private var bits: UInt64 = 0
  private(set) var count = 0

  init(_ text: String) {
    for byte in text.utf8.prefix(8) {
      bits |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
  }

  /// The same with a capital at the beginning.
  static func capital(_ text: String) -> Glyph {
    guard let first = text.unicodeScalars.first else { return Glyph(text) }
    let rest = text.unicodeScalars.dropFirst()
    var capital = first.properties.uppercaseMapping
    capital.unicodeScalars.append(contentsOf: rest)
    return Glyph((try? Normalizer(.nfc).normalize(capital)) ?? capital)
  }

  func append(to output: inout [UInt8]) {
    var rest = bits
    for _ in 0..<count {
      output.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
