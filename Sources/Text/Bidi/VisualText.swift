import ICU

/// Gives a text in the order it is displayed in, for terminals and printers without bidi.
///
/// A line's controls do their work and go; brackets are mirrored; marks follow their letters.
package struct VisualText: ~Copyable {
  private let rule: BaseRule
  private let isShaped: Bool
  private let width: Int?
  private var bidi: Bidi
  private var wrapper: LineWrapper

  /// - Parameters:
  ///   - isShaped: whether letters take the presentation forms of their contexts.
  ///   - width: terminal columns at which lines are wrapped before they are reordered.
  package init(rule: BaseRule = .language(nil), isShaped: Bool, width: Int?) throws(ICUError) {
    let bidi = try Bidi()
    let wrapper = try LineWrapper(.arabic)
    self.rule = rule
    self.isShaped = isShaped
    self.width = width
    self.bidi = bidi
    self.wrapper = wrapper
  }

  /// The document's text as displayed.
  package mutating func visual(_ document: Document) throws(ICUError) -> [UInt8] {
    let language = rule.language(of: document)
    return try document.rewritingLines { (line, bytes, text) throws(ICUError) in
      if line.isEmpty { return }
      let base = rule.base(of: line, in: bytes, document: language).direction
      if isShaped {
        let shaped = try ArabicShaper.shape(bytes.extracting(line))
        try append(shaped.span, base, to: &text)
      } else {
        try append(bytes.extracting(line), base, to: &text)
      }
    }
  }

  private mutating func append(
    _ paragraph: Span<UInt8>, _ base: TextDirection, to text: inout [UInt8]
  ) throws(ICUError) {
    try bidi.setParagraph(paragraph, base: base.base)
    guard let width else {
      try bidi.appendVisual(mirrored: true, removingControls: true, to: &text)
      return
    }
    for (number, line) in try wrapper.wrap(paragraph, columns: width).enumerated() {
      if number > 0 { text.append(0x0A) }
      // UAX #9 ends a paragraph at an information separator, and ICU takes no line across one.
      var start = line.lowerBound
      for at in line where (0x1C...0x1E).contains(paragraph[at]) {
        try bidi.appendVisual(
          line: start..<at + 1, mirrored: true, removingControls: true, to: &text)
        start = at + 1
      }
      try bidi.appendVisual(
        line: start..<line.upperBound, mirrored: true, removingControls: true, to: &text)
    }
  }
}
