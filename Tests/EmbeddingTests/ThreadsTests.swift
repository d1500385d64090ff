import Synchronization
import Testing

@testable import Embedding

/// What a progress callback was told.
final class Calls: Sendable {
  private let calls = Mutex<[(done: Int, total: Int)]>([])

  func add(_ done: Int, _ total: Int) { calls.withLock { $0.append((done, total)) } }

  var all: [(done: Int, total: Int)] { calls.withLock { $0 } }
}

@Suite struct ThreadsTests {
  @Test(arguments: [0, 1, 2, 7], [0, 1, 16, 100])
  func allWorkIsDoneOnce(threads: Int, total: Int) {
    let calls = Calls()
    let done = Mutex<[Int]>([])
    let queue = WorkQueue(total: total, size: 16) { calls.add($0, $1) }
    Threads.run(threads) {
      while let piece = queue.take() {
        done.withLock { $0 += piece }
        queue.finish(piece.count)
      }
    }
    #expect(done.withLock { $0 }.sorted() == Array(0..<total))
    #expect(calls.all.last?.done ?? 0 == total)
    #expect(Threads.available >= 1)
  }
}
