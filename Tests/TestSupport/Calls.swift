import Synchronization

/// What a progress callback was told.
package final class Calls: Sendable {
  private let calls = Mutex<[(done: Int, total: Int)]>([])

  package init() {}

  package func add(_ done: Int, _ total: Int) { calls.withLock { $0.append((done, total)) } }

  package var all: [(done: Int, total: Int)] { calls.withLock { $0 } }
}
