import ICU

/// Finds out whether a control changes the order in which a line's visible characters are shown.
///
/// The line is laid out with the control and without it (UAX #9), and the places of everything but
/// white space and controls are compared; so is the side that brackets and the like face.
struct DisplayOrder: ~Copyable {
  private var bidi: Bidi
  private var text: [UInt8] = []
  /// For each byte of `text` that begins a visible scalar, one more than its offset in the line,
  /// else 0.
  private var sources: [UInt32] = []
  private var order: [UInt32] = []

  init() throws(ICUError) { bidi = try Bidi() }

  /// The visible scalars of `line` as shown in a direction, from left to right, where the ranges in
  /// `removed`, which are sorted, were not there.
  ///
  /// A scalar is its place in the line, doubled, and one more where it shows its mirror image.
  mutating func order(
    of line: Range<Int>, in bytes: Span<UInt8>, without removed: [Range<Int>], base: BaseDirection
  ) throws(ICUError) -> [UInt32] {
    fill(line, bytes, removed)
    let text = text
    try bidi.setParagraph(text.span, base: base)
    order.removeAll(keepingCapacity: true)
    for run in try bidi.visualRuns() {
      switch run.direction {
      case .leftToRight: for at in run.range { append(at, isMirrored: false) }
      case .rightToLeft: for at in run.range.reversed() { append(at, isMirrored: true) }
      }
    }
    return order
  }

  private mutating func append(_ at: Int, isMirrored: Bool) {
    let source = sources[at]
    guard source > 0 else { return }
    guard isMirrored, let scalar = Unicode.Scalar(text.span.scalar(at: at).value),
      Properties.mirrorImage(of: scalar) != scalar
    else {
      order.append(source &* 2)
      return
    }
    order.append(source &* 2 | 1)
  }

  private mutating func fill(_ line: Range<Int>, _ bytes: Span<UInt8>, _ removed: [Range<Int>]) {
    text.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    var next = 0
    var at = line.lowerBound
    while at < line.upperBound {
      if next < removed.count, removed[next].lowerBound == at {
        at = max(removed[next].upperBound, at + 1)
        next += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      let isVisible = !isWhitespace(scalar.value) && BidiControl(rawValue: scalar.value) == nil
      sources.append(isVisible ? UInt32(truncatingIfNeeded: at - line.lowerBound + 1) : 0)
      for offset in at..<at + scalar.length {
        text.append(bytes[offset])
        if offset > at { sources.append(0) }
      }
      at += scalar.length
    }
  }
}
