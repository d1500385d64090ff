import ICU

/// The bytes as valid UTF-8: themselves where they are, converted where they say they are UTF-16
/// or the user named a charset.
///
/// Nothing is guessed: legacy Arabic encodings look alike byte for byte, and a wrong guess would
/// scramble the text without a word. A charset is named for a whole command, though, whose other
/// text is often UTF-8; so text that is marked as Unicode, or that is UTF-8 without a zero byte and
/// could hardly be so by chance, stays what it is. (Stateful seven-bit charsets are the price.)
func decodeText(
  _ bytes: [UInt8], encoding: String?, name: String
) throws(DocumentError) -> [UInt8] {
  // A charset nobody has is a slip, whether or not this text needs it.
  if let encoding { try checkCharset(encoding) }
  if utf16Mark(bytes.span) {
    return try convert(bytes, from: "UTF-16", name: name)
  }
  let error = malformation(bytes.span)
  if let encoding, error != nil || bytes.span.contains(0) {
    return try convert(bytes, from: encoding, name: name)
  }
  try refuseZeroBytes(bytes, name: name)
  try refuse(error, of: bytes, name: name)
  return bytes
}

/// Throws where bytes are not UTF-8 text.
func checkText(_ bytes: [UInt8], name: String) throws(DocumentError) {
  try refuseZeroBytes(bytes, name: name)
  try refuse(malformation(bytes.span), of: bytes, name: name)
}

private func refuse(
  _ malformation: Int?, of bytes: [UInt8], name: String
) throws(DocumentError) {
  guard let offset = malformation else { return }
  let position = LineIndex(bytes.span.extracting(0..<offset)).position(of: offset, in: bytes.span)
  throw .malformedUTF8(name: name, offset: offset, byte: bytes[offset], position: position)
}

/// The offset of the first byte that is not UTF-8; nil where all are.
private func malformation(_ bytes: Span<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// UTF-16 with a byte order mark is unmistakable: UTF-8 has neither byte.
private func utf16Mark(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count >= 2 else { return false }
  return (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)
}

private func checkCharset(_ charset: String) throws(DocumentError) {
  do {
    let converter = try Converter(charset: charset)
    _ = converter.canonicalName
  } catch {
    throw .unknownCharset(name: charset)
  }
}

private func convert(
  _ bytes: [UInt8], from charset: String, name: String
) throws(DocumentError) -> [UInt8] {
  var converter: Converter
  do { converter = try Converter(charset: charset) } catch { throw .unknownCharset(name: charset) }
  let text: [UInt8]
  do {
    text = try converter.decode(bytes.span)
  } catch {
    throw .malformed(name: name, charset: charset, offset: error.offset, bytes: error.bytes)
  }
  try refuseZeroBytes(text, name: name)
  return text
}

/// No writer of text means a zero byte; every binary format and bare UTF-16 has them.
private func refuseZeroBytes(_ bytes: [UInt8], name: String) throws(DocumentError) {
  guard bytes.span.contains(0), let offset = bytes.firstIndex(of: 0) else { return }
  throw .binary(name: name, offset: offset)
}
