/// An array of numbers in NumPy's .npy format, read without trust.
///
/// Versions 1 to 3 of the format, little-endian, C order, of the types named here. Source: NumPy's
/// `numpy.lib.format`.
package struct NumberArray: Sendable, Equatable {
  package enum Element: String, Sendable, CaseIterable {
    case float32 = "<f4"
    case float64 = "<f8"
    case uint8 = "|u1"
    case int8 = "|i1"

    package var size: Int {
      switch self {
      case .float32: 4
      case .float64: 8
      case .uint8, .int8: 1
      }
    }
  }

  package let element: Element
  /// Lengths of the dimensions; empty for a single number.
  package let shape: [Int]
  /// The numbers' bytes.
  package let bytes: ArraySlice<UInt8>

  /// - Throws: `NumberArrayError`; no bytes trap.
  package init(_ file: [UInt8]) throws(NumberArrayError) {
    guard file.count >= 10, file.starts(with: [0x93] + "NUMPY".utf8) else { throw .notAnArray }
    let isLong = file[6] > 1
    guard (1...3).contains(file[6]), file.count >= (isLong ? 12 : 10) else { throw .notAnArray }
    let start = isLong ? 12 : 10
    var length = Int(file[8]) | Int(file[9]) << 8
    if isLong { length |= Int(file[10]) << 16 | Int(file[11]) << 24 }
    guard length <= file.count - start else { throw .truncated }
    let header = try Header(file[start..<(start + length)])
    guard let element = Element(rawValue: header.type) else {
      throw .unsupported("numbers of type \(header.type)")
    }
    guard !header.isFortranOrder else { throw .unsupported("an array in Fortran order") }
    var count = 1
    for length in header.shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      guard !overflows else { throw .truncated }
      count = product
    }
    let (size, overflows) = count.multipliedReportingOverflow(by: element.size)
    guard !overflows, size == file.count - start - length else { throw .truncated }
    self.element = element
    shape = header.shape
    bytes = file[(start + length)...]
  }

  /// The numbers, where they are `float32`; nil for any other type.
  package var floats: [Float]? {
    guard element == .float32 else { return nil }
    // All machines we build for are little-endian, as the file is.
    return [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      count = bytes.count / 4
    }
  }
}

extension NumberArray {
  /// What stands before the little-endian floats of an array in a file.
  package static func floatHeader(shape: [Int]) -> [UInt8] {
    let lengths = shape.map { "\($0), " }.joined()
    var text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(lengths)), }"
    // The numbers begin at a multiple of 64 bytes.
    text += String(repeating: " ", count: (64 - (10 + text.utf8.count + 1) % 64) % 64) + "\n"
    let length = UInt16(clamping: text.utf8.count)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array(text.utf8)
  }
}

/// Why bytes are no array that can be read.
package enum NumberArrayError: Error, Equatable, Sendable {
  case notAnArray
  /// The header is no description of an array.
  case malformedHeader
  case unsupported(String)
  /// More or fewer bytes than the shape says.
  case truncated
}

/// The dictionary, in Python's notation, that describes an array.
private struct Header {
  var type = ""
  var isFortranOrder = false
  var shape: [Int] = []
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) throws(NumberArrayError) {
    rest = text
    var keys: Set<String> = []
    try expect("{")
    while !skips("}") {
      let key = try string()
      guard keys.insert(key).inserted else { throw .malformedHeader }
      try expect(":")
      switch key {
      case "descr": type = try string()
      case "fortran_order": isFortranOrder = try boolean()
      case "shape": shape = try tuple()
      default: throw .malformedHeader
      }
      if !skips(",") {
        try expect("}")
        break
      }
    }
    skipSpaces()
    guard rest.isEmpty, keys.count == 3 else { throw .malformedHeader }
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A }
  }

  private mutating func skips(_ word: StaticString) -> Bool {
    skipSpaces()
    let isThere = word.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { rest = rest.dropFirst(word.utf8CodeUnitCount) }
    return isThere
  }

  private mutating func expect(_ word: StaticString) throws(NumberArrayError) {
    guard skips(word) else { throw .malformedHeader }
  }

  private mutating func string() throws(NumberArrayError) -> String {
    try expect("'")
    guard let end = rest.firstIndex(of: UInt8(ascii: "'")) else { throw .malformedHeader }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private mutating func boolean() throws(NumberArrayError) -> Bool {
    if skips("True") { return true }
    try expect("False")
    return false
  }

  private mutating func tuple() throws(NumberArrayError) -> [Int] {
    try expect("(")
    var numbers: [Int] = []
    while !skips(")") {
      skipSpaces()
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)), numbers.count < 32 else {
        throw .malformedHeader
      }
      rest = rest.dropFirst(digits.count)
      numbers.append(number)
      if !skips(",") {
        try expect(")")
        break
      }
    }
    return numbers
  }
}
