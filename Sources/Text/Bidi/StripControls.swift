/// Takes the bidi controls out of a text, and nothing else.
///
/// The joiners (U+200C, U+200D) shape letters and stay.
package struct StripControls: Sendable {
  /// Whether LRM, RLM and ALM stay too.
  package let keepsMarks: Bool

  package init(keepsMarks: Bool = false) { self.keepsMarks = keepsMarks }

  /// The text without controls, and how many went.
  package func strip(_ document: Document) -> (text: [UInt8], removed: Int) {
    let bytes = document.bytes.span
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var removed = 0
    var at = 0
    while at < bytes.count {
      if BidiControl.canBegin(with: bytes[at]) {
        let scalar = bytes.scalar(at: at)
        if let control = BidiControl(rawValue: scalar.value),
          !(keepsMarks && control.kind == .mark)
        {
          removed += 1
          at += scalar.length
          continue
        }
      }
      text.append(bytes[at])
      at += 1
    }
    return (text, removed)
  }
}
