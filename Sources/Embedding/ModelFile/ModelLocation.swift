#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the model is installed.
package enum ModelLocation {
  /// `$XDG_DATA_HOME/dragoman`, or `~/.local/share/dragoman` where that is unset or no full path
  /// (XDG Base Directory Specification 0.8); nil for a user without a home.
  package static var folder: String? {
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/dragoman" }
    return variable("HOME").map { $0 + "/.local/share/dragoman" }
  }

  /// The model file of this version of the program, whether or not it is there.
  package static var path: String? {
    folder.map { "\($0)/sentence-encoder-\(ModelFile.version).model" }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
