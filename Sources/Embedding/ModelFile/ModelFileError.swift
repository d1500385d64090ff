/// Why a model file cannot be used.
package enum ModelFileError: Error, Equatable, Sendable {
  /// There is no such file: no model is installed.
  case absent(path: String)
  case cannotOpen(path: String, reason: String)
  case notAModel(path: String)
  /// Made for another version of the program.
  case wrongVersion(path: String, found: Int, expected: Int)
  /// Cut off, or longer than it says.
  case wrongSize(path: String, found: Int, expected: Int)
  /// Its bytes are not those that were installed.
  case damaged(path: String)
}
