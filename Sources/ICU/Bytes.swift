internal import CICU

/// Runs a C function that takes a name, and throws its status if that is an error.
///
/// A name with a NUL inside is refused, for the function would see only the part before it.
func withName<Result>(
  _ name: String, _ operation: @autoclosure () -> String,
  _ body: (UnsafePointer<CChar>, inout cicu_status) -> Result
) throws(ICUError) -> Result {
  guard !name.utf8.contains(0) else {
    throw ICUError(operation(), cicu_status(CICU_ILLEGAL_ARGUMENT))
  }
  var status: cicu_status = 0
  let result = name.withCString { body($0, &status) }
  guard status <= 0 else { throw ICUError(operation(), status) }
  return result
}

/// Opens a handle by a name.
func openedByName(
  _ name: String, _ operation: @autoclosure () -> String,
  _ body: (UnsafePointer<CChar>, inout cicu_status) -> OpaquePointer?
) throws(ICUError) -> OpaquePointer {
  guard let handle = try withName(name, operation(), body) else {
    throw ICUError(operation(), cicu_status(CICU_ILLEGAL_ARGUMENT))
  }
  return handle
}

extension String {
  /// Calls a function with the string's UTF-8 and its length in bytes.
  func withBytes<Result>(_ body: (UnsafePointer<UInt8>?, Int64) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body($0.baseAddress, Int64($0.count)) }
  }

  /// Copies a block of UTF-8 and gives it back.
  init(taking block: cicu_bytes) {
    defer { cicu_bytes_free(block) }
    let source = UnsafeBufferPointer(start: block.bytes, count: Int(block.length))
    self.init(unsafeUninitializedCapacity: source.count) { buffer in
      buffer.initialize(fromContentsOf: source)
    }
  }
}

extension Array where Element == UInt8 {
  /// Copies a block and gives it back.
  init(taking block: cicu_bytes) {
    defer { cicu_bytes_free(block) }
    self.init(UnsafeBufferPointer(start: block.bytes, count: Int(block.length)))
  }
}

extension Span where Element == UInt8 {
  /// Calls a function with the bytes and their number.
  func withBytes<Result>(_ body: (UnsafePointer<UInt8>?, Int64) -> Result) -> Result {
    withUnsafeBufferPointer { body($0.baseAddress, Int64($0.count)) }
  }
}
