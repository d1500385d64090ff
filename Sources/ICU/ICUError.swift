internal import CICU

/// An ICU function's refusal or failure.
///
/// Warnings, which ICU's functions give for a locale's fallback and the like, are not errors and
/// never become one of these.
package struct ICUError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was being done, "open break iterator".
  package let operation: String
  /// ICU's `UErrorCode`, above 0.
  package let code: Int32
  /// ICU's name of the code, "U_ILLEGAL_ARGUMENT_ERROR".
  package let name: String

  init(_ operation: String, _ code: cicu_status) {
    self.operation = operation
    self.code = code
    self.name = String(cString: cicu_status_name(code))
  }

  package var description: String { "\(operation): \(name) (\(code))" }
}

/// Runs a C function that reports through a status, and throws the status if it is an error.
func checked<Result>(
  _ operation: @autoclosure () -> String, _ body: (inout cicu_status) -> Result
) throws(ICUError) -> Result {
  var status: cicu_status = 0
  let result = body(&status)
  guard status <= 0 else { throw ICUError(operation(), status) }
  return result
}

/// Runs a C function that opens a handle, and throws if it gives none.
func opened(
  _ operation: @autoclosure () -> String, _ body: (inout cicu_status) -> OpaquePointer?
) throws(ICUError) -> OpaquePointer {
  guard let handle = try checked(operation(), body) else {
    // No C function here returns NULL without an error; nothing better is known about it.
    throw ICUError(operation(), cicu_status(CICU_ILLEGAL_ARGUMENT))
  }
  return handle
}
