/// The vocabulary's normalisation, Unicode's NFKC with changes of its own, as a trie of replacements.
///
/// Units are those of a Darts double-array trie (Yata et al.), as SentencePiece's normaliser has
/// them: the longest match at a place is replaced by a NUL-terminated text, which may be empty.
struct CharacterMap: @unchecked Sendable {
  private let units: UnsafeBufferPointer<UInt32>
  private let replacements: UnsafeBufferPointer<UInt8>

  init(_ model: ModelFile) throws(ModelFileError) {
    units = try model.section("map.units", of: UInt32.self)
    replacements = try model.section("map.texts", of: UInt8.self)
  }

  /// What stands for the bytes at a place, and how many they are, at least one character.
  func match(at start: Int, of text: UnsafeBufferPointer<UInt8>) -> (
    replacement: Slice<UnsafeBufferPointer<UInt8>>, length: Int
  ) {
    var node = offset(units[0])
    var length = 0
    var value = 0
    var at = start
    // A wrong trie may lead anywhere; the walk ends where the trie does.
    while at < text.count, node ^ UInt32(text[at]) < UInt32(units.count) {
      node ^= UInt32(text[at])
      let unit = units[Int(node)]
      guard unit & 0x8000_00FF == UInt32(text[at]) else { break }
      node ^= offset(unit)
      at += 1
      if unit & 0x100 != 0, node < UInt32(units.count) {
        length = at - start
        value = Int(units[Int(node)] & 0x7FFF_FFFF)
      }
    }
    if length > 0, value < replacements.count {
      var end = value
      while end < replacements.count, replacements[end] != 0 { end += 1 }
      return (replacements[value..<end], length)
    }
    length = min(characterLength(text[start]), text.count - start)
    return (text[start..<(start + length)], length)
  }

  private func offset(_ unit: UInt32) -> UInt32 { (unit >> 10) << ((unit & 0x200) >> 6) }
}

/// Bytes of the character that begins with a byte of well-formed UTF-8.
@inline(__always) func characterLength(_ first: UInt8) -> Int {
  switch first {
  case 0xF0...: 4
  case 0xE0...: 3
  case 0xC0...: 2
  default: 1
  }
}
