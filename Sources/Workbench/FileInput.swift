#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Text

/// A text file named on the command line; `-` is standard input.
package struct TextInput: Sendable {
  package let path: String
  /// An ICU charset name; nil for UTF-8, or UTF-16 with a byte order mark.
  package let encoding: String?

  package init(path: String, encoding: String? = nil) {
    self.path = path
    self.encoding = encoding
  }

  package var isStandardInput: Bool { path == "-" }

  /// Reads the whole text.
  ///
  /// - Throws: `FileError` for the file, `DocumentError` for what is in it.
  package func load() throws -> Document {
    let bytes = try isStandardInput ? readAll(0, path: name) : readFile(path)
    return try Document(name: name, bytes: bytes, encoding: encoding)
  }

  private var name: String { isStandardInput ? "<stdin>" : path }
}

/// The names of the files in a folder that end in `suffix`, sorted, each with the folder's path;
/// nil where `path` is no folder.
package func files(in path: String, endingIn suffix: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
  }
  let base = path.hasSuffix("/") ? path : path + "/"
  return names.sorted().map { base + $0 }
}

private func readFile(_ path: String) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: errorMessage()) }
  defer { close(descriptor) }
  return try readAll(descriptor, path: path)
}

private func readAll(_ descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
  var status = stat()
  if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
    throw .isDirectory(path: path)
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(max(Int(status.st_size), 0) + 1)
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw .cannotRead(path: path, reason: errorMessage())
    }
    bytes.append(contentsOf: chunk[..<count])
  }
}

/// What the system says of the last failed call.
func errorMessage() -> String { String(cString: strerror(errno)) }
