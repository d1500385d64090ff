internal import CICU

/// Reads text in a charset other than UTF-8.
///
/// ```swift
/// var windows = try Converter(charset: "windows-1256")
/// let utf8 = try windows.decode(bytes.span)
/// ```
///
/// Strict: bytes without meaning are an error with their place, never a replacement character.  A
/// converter serves one input after another, on one thread.
package struct Converter: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a charset's decoder by any name ICU has for it, "windows-1256", "cp1256", "ARABIC".
  ///
  /// Throws `U_FILE_ACCESS_ERROR` for a name ICU does not know.
  package init(charset: String) throws(ICUError) {
    handle = try openedByName(charset, "open converter") { name, status in
      cicu_converter_open(name, &status)
    }
  }

  deinit { cicu_converter_close(handle) }

  /// ICU's own name of the charset, "ibm-9448_X100-2005" for windows-1256.
  package var canonicalName: String { String(cString: cicu_converter_name(handle)) }

  /// Decodes a whole input into UTF-8.
  ///
  /// Beyond the result this takes the same small store for an input of any length.  A byte order
  /// mark at the start is consumed where the charset's name leaves the order open ("UTF-16",
  /// "UTF-32") and is text, U+FEFF, where the name gives it ("UTF-16LE") or there is none to give
  /// ("UTF-8").  Throws for bytes that are unmapped, illegal or cut short, with the offset of the
  /// first of them.
  package mutating func decode(_ bytes: Span<UInt8>) throws(ConversionError) -> [UInt8] {
    cicu_converter_reset(handle)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var bad = cicu_bad_sequence()
    var status: cicu_status = 0
    while true {
      let piece = bytes.withBytes {
        cicu_converter_next(handle, $0, $1, &bad, &status)
      }
      guard status <= 0 else { throw failure(bad, of: bytes, status) }
      guard piece.length > 0 else { return result }
      result.append(
        contentsOf: UnsafeBufferPointer(start: piece.bytes, count: Int(piece.length)))
    }
  }

  private func failure(
    _ bad: cicu_bad_sequence, of bytes: Span<UInt8>, _ status: cicu_status
  ) -> ConversionError {
    let start = min(max(0, Int(bad.offset)), bytes.count)
    let end = min(max(start, start + Int(bad.length)), bytes.count)
    let problem: ConversionError.Problem =
      switch status {
      case cicu_status(CICU_INVALID_CHAR): .unmapped
      case cicu_status(CICU_ILLEGAL_CHAR), cicu_status(CICU_ILLEGAL_ESCAPE),
        cicu_status(CICU_UNSUPPORTED_ESCAPE):
        .illegal
      case cicu_status(CICU_TRUNCATED_CHAR): .truncated
      default: .failure
      }
    return ConversionError(
      charset: canonicalName, problem: problem, offset: start,
      bytes: (start..<end).map { bytes[$0] }, cause: ICUError("decode", status))
  }
}
