import Alignment
import Dispatch
import Foundation

/// The weights under which gold beads are likeliest, given a prior.
struct Fit {
  let cases: [TrainingCase]
  let prior: BeadModel
  let penalty: Double
  let kind: TrainAligner.Kind

  func run(from start: BeadModel, steps: Int) -> BeadModel {
    let isFixed = BeadFeature.allCases.map { Prior.isFixed($0, kind) }
    let scales = TrainingCase.scales(of: cases)
    let weights = Minimizer(steps: steps).minimize(from: start.weights.map(Double.init)) { point in
      var (value, gradient) = likelihood(point)
      for at in point.indices {
        // A weight is as large as the feature is small; the prior is on their product.
        let strength = penalty * max(scales[at] * scales[at], 0.01)
        let distance = point[at] - Double(prior.weights[at])
        value += strength * distance * distance
        gradient[at] = isFixed[at] ? 0 : gradient[at] + 2 * strength * distance
      }
      return (value, gradient)
    } report: { number, value in
      if number % 10 == 0 { print("  step \(number): \(value)") }
    }
    var model = start
    model.weights = weights.map(Float.init)
    return model
  }

  /// The negative log-likelihood and its derivatives, summed over documents.
  private func likelihood(_ point: [Double]) -> (Double, [Double]) {
    var model = prior
    model.weights = point.map(Float.init)
    let total = Total()
    let (cases, shared) = (cases, model)
    DispatchQueue.concurrentPerform(iterations: cases.count) { number in
      if let (value, gradient) = cases[number].likelihood(shared) { total.add(value, gradient) }
    }
    return (-total.value, total.gradient.map { -$0 })
  }

  private final class Total: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var value = 0.0
    private(set) var gradient = [Double](repeating: 0, count: BeadFeature.count)

    func add(_ value: Double, _ gradient: [Double]) {
      lock.withLock {
        self.value += value
        for at in gradient.indices { self.gradient[at] += gradient[at] }
      }
    }
  }
}
