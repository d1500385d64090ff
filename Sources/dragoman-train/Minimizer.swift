/// Minimises a smooth function of several variables (L-BFGS: Nocedal and Wright 2006, §7.2).
struct Minimizer {
  /// At most so many steps are made.
  let steps: Int
  /// Differences kept to tell the curvature by.
  private static let memory = 10

  /// The point at which steps no longer help.
  ///
  /// - Parameters:
  ///   - function: the value at a point and the derivatives there.
  ///   - report: told the value after each step.
  func minimize(
    from start: [Double], _ function: ([Double]) -> (value: Double, gradient: [Double]),
    report: (Int, Double) -> Void
  ) -> [Double] {
    var point = start
    var (value, gradient) = function(point)
    var history: [(step: [Double], change: [Double])] = []
    for number in 1...max(steps, 1) {
      let direction = Self.direction(gradient, history)
      let slope = dot(direction, gradient)
      guard slope < 0 else { break }
      var length = 1.0
      var isBetter = false
      // Backtracking until the decrease is what the slope promises (Armijo).
      for _ in 0..<15 {
        let next = zip(point, direction).map { $0 + length * $1 }
        let (nextValue, nextGradient) = function(next)
        if nextValue <= value + 1e-4 * length * slope {
          let step = zip(next, point).map { $0 - $1 }
          let change = zip(nextGradient, gradient).map { $0 - $1 }
          if dot(step, change) > 1e-12 {
            history.append((step, change))
            if history.count > Self.memory { history.removeFirst() }
          }
          isBetter = value - nextValue > 1e-6 * abs(value)
          (point, value, gradient) = (next, nextValue, nextGradient)
          break
        }
        length *= 0.4
      }
      report(number, value)
      if !isBetter { break }
    }
    return point
  }

  private static func direction(
    _ gradient: [Double], _ history: [(step: [Double], change: [Double])]
  ) -> [Double] {
    var direction = gradient
    var factors: [Double] = []
    for (step, change) in history.reversed() {
      let factor = dot(step, direction) / dot(change, step)
      factors.append(factor)
      direction = zip(direction, change).map { $0 - factor * $1 }
    }
    let scale =
      history.last.map { dot($0.step, $0.change) / dot($0.change, $0.change) }
      ?? 1 / max(1, dot(direction, direction).squareRoot())
    direction = direction.map { $0 * scale }
    for ((step, change), factor) in zip(history, factors.reversed()) {
      let other = dot(change, direction) / dot(change, step)
      direction = zip(direction, step).map { $0 + $1 * (factor - other) }
    }
    return direction.map { -$0 }
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
