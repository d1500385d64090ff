#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// A shell command with pipes to its standard input and from its standard output.
///
/// It leads a process group of its own, which ends with this object: nothing it started is left
/// behind, and its own process is waited for.
final class ChildProcess {
  /// How a command stopped that did not do its work.
  enum End: Equatable, Sendable {
    /// It exited with a status that is not 0.
    case status(Int32)
    case signal(Int32)
    /// It did nothing for so many seconds.
    case hang(seconds: Double)
  }

  private var process: pid_t
  private var input: Int32
  private var output: Int32

  init(command: String) throws(EncoderError) {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0 else { throw .cannotRun(reason: errorMessage()) }
    guard pipe(&fromChild) == 0 else {
      let reason = errorMessage()
      for descriptor in toChild { close(descriptor) }
      throw .cannotRun(reason: reason)
    }
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let result = Self.spawn(command, toChild[0], fromChild[1])
    close(toChild[0])
    close(fromChild[1])
    input = toChild[1]
    output = fromChild[0]
    process = result.process
    guard result.error == 0 else {
      close(input)
      close(output)
      input = -1
      output = -1
      process = 0
      throw .cannotRun(reason: String(cString: strerror(result.error)))
    }
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    if input >= 0 { close(input) }
    if output >= 0 { close(output) }
    if process > 0 {
      kill(-process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
  }

  /// Starts the shell with two descriptors as its standard input and output.
  private static func spawn(
    _ command: String, _ input: Int32, _ output: Int32
  ) -> (process: pid_t, error: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    // A closed pipe is to end the command, though this program outlives one.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = ["sh", "-c", command]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let error = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
    return (process, error)
  }

  /// Writes what `input` gives and hands what comes back to `output`, both at once, until the
  /// command has ended.
  ///
  /// A command that closes its input early is written to no more; whether that is a mistake shows
  /// in what it wrote.
  ///
  /// - Parameters:
  ///   - timeout: seconds without anything read or written.
  ///   - input: the next bytes to write; nil at the end.
  ///   - stopped: the error to throw for a command that failed or hangs.
  func exchange(
    timeout: Double, input next: () -> [UInt8]?, output take: (Span<UInt8>) throws -> Void,
    stopped: (End) -> EncoderError
  ) throws {
    let old = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, old) }
    let interruption = Interruption(ending: process)
    defer { interruption.isOver() }
    var pending: [UInt8] = []
    var written = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while output >= 0 {
      if input >= 0, written == pending.count {
        pending.removeAll(keepingCapacity: true)
        written = 0
        while pending.count < buffer.count, let bytes = next() { pending += bytes }
        if pending.isEmpty { closeInput() }
      }
      var polls = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      if input >= 0 { polls.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      let ready = poll(&polls, nfds_t(polls.count), Int32(min(timeout * 1000, 2e9)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw stopped(.hang(seconds: timeout)) }
      if polls.count > 1, polls[1].revents != 0 {
        let count = pending.withUnsafeBytes { bytes in
          write(input, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        }
        if count > 0 {
          written += count
        } else if errno != EAGAIN, errno != EINTR {
          closeInput()
        }
      }
      if polls[0].revents != 0 {
        let count = read(output, &buffer, buffer.count)
        if count > 0 {
          try take(buffer.span.extracting(first: count))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
          close(output)
          output = -1
        }
      }
    }
    closeInput()
    if let end = wait(timeout) { throw stopped(end) }
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits for the command to end; nil where it did so with status 0.
  private func wait(_ timeout: Double) -> End? {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(timeout)
    var pause: useconds_t = 200
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process { break }
      if result < 0, errno != EINTR { return nil }
      if ContinuousClock.now > deadline { return .hang(seconds: timeout) }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    // What it may have started is to end too.
    kill(-process, SIGKILL)
    process = 0
    if status & 0x7F != 0 { return .signal(status & 0x7F) }
    let code = status >> 8 & 0xFF
    return code == 0 ? nil : .status(code)
  }
}

/// Ends a process group when this program is interrupted, which a terminal tells to its own group
/// alone.
///
/// One command runs at a time, so one group is kept, where a signal handler may read it.
private struct Interruption {
  private static let group = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let old: [sighandler_t?]

  init(ending process: pid_t) {
    Self.group.store(process, ordering: .sequentiallyConsistent)
    old = Self.signals.map { number in
      let old = signal(number) { number in
        let group = Interruption.group.load(ordering: .sequentiallyConsistent)
        if group > 0 { kill(-group, SIGKILL) }
        // The shell is to see that a signal ended the program.
        signal(number, SIG_DFL)
        raise(number)
      }
      // Under nohup, and in a shell's background jobs, a signal is ignored and stays so.
      if unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
      return old
    }
  }

  func isOver() {
    Self.group.store(0, ordering: .sequentiallyConsistent)
    for (number, old) in zip(Self.signals, old) { signal(number, old) }
  }
}
