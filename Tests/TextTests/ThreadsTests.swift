import Synchronization
import TestSupport
import Testing

@testable import Text

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
