import Synchronization

/// Counts what several threads have done and tells of it.
final class Counter: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let progress: AlignProgress?

  init(total: Int, _ progress: AlignProgress?) {
    self.total = total
    self.progress = progress
    progress?(.aligning, 0, total)
  }

  func add(_ count: Int) {
    guard let progress else { return }
    done.withLock { done in
      done += count
      progress(.aligning, done, total)
    }
  }
}
