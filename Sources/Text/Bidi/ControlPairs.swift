/// The bidi controls of a line, and which of them closes which (UAX #9, BD9 and X1 to X8).
///
/// A PDI closes the isolate last opened, and with it the embeddings opened inside; a PDF closes the
/// embedding last opened, but reaches out of no isolate. What the end of the line closes is counted
/// as not closed. Nesting is followed beyond the 125 levels at which UAX #9 gives up.
package struct ControlPairs: Sendable {
  /// A control and where its counterpart is.
  package struct Item: Sendable, Equatable {
    package let control: BidiControl
    /// UTF-8 bytes of the text.
    package let range: Range<Int>
    /// Index in `items` of what it closes or is closed by; nil for marks and for what has none.
    package fileprivate(set) var partner: Int?
  }

  /// In the order of the text.
  package private(set) var items: [Item] = []

  /// The controls of `line`, a range of `bytes` between scalar boundaries.
  package init(_ line: Range<Int>, in bytes: Span<UInt8>) {
    var at = line.lowerBound
    while at < line.upperBound {
      guard BidiControl.canBegin(with: bytes[at]) else {
        at += 1
        continue
      }
      let scalar = bytes.scalar(at: at)
      if let control = BidiControl(rawValue: scalar.value) {
        items.append(Item(control: control, range: at..<at + scalar.length))
      }
      at += scalar.length
    }
    match()
  }

  private mutating func match() {
    var open: [Int] = []
    var openIsolates = 0
    for index in items.indices {
      switch items[index].control.kind {
      case .mark: continue
      case .embedding, .override: open.append(index)
      case .isolate:
        open.append(index)
        openIsolates += 1
      case .popFormat:
        guard let last = open.last, items[last].control.kind != .isolate else { continue }
        join(last, index)
        open.removeLast()
      case .popIsolate:
        guard openIsolates > 0 else { continue }
        while let last = open.popLast() {
          guard items[last].control.kind == .isolate else { continue }
          join(last, index)
          openIsolates -= 1
          break
        }
      }
    }
  }

  private mutating func join(_ opener: Int, _ closer: Int) {
    items[opener].partner = closer
    items[closer].partner = opener
  }
}
