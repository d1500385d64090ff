import Testing

@testable import Text

@Suite struct ThreadsTests {
  @Test(arguments: [0, 1, 2, 7], [0, 1, 16, 100])
  func allWorkIsDoneOnce(threads: Int, total: Int) {
    let queue = WorkQueue(total: total, size: 16)
    #expect(queue.threads(threads) <= (total + 15) / 16)
    // Each piece's counts belong to the thread that took it.
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: total + 1)
    counts.initialize(repeating: 0, count: total + 1)
    defer { counts.deallocate() }
    nonisolated(unsafe) let shared = counts
    Threads.run(threads) { isCaller in
      if isCaller { shared[total] += 1 }
      while let piece = queue.take() {
        for index in piece { shared[index] += 1 }
        _ = queue.finish(piece.count)
      }
    }
    #expect((0...total).allSatisfy { counts[$0] == 1 })
    #expect(queue.finish(0) == total)
    #expect(Threads.available >= 1)
  }
}
