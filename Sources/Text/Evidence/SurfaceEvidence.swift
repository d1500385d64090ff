/// Evidence that stands in the text itself: numbers in digits, Latin words, question marks, quotes.
package struct SurfaceEvidence: EvidenceSource {
  package init() {}

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    var quotes = 0
    for token in tokens {
      switch token.kind {
      case .number:
        if let value = numberInHundredths(token.range, bytes) {
          keys.append(EvidenceKey(.number, value))
        }
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

  /// A number's value times 100; nil past 17 digits.
  ///
  /// One separator before exactly three digits groups thousands, as does any that is repeated;
  /// another one marks decimals.
  private func numberInHundredths(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt64? {
    var digits: [UInt32] = []
    var separators: [(scalar: UInt32, at: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = bytes.scalar(at: offset)
      if let digit = digitValue(scalar.value) {
        digits.append(digit)
      } else if !isArabicMark(scalar.value), scalar.value != 0x0640 {
        separators.append((scalar.value, digits.count))
      }
      offset += scalar.length
    }
    var decimals = 0
    if let last = separators.last {
      let after = digits.count - last.at
      let isRepeated = separators.dropLast().contains { $0.scalar == last.scalar }
      if last.scalar == 0x066B || (after != 3 && !isRepeated) { decimals = after }
    }
    guard digits.count <= 17 else { return nil }
    var value: UInt64 = 0
    for digit in digits.dropLast(decimals) + digits.suffix(decimals).prefix(2) {
      value = value * 10 + UInt64(digit)
    }
    for _ in 0..<2 - min(decimals, 2) { value *= 10 }
    return value
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
