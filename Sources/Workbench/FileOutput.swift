#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization
import Text

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its final place and renamed when `finish` is called, so that a reader
/// never sees half of it and a failure leaves an older file as it was. Devices and pipes are
/// written directly.
package final class FileOutput: ByteOutputStream {
  private let path: String?
  private var descriptor: Int32
  private var temporaryPath: String?
  private var finalPath: String
  private var buffer: [UInt8] = []
  private var failure: FileError?

  /// - Parameter path: nil for standard output.
  package init(path: String?) throws(FileError) {
    self.path = path
    finalPath = path ?? "<stdout>"
    descriptor = 1
    buffer.reserveCapacity(Self.capacity)
    guard let path else { return }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotWrite(path: path, reason: "Is a directory")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: errorMessage()) }
      return
    }
    finalPath = try Self.followLinks(path)
    let mask = umask(0)
    umask(mask)
    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~mask
    var template = Array("\(finalPath).XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: errorMessage()) }
    fchmod(descriptor, mode)
    Interruption.removes(template)
    temporaryPath = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if descriptor > 2 { close(descriptor) }
    if let temporaryPath {
      unlink(temporaryPath)
      Interruption.removesNothing()
    }
  }

  /// The path a chain of links ends in, whether or not there is a file yet.
  private static func followLinks(_ path: String) throws(FileError) -> String {
    var current = path
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(current, &target, target.count)
      if length < 0 { return current }
      let next = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = current.lastIndex(of: "/").map { String(current[...$0]) } ?? ""
      current = next.hasPrefix("/") ? next : folder + next
    }
    throw .cannotWrite(path: path, reason: String(cString: strerror(ELOOP)))
  }

  private static let capacity = 1 << 16

  package func write(_ string: String) {
    buffer.append(contentsOf: string.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  package func write(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.capacity { flush() }
  }

  /// Writes what is left and puts the file in its place.
  ///
  /// - Throws: the first failure since the output was opened.
  package func finish() throws(FileError) {
    flush()
    if failure == nil, let temporaryPath {
      if fsync(descriptor) != 0 || rename(temporaryPath, finalPath) != 0 {
        fail()
      } else {
        self.temporaryPath = nil
        Interruption.removesNothing()
      }
    }
    if let failure { throw failure }
  }

  private func flush() {
    var written = 0
    while failure == nil, written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #else
          Darwin.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        #endif
      }
      if count < 0, errno != EINTR { fail() }
      written += max(count, 0)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func fail() {
    failure =
      errno == EPIPE && path == nil
      ? .closedPipe : .cannotWrite(path: path ?? "<stdout>", reason: errorMessage())
  }
}

/// Removes a half-written file when the program is interrupted.
///
/// A program writes one file at a time, so one path is kept, as bytes a signal handler may use.
private enum Interruption {
  private static let path = Atomic<Int>(0)

  static func removes(_ file: [CChar]) {
    let copy = file.withUnsafeBufferPointer { $0.baseAddress.flatMap { strdup($0) } }
    path.store(Int(bitPattern: copy), ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let old = signal(number) { number in
        if let path = UnsafePointer<CChar>(
          bitPattern: Interruption.path.load(ordering: .sequentiallyConsistent))
        {
          unlink(path)
        }
        // The shell is to see that a signal ended the program.
        signal(number, SIG_DFL)
        raise(number)
      }
      // Under nohup, and in a shell's background jobs, a signal is ignored and stays so.
      if isIgnored(old) { signal(number, SIG_IGN) }
    }
  }

  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static func removesNothing() {
    let old = path.exchange(0, ordering: .sequentiallyConsistent)
    free(UnsafeMutableRawPointer(bitPattern: old))
  }
}
