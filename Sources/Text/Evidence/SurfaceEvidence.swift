/// Evidence that stands in the text itself: Latin words, question marks, quotes.
package struct SurfaceEvidence: EvidenceSource {
  package init() {}

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    var quotes = 0
    for token in tokens {
      switch token.kind {
      // Their values are `QuantityEvidence`'s.
      case .number: break
      case .word:
        if let hash = latinHash(token.range, bytes) { keys.append(EvidenceKey(.latin, hash)) }
      case .symbol:
        switch bytes.scalar(at: token.range.lowerBound).value {
        case 0x3F, 0x061F: keys.append(EvidenceKey(.question, 0))
        case 0x22, 0xAB, 0x201C: quotes += 1
        default: break
        }
      }
    }
    if quotes > 0 { keys.append(EvidenceKey(.quotation, 0)) }
  }

  /// A hash of a Latin word's letters without case; nil for other scripts and single letters.
  private func latinHash(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt64? {
    var hash = FNV1a()
    var letters = 0
    for at in range {
      let byte = bytes[at]
      guard byte < 0x80 else { return nil }
      switch byte {
      case 0x41...0x5A: hash.add(byte + 0x20)
      case 0x2E: continue
      default: hash.add(byte)
      }
      letters += 1
    }
    return letters > 1 ? hash.value : nil
  }
}

/// The 64-bit FNV-1a hash, which unlike Swift's is the same in every run.
struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
