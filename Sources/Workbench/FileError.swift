/// Why a file could not be read or written.
package enum FileError: Error, Equatable, Sendable {
  /// No such file, or none this user may read.
  case cannotOpen(path: String, reason: String)
  case isDirectory(path: String)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// The reader of standard output went away.
  case closedPipe
}
