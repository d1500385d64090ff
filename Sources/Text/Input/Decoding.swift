import ICU

/// The bytes as valid UTF-8: themselves where they are, converted where they say they are UTF-16
/// or the user named a charset.
///
/// Nothing is guessed: legacy Arabic encodings look alike byte for byte, and a wrong guess would
/// scramble the text without a word.
func decodeText(
  _ bytes: [UInt8], encoding: String?, name: String
) throws(DocumentError) -> [UInt8] {
  if let charset = encoding ?? utf16Charset(bytes.span) {
    let converted = try convert(bytes, from: charset, name: name)
    try refuseZeroBytes(converted, name: name)
    return converted
  }
  try refuseZeroBytes(bytes, name: name)
  do {
    _ = try UTF8Span(validating: bytes.span)
  } catch {
    let offset = error.byteOffsets.lowerBound
    let position = LineIndex(bytes.span.extracting(0..<offset)).position(
      of: offset, in: bytes.span)
    throw .malformedUTF8(name: name, offset: offset, byte: bytes[offset], position: position)
  }
  return bytes
}

/// UTF-16 with a byte order mark is unmistakable: UTF-8 has neither byte.
private func utf16Charset(_ bytes: Span<UInt8>) -> String? {
  guard bytes.count >= 2 else { return nil }
  return switch (bytes[0], bytes[1]) {
  case (0xFF, 0xFE), (0xFE, 0xFF): "UTF-16"
  default: nil
  }
}

private func convert(
  _ bytes: [UInt8], from charset: String, name: String
) throws(DocumentError) -> [UInt8] {
  var converter: Converter
  do { converter = try Converter(charset: charset) } catch { throw .unknownCharset(name: charset) }
  do {
    return try converter.decode(bytes.span)
  } catch {
    throw .malformed(name: name, reason: error.description)
  }
}

/// No writer of text means a zero byte; every binary format and bare UTF-16 has them.
private func refuseZeroBytes(_ bytes: [UInt8], name: String) throws(DocumentError) {
  if let offset = bytes.firstIndex(of: 0) { throw .binary(name: name, offset: offset) }
}
