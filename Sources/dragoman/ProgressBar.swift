import Synchronization

/// A bar on standard error for work that takes long: how much is done, how fast, how long it will
/// take.
///
/// Nothing is shown in the first half second, and nothing is left when `end` is called.
final class ProgressBar: Sendable {
  private struct State {
    var phase = ""
    var phaseStart: Double
    var shown: Double?
    var isOver = false
  }

  private let state: Mutex<State>
  private let start: Double
  private let columns: Int
  private let clock: @Sendable () -> Double
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - clock: seconds from any moment on.
  ///   - write: puts text on the terminal.
  init(
    columns: Int, clock: @escaping @Sendable () -> Double = ProgressBar.seconds,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.columns = columns
    self.clock = clock
    self.write = write
    start = clock()
    state = Mutex(State(phaseStart: start))
  }

  /// Seconds since the program first asked.
  static let seconds: @Sendable () -> Double = {
    let start = ContinuousClock.now
    return { (ContinuousClock.now - start) / .seconds(1) }
  }()

  /// Says how much of a phase is done; a total of 0 is not known.
  ///
  /// Phases follow one another; it can be called from any thread.
  func report(_ phase: String, _ done: Int, of total: Int) {
    let now = clock()
    state.withLock { state in
      if state.isOver { return }
      if state.phase != phase {
        // The first phase began with the work.
        if !state.phase.isEmpty { state.phaseStart = now }
        state.phase = phase
      }
      if now - start < 0.5 { return }
      if let shown = state.shown, now - shown < 0.1 { return }
      state.shown = now
      write("\r" + line(phase, done, total, now - state.phaseStart) + "\u{1B}[K")
    }
  }

  /// Takes the bar away.
  func end() {
    state.withLock { state in
      if state.shown != nil { write("\r\u{1B}[K") }
      state.isOver = true
    }
  }

  private func line(_ phase: String, _ done: Int, _ total: Int, _ elapsed: Double) -> String {
    let done = max(0, done)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    guard total > 0 else { return clipped("\(phase)  \(done)  \(Self.short(rate))/s") }
    let share = min(1, Double(done) / Double(total))
    var parts = "\(Int(share * 100)) %  \(Self.short(rate))/s"
    if done > 0, done < total {
      parts += "  \(Self.duration(Double(total - done) / max(rate, 1e-9))) left"
    }
    let width = 20
    let full = Int(share * Double(width))
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    return clipped("\(phase)  [\(bar)]  \(parts)")
  }

  private func clipped(_ text: String) -> String { String(text.prefix(max(10, columns - 1))) }

  /// A number of few figures: `7.3`, `734`, `73k`.
  private static func short(_ value: Double) -> String {
    switch value {
    case ..<10: "\((min(value, 10) * 10).rounded() / 10)"
    case ..<10_000: "\(Int(value))"
    case ..<1e12: "\(Int(value / 1000))k"
    default: "very many"
    }
  }

  private static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<60: "\(Int(seconds.rounded(.up))) s"
    case ..<3600: "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
    case ..<360_000: "\(Int(seconds) / 3600) h \(Int(seconds) % 3600 / 60) min"
    default: "days"
    }
  }
}
