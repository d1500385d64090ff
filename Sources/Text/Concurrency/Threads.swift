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
  /// source all share. It is told whether it runs on the thread that called.
  package static func run(_ count: Int, _ body: @Sendable (_ isCaller: Bool) -> Void) {
    guard count > 1 else { return body(true) }
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
      body(true)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private final class Start {
    let body: @Sendable (Bool) -> Void
    init(_ body: @escaping @Sendable (Bool) -> Void) { self.body = body }
  }

  private static func main(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let start { Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body(false) }
    return nil
  }
}

/// Pieces of work handed out in order, and how much of it is done.
package struct WorkQueue: ~Copyable, Sendable {
  private let total: Int
  private let size: Int
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)

  package init(total: Int, size: Int) {
    self.total = total
    self.size = size
  }

  /// How many threads there are pieces for, `count` at most.
  package func threads(_ count: Int) -> Int { min(count, (total + size - 1) / size) }

  /// The next piece; nil where all are taken.
  package func take() -> Range<Int>? {
    let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
    return start < total ? start..<min(start + size, total) : nil
  }

  /// Counts finished work, and gives all that is finished.
  package func finish(_ count: Int) -> Int { done.wrappingAdd(count, ordering: .relaxed).newValue }
}
