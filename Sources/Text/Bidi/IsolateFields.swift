import ICU

/// Puts the fields of a line that run against it in isolates (UAX #9, FSI…PDI): Latin names in an
/// Arabic sentence, Arabic ones in an English sentence.
///
/// A field reaches from a strong character of the other direction to the last one before the
/// line's own direction comes back, with the signs and digits joined to its ends without a space:
/// `C++`, `@bbc`, `COVID-19`. In a right-to-left line a number after a space belongs to it as well,
/// as UAX #9 (W7) has it: `Windows 10`; in a left-to-right line it belongs to the line. Closing
/// punctuation stays outside, but for a bracket whose other half is inside: `World Bank (WB)`. What stands in an embedding or isolate already is left alone, so that
/// a second time changes nothing.
package struct IsolateFields: Sendable {
  private let rule: BaseRule

  package init(rule: BaseRule = .language(nil)) { self.rule = rule }

  /// The text with its fields isolated, and how many there are.
  package func isolate(_ document: Document) -> (text: [UInt8], count: Int) {
    let language = rule.language(of: document)
    var count = 0
    let text = document.rewritingLines { line, bytes, text in
      let base = rule.base(of: line, in: bytes, document: language)
      var copied = line.lowerBound
      for field in Self.fields(of: line, in: bytes, base: base.direction) {
        text.append(contentsOf: document.bytes[copied..<field.lowerBound])
        appendUTF8(of: BidiControl.firstStrongIsolate.rawValue, to: &text)
        text.append(contentsOf: document.bytes[field])
        appendUTF8(of: BidiControl.popDirectionalIsolate.rawValue, to: &text)
        copied = field.upperBound
        count += 1
      }
      text.append(contentsOf: document.bytes[copied..<line.upperBound])
    }
    return (text, count)
  }

  /// The fields of `line` against `base`, in order.
  package static func fields(
    of line: Range<Int>, in bytes: Span<UInt8>, base: TextDirection
  ) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    for enclosed in enclosedStretches(ControlPairs(line, in: bytes), line) {
      appendFields(of: start..<enclosed.lowerBound, bytes, base, to: &fields)
      start = enclosed.upperBound
    }
    appendFields(of: start..<line.upperBound, bytes, base, to: &fields)
    return fields
  }

  /// The stretches from an outermost opening control to what closes it, and stray closing controls.
  private static func enclosedStretches(
    _ pairs: ControlPairs, _ line: Range<Int>
  ) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var end = line.lowerBound
    for item in pairs.items where item.range.lowerBound >= end {
      switch item.control.kind {
      case .mark: continue
      case .popFormat, .popIsolate: end = item.range.upperBound
      case .embedding, .override, .isolate:
        end = item.partner.map { pairs.items[$0].range.upperBound } ?? line.upperBound
      }
      stretches.append(item.range.lowerBound..<end)
    }
    return stretches
  }

  private static func appendFields(
    of stretch: Range<Int>, _ bytes: Span<UInt8>, _ base: TextDirection,
    to fields: inout [Range<Int>]
  ) {
    var field: Range<Int>?
    var previousEnd = stretch.lowerBound
    func close() {
      guard let found = field else { return }
      var grown = grown(found, within: previousEnd..<stretch.upperBound, bytes)
      takeBrackets(around: &grown, within: previousEnd..<stretch.upperBound, bytes)
      if base == .rightToLeft { takeNumber(after: &grown, within: stretch, bytes) }
      fields.append(grown)
      previousEnd = fields.last?.upperBound ?? previousEnd
      field = nil
    }
    var at = stretch.lowerBound
    while at < stretch.upperBound {
      let scalar = bytes.scalar(at: at)
      let next = at + scalar.length
      let bidiClass = Unicode.Scalar(scalar.value).map { Properties.bidiClass(of: $0) }
      let isMark = BidiControl(rawValue: scalar.value) != nil
      switch bidiClass {
      case .segmentSeparator: close()
      case .nonspacingMark:
        if let found = field, found.upperBound == at { field = found.lowerBound..<next }
      case let bidiClass? where base.opposite.isStrong(bidiClass):
        // A mark alone is no field.
        if isMark, field == nil { break }
        field = (field?.lowerBound ?? at)..<next
      case let bidiClass? where base.isStrong(bidiClass): close()
      default: break
      }
      at = next
    }
    close()
  }

  /// A field with what is joined to its ends: digits, and signs that belong to them or to a name.
  private static func grown(
    _ field: Range<Int>, within limits: Range<Int>, _ bytes: Span<UInt8>
  ) -> Range<Int> {
    var start = field.lowerBound
    var at = start
    while let scalar = bytes.scalar(before: at, notBefore: limits.lowerBound),
      isJoined(scalar.value)
    {
      at -= scalar.length
      if isDigit(scalar.value) || isPrefix(scalar.value) { start = at }
    }
    var end = field.upperBound
    at = end
    while at < limits.upperBound {
      let scalar = bytes.scalar(at: at)
      guard isJoined(scalar.value) else { break }
      at += scalar.length
      if isDigit(scalar.value) || isSuffix(scalar.value) { end = at }
    }
    return start..<end
  }

  /// Adds the other half of a bracket that a field would part.
  private static func takeBrackets(
    around field: inout Range<Int>, within limits: Range<Int>, _ bytes: Span<UInt8>
  ) {
    var open: [UInt8] = []
    var unopened: [UInt8] = []
    for at in field {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open.append(bytes[at])
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if open.popLast() == nil { unopened.append(bytes[at]) }
      default: continue
      }
    }
    if open.count == 1, field.upperBound < limits.upperBound,
      bytes[field.upperBound]
        == (open[0] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"))
    {
      field = field.lowerBound..<field.upperBound + 1
    }
    if unopened.count == 1, field.lowerBound > limits.lowerBound,
      bytes[field.lowerBound - 1]
        == (unopened[0] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "["))
    {
      field = field.lowerBound - 1..<field.upperBound
    }
  }

  /// Adds a number that follows a field after one space.
  private static func takeNumber(
    after field: inout Range<Int>, within stretch: Range<Int>, _ bytes: Span<UInt8>
  ) {
    var at = field.upperBound
    guard at < stretch.upperBound, bytes[at] == 0x20 else { return }
    at += 1
    var end = at
    while at < stretch.upperBound {
      let scalar = bytes.scalar(at: at)
      guard isDigit(scalar.value) || isNumberSign(scalar.value) else { break }
      at += scalar.length
      if isDigit(scalar.value) { end = at }
    }
    if end > field.upperBound + 1 { field = field.lowerBound..<end }
  }

  /// A point or the like inside a number.
  private static func isNumberSign(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x2E || scalar == 0x3A || scalar == 0x2F
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { digitValue(scalar) != nil }

  /// `@name`, `#tag`, `$US`, `+a`, `&co`.
  private static func isPrefix(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x24, 0x26, 0x2B, 0x40, 0xA3, 0x20AC: true
    default: false
    }
  }

  /// `C++`, `C#`, `A*`, `path/`, `US$`, `AT&`, `5 kg%`.
  private static func isSuffix(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x24, 0x25, 0x26, 0x2A, 0x2B, 0x2F, 0xB0, 0xAE, 0x2122, 0x20AC: true
    default: false
    }
  }

  /// What may stand between a field and a digit or sign of it.
  private static func isJoined(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2C, 0x2D, 0x2E, 0x3A, 0x5F, 0x2010, 0x2011, 0x2019: true
    default: isDigit(scalar) || isPrefix(scalar) || isSuffix(scalar)
    }
  }
}
