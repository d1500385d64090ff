import Archive

/// Why a package cannot be made into a model.
package enum WheelError: Error, Equatable, Sendable {
  /// Not the published file.
  case wrongDigest(found: String, expected: String)
  case tooLarge(limit: Int)
  case archive(ZipError)
  /// A part of the package is not what it should be.
  case malformed(part: String, reason: String)
}
