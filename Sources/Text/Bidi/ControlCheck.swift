import ICU

/// Checks the bidi controls of one line: balance (UAX #9), overrides, controls that change what
/// is read (UTS #55, CVE-2021-42574), and marks that do nothing.
struct ControlCheck: ~Copyable {
  /// Whether even a control that serves its purpose is reported if it changes the order.
  private let isStrict: Bool
  private var layout: DisplayOrder

  /// Laying out a line once for each control is quadratic: where controls times bytes are more than
  /// this, the line is laid out only with all of them and with none.
  private static let budget = 1 << 18

  /// How much of an isolate is read to see whether it agrees with its content, in bytes.
  private static let sample = 1 << 11

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
    let openers = pairs.items.filter { isSuspect($0, pairs, bytes) }
    let marks = pairs.items.count { $0.control.kind == .mark }
    if line.count > Self.budget / max(1, openers.count + marks) {
      try checkAllAtOnce(openers, pairs, line, bytes, bases, into: &findings)
    } else {
      try checkOpeners(openers, pairs, line, bytes, bases, into: &findings)
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

  /// Whether a control opens an embedding, or an isolate that is not there to keep a field together.
  ///
  /// An override, or what is never closed, is reported as such.
  private func isSuspect(
    _ item: ControlPairs.Item, _ pairs: ControlPairs, _ bytes: Span<UInt8>
  ) -> Bool {
    let kind = item.control.kind
    guard kind == .embedding || kind == .isolate, let partner = item.partner else { return false }
    let content = item.range.upperBound..<pairs.items[partner].range.lowerBound
    return isStrict || !isField(content, of: item.control, in: bytes)
  }

  private mutating func checkOpeners(
    _ openers: [ControlPairs.Item], _ pairs: ControlPairs, _ line: Range<Int>,
    _ bytes: Span<UInt8>, _ bases: [BaseDirection], into findings: inout [BidiFinding]
  ) throws(ICUError) {
    for item in openers {
      let removed = [item.range] + (item.partner.map { [pairs.items[$0].range] } ?? [])
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
    var end = min(content.upperBound, content.lowerBound + Self.sample)
    while end < content.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let content = content.lowerBound..<end
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
    _ openers: [ControlPairs.Item], _ pairs: ControlPairs, _ line: Range<Int>,
    _ bytes: Span<UInt8>, _ bases: [BaseDirection], into findings: inout [BidiFinding]
  ) throws(ICUError) {
    guard let first = openers.first else { return }
    let closers = openers.compactMap { $0.partner.map { pairs.items[$0].range } }
    guard try changesOrder(line, bytes, [], openers.map(\.range) + closers, bases) else { return }
    findings.append(
      BidiFinding(
        rule: .orderChanged, range: first.range,
        what: "\(openers.count) controls together make the text read in another order than it is "
          + "written",
        advice: "remove them, or see that the order shown is what is meant"))
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
