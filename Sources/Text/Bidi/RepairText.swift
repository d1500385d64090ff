import ICU

/// Brings text extracted from a PDF back to the order it is read in, and its presentation forms back
/// to letters.
///
/// Each line is judged by itself, by how its presentation forms join and by the letters its words
/// begin and end with; a line that says nothing goes with the others. A line in the order of display
/// is turned round, and only then do its forms become letters: the other way about, the lam-alef of
/// `السلام` would come out as `السالم`. Lines that need neither keep every byte.
package struct RepairText: Sendable {
  /// The order the text's lines are in.
  package enum Order: String, Sendable, CaseIterable {
    /// To be told, line by line.
    case auto
    /// Of reading: only forms are replaced.
    case logical
    /// Of display: every line with right-to-left letters is turned round.
    case visual
  }

  /// What was done to a line.
  package struct Repair: Sendable, Equatable {
    /// The line's UTF-8 bytes in the text that was read.
    package let range: Range<Int>
    /// Whether it was in the order of display.
    package let isReversed: Bool
    /// Presentation forms that became letters.
    package let forms: Int
    /// The line as it is now.
    package let text: String
  }

  private let rule: BaseRule
  private let order: Order
  private let forms: PresentationForms

  package init(rule: BaseRule = .language(nil), order: Order = .auto) throws(ICUError) {
    forms = try PresentationForms()
    self.rule = rule
    self.order = order
  }

  /// The text repaired, and what was done to it, in order.
  package func repair(
    _ document: Document
  ) throws(ICUError) -> (text: [UInt8], repairs: [Repair]) {
    let lines = try document.paragraphs.map { (range) throws(ICUError) in
      try Line(range, document.bytes.span, forms)
    }
    let consensus = Consensus(lines)
    let language = rule.language(of: document)
    var repairs: [Repair] = []
    var text: [UInt8] = []
    text.reserveCapacity(document.bytes.count)
    var copied = 0
    for line in lines {
      let isReversed = isReversed(line, consensus)
      guard isReversed || line.evidence.forms > 0 else { continue }
      let base = rule.base(of: line.range, in: document.bytes.span, document: language)
      let repaired = try repaired(line, base.direction, isReversed, consensus)
      if repaired.elementsEqual(document.bytes[line.range]) { continue }
      text += document.bytes[copied..<line.range.lowerBound]
      text += repaired
      copied = line.range.upperBound
      repairs.append(
        Repair(
          range: line.range, isReversed: isReversed, forms: line.evidence.forms,
          text: String(decoding: repaired, as: UTF8.self)))
    }
    text += document.bytes[copied...]
    return (text, repairs)
  }

  private func isReversed(_ line: Line, _ consensus: Consensus) -> Bool {
    // Turning a line round would open what its controls close.
    guard line.hasRightToLeft, !line.hasEnclosingControls else { return false }
    switch order {
    case .logical: return false
    case .visual: return true
    case .auto:
      switch line.evidence.verdict {
      case .logical: return false
      case .visual: return line.evidence.isStrong || !consensus.isLogical
      case .undecided: return consensus.takesForVisual(line)
      }
    }
  }

  private func repaired(
    _ line: Line, _ base: TextDirection, _ isReversed: Bool, _ consensus: Consensus
  ) throws(ICUError) -> [UInt8] {
    var scalars = line.scalars
    if isReversed {
      let marks = VisualLine.marks(in: scalars) ?? consensus.marks
      scalars = VisualLine(scalars, marks: marks).logical(base: base)
    }
    var text: [UInt8] = []
    text.reserveCapacity(line.range.count)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isReversed, Self.isLamAlef(scalar) {
        // A vowel drawn over the two is the lam's, since the alef is none but length.
        appendUTF8(of: 0x0644, to: &text)
        while index < scalars.count, (0x064E...0x0652).contains(scalars[index]) {
          appendUTF8(of: scalars[index], to: &text)
          index += 1
        }
        appendUTF8(of: 0x0627, to: &text)
      } else if PresentationForms.isForm(scalar) {
        try forms.appendLetters(of: scalar, to: &text)
      } else {
        appendUTF8(of: scalar, to: &text)
      }
    }
    return text
  }

  private static func isLamAlef(_ scalar: UInt32) -> Bool { scalar == 0xFEFB || scalar == 0xFEFC }
}

/// A line and the signs of the order it is in.
private struct Line {
  let range: Range<Int>
  let scalars: [UInt32]
  let evidence: OrderEvidence
  let hasRightToLeft: Bool
  let hasEnclosingControls: Bool

  init(
    _ range: Range<Int>, _ bytes: Span<UInt8>, _ forms: PresentationForms
  ) throws(ICUError) {
    var scalars: [UInt32] = []
    var hasRightToLeft = false
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      scalars.append(scalar.value)
      hasRightToLeft = hasRightToLeft || Text.isRightToLeft(scalar.value)
      at += scalar.length
    }
    self.range = range
    self.scalars = scalars
    self.hasRightToLeft = hasRightToLeft
    evidence = try OrderEvidence(scalars, forms)
    hasEnclosingControls = ControlPairs(range, in: bytes).items.contains {
      $0.control.kind != .mark
    }
  }
}

/// What the lines of a document that can be judged say of those that cannot.
private struct Consensus {
  /// Whether nearly all lines are in the order of reading, so that a short line of odd words is too.
  let isLogical: Bool
  private let isVisual: Bool
  private let visualLines: Int
  /// Where a line's own words do not say where marks stand.
  let marks: VisualLine.Marks

  init(_ lines: [Line]) {
    var visual = 0
    var logical = 0
    var turned = 0
    for line in lines {
      switch line.evidence.verdict {
      case .visual: visual += 1
      case .logical: logical += 1
      case .undecided: continue
      }
      guard line.evidence.verdict == .visual else { continue }
      switch VisualLine.marks(in: line.scalars) {
      case .beforeLetter?: turned += 1
      case .afterLetter?: turned -= 1
      case nil: continue
      }
    }
    isVisual = visual > 4 * logical
    isLogical = logical > 4 * visual
    visualLines = visual
    marks = turned > 0 ? .beforeLetter : .afterLetter
  }

  /// Where nearly all lines are in the order of display, others are too; where those lines are few,
  /// only one that leans that way.
  func takesForVisual(_ line: Line) -> Bool {
    isVisual && (visualLines >= 3 || line.evidence.letters <= -6)
  }
}
