import Synchronization

extension Threads {
  /// The results of `body` for 0 ..< `count`, in order, worked on by all cores.
  package static func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    if count < 2 { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let queue = WorkQueue(total: count, size: 1)
    run(min(available, count)) { _ in
      while let piece = queue.take() {
        for number in piece {
          let result = body(number)
          results.withLock { $0[number] = result }
        }
      }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}
