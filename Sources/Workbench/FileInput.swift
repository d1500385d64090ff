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
  package func load(lineBreaks: LineBreaks = .endParagraphs) throws -> Document {
    try Document(name: name, bytes: bytes(), encoding: encoding, lineBreaks: lineBreaks)
  }

  /// Reads the whole input as it is.
  package func bytes() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    let source = try ByteSource(self)
    while try !source.fill(&bytes, upTo: max(bytes.count * 2, source.size + 1)) {}
    return bytes
  }

  /// Reads the input as it is, some 64 kB at a time.
  package func forEachPiece(_ body: (Span<UInt8>) throws -> Void) throws {
    let source = try ByteSource(self)
    var bytes: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      bytes.removeAll(keepingCapacity: true)
      isAtEnd = try source.fill(&bytes, upTo: 1 << 16)
      if !bytes.isEmpty { try body(bytes.span) }
    }
  }

  /// What people know the input by.
  package var name: String { isStandardInput ? "<stdin>" : path }
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

/// An open file, or standard input, read in pieces.
final class ByteSource {
  private let descriptor: Int32
  private let path: String
  /// Bytes of the file; 0 where it is none.
  let size: Int

  init(_ input: TextInput) throws(FileError) {
    path = input.name
    descriptor = input.isStandardInput ? 0 : open(input.path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0 else {
      size = 0
      throw .cannotOpen(path: path, reason: errorMessage())
    }
    let isKnown = fstat(descriptor, &status) == 0
    size = isKnown && status.st_mode & S_IFMT == S_IFREG ? max(Int(status.st_size), 0) : 0
    if isKnown, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Reads on until `bytes` holds `count` bytes; true where the input ends before.
  func fill(_ bytes: inout [UInt8], upTo count: Int) throws(FileError) -> Bool {
    while bytes.count < count {
      var result = 0
      bytes.append(addingCapacity: min(count - bytes.count, 1 << 20)) { span in
        span.withUnsafeMutableBufferPointer { buffer, filled in
          result = read(descriptor, buffer.baseAddress, buffer.count)
          filled = max(result, 0)
        }
      }
      if result == 0 { return true }
      if result < 0, errno != EINTR { throw .cannotRead(path: path, reason: errorMessage()) }
    }
    return false
  }
}

/// What the system says of the last failed call.
func errorMessage() -> String { String(cString: strerror(errno)) }
