#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Text

/// Does independent pieces of work on all cores and takes the results in the order of the pieces.
///
/// Few more pieces than threads are held at a time, so that memory does not grow with their number.
///
/// - Parameters:
///   - threads: how many do the work; nil for one a core.
///   - next: gives the next piece, on the caller's thread; nil at the end.
///   - work: is called on any thread.
///   - take: gets the results one by one, on the caller's thread.
/// - Throws: what `next` and `take` throw; work that was begun is finished first.
package func doInOrder<Piece: Sendable, Result: Sendable>(
  threads: Int? = nil, next: () throws -> Piece?, work: @escaping @Sendable (Piece) -> Result,
  take: (Result) throws -> Void
) throws {
  let threads = max(1, threads ?? Threads.available)
  let queue = PieceQueue(work)
  let workers = (0..<threads).compactMap { _ in queue.startWorker() }
  defer { queue.finish(workers) }
  var given = 0
  var taken = 0
  while let piece = try next() {
    if workers.isEmpty {
      try take(work(piece))
      continue
    }
    queue.give(piece, number: given)
    given += 1
    while taken < given,
      let result = queue.result(taken, waits: given - taken >= 4 * threads)
    {
      taken += 1
      try take(result)
    }
  }
  while taken < given, let result = queue.result(taken, waits: true) {
    taken += 1
    try take(result)
  }
}

/// Pieces of work that wait, and results that wait, under one lock.
private final class PieceQueue<Piece: Sendable, Result: Sendable>: @unchecked Sendable {
  private let work: @Sendable (Piece) -> Result
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var pieces: [(number: Int, piece: Piece)] = []
  private var results: [Int: Result] = [:]
  private var isFinished = false

  init(_ work: @escaping @Sendable (Piece) -> Result) {
    self.work = work
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
  }

  /// Starts a thread that works until there is nothing more; nil where the system has no more.
  func startWorker() -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As much as the main thread has; the default is far less on some systems.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = Unmanaged.passRetained(Worker { [self] in run() })
    let error = pthread_create(
      &thread, &attributes,
      { argument in
        #if canImport(Darwin)
          Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().run()
        #else
          if let argument { Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().run() }
        #endif
        return nil
      }, box.toOpaque())
    if error == 0 { return thread }
    box.release()
    return nil
  }

  func give(_ piece: Piece, number: Int) {
    pthread_mutex_lock(lock)
    pieces.append((number, piece))
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// The result of a piece; nil where it is not there yet and is not to be waited for.
  func result(_ number: Int, waits: Bool) -> Result? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waits, results[number] == nil { pthread_cond_wait(changed, lock) }
    return results.removeValue(forKey: number)
  }

  /// Lets the workers end and waits for them; pieces nobody has begun are dropped.
  func finish(_ workers: [pthread_t]) {
    pthread_mutex_lock(lock)
    isFinished = true
    pieces.removeAll()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
    for worker in workers { pthread_join(worker, nil) }
  }

  private func run() {
    pthread_mutex_lock(lock)
    while true {
      while pieces.isEmpty, !isFinished { pthread_cond_wait(changed, lock) }
      if pieces.isEmpty { break }
      let (number, piece) = pieces.removeFirst()
      pthread_mutex_unlock(lock)
      let result = work(piece)
      pthread_mutex_lock(lock)
      results[number] = result
      pthread_cond_broadcast(changed)
    }
    pthread_mutex_unlock(lock)
  }
}

/// What a thread is to do.
private final class Worker {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}
