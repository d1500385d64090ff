/// Why a zip archive could not be read.
package enum ZipError: Error, Equatable, Sendable {
  /// No end record: not a zip archive, or one that is cut off.
  case notAnArchive
  /// A record at this byte does not fit in the file, or contradicts another.
  case malformed(offset: Int, reason: String)
  /// A way to store files that this reader does not know.
  case unsupported(String)
  /// A name that leads out of the archive, or is not one.
  case unsafeName(String)
  case duplicateName(String)
  case noMember(String)
  /// A member is larger than its reader allows.
  case tooLarge(name: String, size: Int, limit: Int)
  /// A member's bytes are not what the archive says they are.
  case damaged(name: String, reason: String)
}
