import ICU

/// Checks the bidi controls of one line: balance (UAX #9), overrides, controls that change what
/// is read (UTS #55, CVE-2021-42574), and marks that do nothing.
struct ControlCheck: ~Copyable {
  /// Whether even a control that serves its purpose is reported if it changes the order.
  private let isStrict: Bool
  private var layout: DisplayOrder

  /// Laying out a line once for each control is quadratic; beyond this many bytes a line is laid
  /// out only with all its controls and with none.
  private static let budget = 1 << 24

  init(isStrict: Bool) throws(ICUError) {
    self.isStrict = isStrict
    layout = try DisplayOrder()
  }

  /// Appends the findings of `line`, in no order.
  ///
  /// - Parameter base: the direction by the language; that of the first strong character, a mark
  ///   perhaps, is tried as well, since a control may be there for programs that go by it.
  mutating func check(
    _ line: Range<Int>, in bytes: Span<UInt8>, base: TextDirection,
    into findings: inout [BidiFinding]
  ) throws(ICUError) {
    let pairs = ControlPairs(line, in: bytes)
    if pairs.items.isEmpty { return }
    checkBalance(pairs, into: &findings)
    let bases = [base.base, .firstStrong(fallback: base)]
    if line.count > Self.budget / pairs.items.count {
      try checkAllAtOnce(pairs, line, bytes, bases, into: &findings)
    } else {
      try checkOpeners(pairs, line, bytes, bases, into: &findings)
      try checkMarks(pairs, line, bytes, bases, into: &findings)
    }
  }

  private func checkBalance(_ pairs: ControlPairs, into findings: inout [BidiFinding]) {
    for item in pairs.items {
      switch item.control.kind {
      case .mark: continue
      case .embedding, .override, .isolate:
        if item.control.kind == .override {
          findings.append(
            BidiFinding(
              rule: .override, range: item.range,
              what: "\(item.control.label) forces letters out of their order",
              advice: "remove it, as dragoman bidi strip does"))
        }
        if item.partner == nil {
          let closer: BidiControl =
            item.control.kind == .isolate ? .popDirectionalIsolate : .popDirectionalFormat
          findings.append(
            BidiFinding(
              rule: .unclosed, range: item.range,
              what: "\(item.control.label) is never closed and reaches to the end of the line",
              advice: "close it with \(closer.label) or remove it"))
        }
      case .popFormat, .popIsolate:
        if item.partner == nil {
          findings.append(
            BidiFinding(
              rule: .unmatched, range: item.range,
              what: "\(item.control.label) closes nothing",
              advice: "remove it, or put the control it should close before it"))
        }
      }
    }
  }

  /// Embeddings and isolates that change the order, and are not there to keep a field together.
  private mutating func checkOpeners(
    _ pairs: ControlPairs, _ line: Range<Int>, _ bytes: Span<UInt8>, _ bases: [BaseDirection],
    into findings: inout [BidiFinding]
  ) throws(ICUError) {
    for item in pairs.items {
      let kind = item.control.kind
      // An override, or what is never closed, is reported as such.
      guard kind == .embedding || kind == .isolate, let partner = item.partner else { continue }
      let closer = pairs.items[partner].range
      let content = item.range.upperBound..<closer.lowerBound
      if !isStrict, isField(content, of: item.control, in: bytes) { continue }
      let removed = [item.range, closer]
      guard try changesOrder(line, bytes, [], removed, bases) else { continue }
      findings.append(
        BidiFinding(
          rule: .orderChanged, range: item.range,
          what: "\(item.control.label) makes the text read in another order than it is written",
          advice: "remove it, or see that the order shown is what is meant"))
    }
  }

  /// Whether an isolate agrees with its content, so that it only keeps a field of the line together:
  /// FSI with the first visible letter, LRI and RLI with most of the letters.
  private func isField(
    _ content: Range<Int>, of control: BidiControl, in bytes: Span<UInt8>
  ) -> Bool {
    let direction: TextDirection
    switch control {
    case .leftToRightIsolate: direction = .leftToRight
    case .rightToLeftIsolate: direction = .rightToLeft
    case .firstStrongIsolate:
      guard let first = firstStrongDirection(of: content, in: bytes) else { return true }
      direction = first
    default: return false
    }
    var agreeing = 0
    var opposed = 0
    var at = content.lowerBound
    while at < content.upperBound {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      guard let value = Unicode.Scalar(scalar.value), BidiControl(rawValue: scalar.value) == nil
      else { continue }
      let bidiClass = Properties.bidiClass(of: value)
      if direction.isStrong(bidiClass) {
        agreeing += 1
      } else if direction.opposite.isStrong(bidiClass) {
        opposed += 1
      }
      if control == .firstStrongIsolate, agreeing + opposed > 0 { break }
    }
    return agreeing >= opposed
  }

  /// Marks without which the line looks the same, one after another, so that of two that do the
  /// work of one only one is found.
  private mutating func checkMarks(
    _ pairs: ControlPairs, _ line: Range<Int>, _ bytes: Span<UInt8>, _ bases: [BaseDirection],
    into findings: inout [BidiFinding]
  ) throws(ICUError) {
    var strays: [Range<Int>] = []
    for (index, item) in pairs.items.enumerated() where item.control.kind == .mark {
      if try changesOrder(line, bytes, strays, [item.range], bases) {
        guard isStrict else { continue }
        findings.append(
          BidiFinding(
            rule: .orderChanged, range: item.range,
            what: "\(item.control.label) changes the order in which the line is read",
            advice: "see that the order shown is what is meant"))
        continue
      }
      strays.append(item.range)
      let next = index + 1 < pairs.items.count ? pairs.items[index + 1] : nil
      let isDoubled =
        next?.control == item.control && next?.range.lowerBound == item.range.upperBound
      findings.append(
        BidiFinding(
          rule: .strayMark, range: item.range,
          what: isDoubled
            ? "\(item.control.label) is doubled" : "\(item.control.label) changes nothing",
          advice: "remove it"))
    }
  }

  private mutating func checkAllAtOnce(
    _ pairs: ControlPairs, _ line: Range<Int>, _ bytes: Span<UInt8>, _ bases: [BaseDirection],
    into findings: inout [BidiFinding]
  ) throws(ICUError) {
    guard let first = pairs.items.first,
      try changesOrder(line, bytes, [], pairs.items.map(\.range), bases)
    else { return }
    findings.append(
      BidiFinding(
        rule: .orderChanged, range: first.range,
        what: "\(pairs.items.count) controls together change the order in which the line is read",
        advice: "remove them, as dragoman bidi strip does"))
  }

  /// Whether `line`, in which `before` is removed already, looks otherwise without `removed`.
  private mutating func changesOrder(
    _ line: Range<Int>, _ bytes: Span<UInt8>, _ before: [Range<Int>], _ removed: [Range<Int>],
    _ bases: [BaseDirection]
  ) throws(ICUError) -> Bool {
    let all = (before + removed).sorted { $0.lowerBound < $1.lowerBound }
    for base in bases {
      let with = try layout.order(of: line, in: bytes, without: before, base: base)
      let without = try layout.order(of: line, in: bytes, without: all, base: base)
      if with != without { return true }
    }
    return false
  }

  /// Whether the line looks otherwise in the other direction.
  mutating func dependsOnBase(
    _ line: Range<Int>, in bytes: Span<UInt8>
  ) throws(ICUError) -> Bool {
    let left = try layout.order(of: line, in: bytes, without: [], base: .leftToRight)
    let right = try layout.order(of: line, in: bytes, without: [], base: .rightToLeft)
    return left != right
  }
}
