#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// Runs work on several threads of the system, which need nothing of Foundation or of `async`.
package enum Threads {
  /// Cores this process may use.
  package static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs `body` once on each of `count` threads, this one among them, and waits for all.
  ///
  /// Where a thread cannot be started the others do its share, so `body` must take its work from a
  /// source all share.
  package static func run(_ count: Int, _ body: @Sendable () -> Void) {
    guard count > 1 else { return body() }
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      for _ in 1..<count {
        let start = Unmanaged.passRetained(Start(body))
        var thread = pthread_t()
        #if os(Linux)
          let status = pthread_create(&thread, nil, { Threads.main($0) }, start.toOpaque())
        #else
          var handle: pthread_t?
          let status = pthread_create(&handle, nil, { Threads.main($0) }, start.toOpaque())
          if let handle { thread = handle }
        #endif
        if status == 0 { threads.append(thread) } else { start.release() }
      }
      body()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func main(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let start { Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body() }
    return nil
  }
}

/// Pieces of work handed out in order, and how much of it is done.
package struct WorkQueue: ~Copyable, Sendable {
  private let total: Int
  private let size: Int
  private let next = Atomic<Int>(0)
  private let done = Mutex(0)
  private let progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  package init(
    total: Int, size: Int, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.total = total
    self.size = size
    self.progress = progress
  }

  /// The next piece; nil where all are taken.
  package func take() -> Range<Int>? {
    let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
    return start < total ? start..<min(start + size, total) : nil
  }

  /// Counts finished work and says so, one thread at a time.
  package func finish(_ count: Int) {
    guard let progress else { return }
    done.withLock { done in
      done += count
      progress(done, total)
    }
  }
}
