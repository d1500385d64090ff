/// The header of a file in NumPy's format: what numbers there are, and how many.
///
/// Magic, version, the length of a dictionary in Python's notation, and the dictionary:
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 512), }`.
struct NumPyHeader {
  enum Number: String {
    case half = "<f2"
    case single = "<f4"
    case double = "<f8"

    var size: Int {
      switch self {
      case .half: 2
      case .single: 4
      case .double: 8
      }
    }

    /// The number that begins at byte `at`.
    func value(_ bytes: Span<UInt8>, _ at: Int) -> Float {
      var bits: UInt64 = 0
      for byte in 0..<size { bits |= UInt64(bytes[at + byte]) << UInt64(8 * byte) }
      switch self {
      case .half: return Self.half(UInt16(truncatingIfNeeded: bits))
      case .single: return Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      case .double: return Float(Double(bitPattern: bits))
      }
    }

    /// IEEE 754 binary16; Swift has `Float16` on some machines only.
    private static func half(_ bits: UInt16) -> Float {
      let sign: Float = bits & 0x8000 == 0 ? 1 : -1
      let exponent = Int(bits >> 10 & 0x1F)
      let fraction = Float(bits & 0x3FF)
      switch exponent {
      case 0: return sign * fraction * 0x1p-24
      case 31: return fraction == 0 ? sign * .infinity : .nan
      default:
        return sign * Float(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      }
    }
  }

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  let type: Number
  let rows: Int
  let columns: Int
  /// Bytes before the first number.
  let length: Int

  /// The header at the beginning of a file; nil where more bytes are needed.
  init?(_ bytes: Span<UInt8>) throws(NumPyError.Kind) {
    for at in 0..<min(bytes.count, Self.magic.count) where bytes[at] != Self.magic[at] {
      throw .notNumPy
    }
    guard bytes.count >= 12 else { return nil }
    let version = Int(bytes[6])
    guard (1...3).contains(version) else { throw .unknownVersion(version) }
    let start = version == 1 ? 10 : 12
    var size = Int(bytes[8]) | Int(bytes[9]) << 8
    if version > 1 { size |= Int(bytes[10]) << 16 | Int(bytes[11]) << 24 }
    // NumPy itself reads no header past 10,000 bytes.
    guard size <= 10_000 else { throw .badHeader }
    guard bytes.count >= start + size else { return nil }
    var dictionary = PythonDictionary((start..<start + size).map { bytes[$0] })
    guard let fields = dictionary.read(), let descr = fields["descr"],
      let order = fields["fortran_order"], let shape = fields["shape"]
    else { throw .badHeader }
    guard let type = Number(rawValue: descr) else { throw .unsupportedType(descr) }
    switch order {
    case "False": break
    case "True": throw .fortranOrder
    default: throw .badHeader
    }
    let sizes = shape.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true)
      .map { Int(Substring($0)) }
    guard sizes.count == 2, let rows = sizes[0], let columns = sizes[1], rows >= 0,
      (1...1 << 20).contains(columns), rows <= Int.max >> 24
    else { throw .badShape(shape) }
    self.type = type
    self.rows = rows
    self.columns = columns
    length = start + size
  }
}

/// A Python dictionary of strings to strings, words, and tuples of numbers.
private struct PythonDictionary {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Values by key: a string without its quotes, a tuple without brackets and spaces; nil where the
  /// text is something else.
  mutating func read() -> [String: String]? {
    var fields: [String: String] = [:]
    guard take("{") else { return nil }
    while !take("}") {
      guard let key = quoted(), take(":"), let value = quoted() ?? tuple() ?? word(),
        fields.updateValue(value, forKey: key) == nil
      else { return nil }
      if take(",") { continue }
      guard take("}") else { return nil }
      break
    }
    skipSpaces()
    return at == bytes.count ? fields : nil
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard at < bytes.count, UInt32(bytes[at]) == byte.value else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func quoted() -> String? {
    guard take("'") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "'") { at += 1 }
    guard at < bytes.count else { return nil }
    at += 1
    return text(start..<at - 1)
  }

  private mutating func tuple() -> String? {
    guard take("(") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ")") { at += 1 }
    guard at < bytes.count else { return nil }
    at += 1
    return text(start..<at - 1)
  }

  private mutating func word() -> String? {
    skipSpaces()
    let start = at
    while at < bytes.count, bytes[at] | 0x20 >= 0x61, bytes[at] | 0x20 <= 0x7A { at += 1 }
    return at > start ? text(start..<at) : nil
  }

  /// Printable ASCII without spaces.
  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for at in range where bytes[at] > 0x20 {
      text.unicodeScalars.append(bytes[at] < 0x7F ? Unicode.Scalar(bytes[at]) : "?")
    }
    return text
  }
}
