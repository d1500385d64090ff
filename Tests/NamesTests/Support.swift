import Names

/// A text in a scheme, with the capitals asked for.
func romanized(
  _ text: String, _ scheme: Scheme, _ capitals: Capitals? = nil
) throws -> String {
  var romanizer = try Romanizer(scheme, capitals: capitals)
  var result = Romanized()
  try romanizer.romanize(Array(text.utf8).span, into: &result)
  return String(decoding: result.bytes, as: UTF8.self)
}
