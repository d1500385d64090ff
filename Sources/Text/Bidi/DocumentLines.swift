extension Document {
  /// Makes a text of another, line by line: what stands between the lines is copied, a byte order
  /// mark too, and `rewrite` appends what each line becomes.
  func rewritingLines<Failure: Error>(
    _ rewrite: (_ line: Range<Int>, _ bytes: Span<UInt8>, _ text: inout [UInt8]) throws(Failure)
      -> Void
  ) throws(Failure) -> [UInt8] {
    let span = bytes.span
    var text: [UInt8] = []
    text.reserveCapacity(span.count + span.count / 16)
    var copied = 0
    var lines = Lines(from: contentStart)
    while let line = lines.nextLine(in: span) {
      text.append(contentsOf: bytes[copied..<line.lowerBound])
      try rewrite(line, span, &text)
      copied = line.upperBound
    }
    text.append(contentsOf: bytes[copied...])
    return text
  }
}
