import ICU

/// Finds what makes a text's order of display doubtful, line by line.
package struct BidiCheck: ~Copyable {
  private let rule: BaseRule
  private var controls: ControlCheck

  /// - Parameter isStrict: whether every control that changes the order is reported, even an
  ///   isolate that keeps a field together or a mark in its place.
  package init(rule: BaseRule = .language(nil), isStrict: Bool = false) throws(ICUError) {
    self.rule = rule
    controls = try ControlCheck(isStrict: isStrict)
  }

  /// The findings of a document in the order of its text.
  package mutating func check(_ document: Document) throws(ICUError) -> [BidiFinding] {
    let bytes = document.bytes.span
    let language = rule.language(of: document)
    var findings: [BidiFinding] = []
    for line in document.paragraphs {
      var found: [BidiFinding] = []
      let base = rule.base(of: line, in: bytes, document: language)
      try controls.check(line, in: bytes, base: base.direction, into: &found)
      try checkBase(base, of: line, in: bytes, into: &found)
      checkForms(line, in: bytes, into: &found)
      checkHiddenCharacters(of: line, in: bytes, into: &found)
      found.sort {
        ($0.range.lowerBound, $0.rule.rawValue) < ($1.range.lowerBound, $1.rule.rawValue)
      }
      findings += found
    }
    return findings
  }

  /// A line that is shown otherwise where nothing but its first strong character is looked at.
  private mutating func checkBase(
    _ base: ParagraphBase, of line: Range<Int>, in bytes: Span<UInt8>,
    into findings: inout [BidiFinding]
  ) throws(ICUError) {
    guard base.reason == .language || base.reason == .given,
      let shown = firstStrongDirection(of: line, in: bytes), shown != base.direction,
      try controls.dependsOnBase(line, in: bytes)
    else { return }
    let mark: BidiControl = base.direction == .rightToLeft ? .rightToLeftMark : .leftToRightMark
    findings.append(
      BidiFinding(
        rule: .baseDirection, range: firstLetter(of: line, shown, bytes),
        what: "the line is \(base.direction.label), but where the first letter decides it is shown "
          + shown.label,
        advice: "begin it with \(mark.label), or have it shown \(base.direction.label)"))
  }

  private func firstLetter(
    of line: Range<Int>, _ direction: TextDirection, _ bytes: Span<UInt8>
  ) -> Range<Int> {
    var at = line.lowerBound
    while at < line.upperBound {
      let scalar = bytes.scalar(at: at)
      if let value = Unicode.Scalar(scalar.value),
        direction.isStrong(Properties.bidiClass(of: value))
      {
        return at..<at + scalar.length
      }
      at += scalar.length
    }
    return line.lowerBound..<line.lowerBound
  }

  private func checkForms(
    _ line: Range<Int>, in bytes: Span<UInt8>, into findings: inout [BidiFinding]
  ) {
    var first: Range<Int>?
    var count = 0
    var at = line.lowerBound
    while at < line.upperBound {
      guard PresentationForms.canBegin(with: bytes[at]) else {
        at += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      if PresentationForms.isForm(scalar.value) {
        first = first ?? at..<at + scalar.length
        count += 1
      }
      at += scalar.length
    }
    guard let first else { return }
    findings.append(
      BidiFinding(
        rule: .presentationForm, range: first,
        what: "\(count) \(count == 1 ? "letter is" : "letters are") written as presentation forms",
        advice: "make letters of them with dragoman bidi repair"))
  }
}

extension TextDirection {
  /// The direction for people.
  package var label: String { self == .leftToRight ? "left to right" : "right to left" }
}
