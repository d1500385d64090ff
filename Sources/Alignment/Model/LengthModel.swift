#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well the lengths of two passages agree, after Gale and Church (1993), §3.1.
///
/// A translation's length in letters is taken as normal around `ratio` times its source's. Its
/// variance has a part that grows with the length, as theirs, and one that grows with its square: a
/// translator who is wordy is so throughout.
struct LengthModel: Sendable {
  /// Target letters for one source letter.
  private(set) var ratio: Double

  init(expectedRatio: Double) { ratio = expectedRatio }

  /// Moves the ratio towards the middle one of given pairs of lengths.
  ///
  /// What the two texts have in all would be bent by a passage that one of them lacks.
  mutating func learn(from pairs: some Sequence<(Double, Double)>) {
    let ratios = pairs.filter { $0.0 >= Self.shortest && $0.1 >= Self.shortest }
      .map { log($0.1 / $0.0) }.sorted()
    guard !ratios.isEmpty else { return }
    let count = Double(ratios.count)
    let middle = ratios[ratios.count / 2]
    ratio = exp((log(ratio) * Self.weight + middle * count) / (Self.weight + count))
  }

  /// How many pairs the expected ratio stands for.
  private static let weight = 10.0
  /// Letters below which a ratio says little.
  private static let shortest = 20.0

  /// Gale and Church's 6.8 for French and German is too narrow for Arabic; 10 fits news.
  private static let variancePerLetter = 10.0
  private static let relativeDeviation = 0.1

  /// The logarithm of the probability that translations differ in length at least this much.
  func score(_ source: Double, _ target: Double) -> Double {
    let mean = (source + target / ratio) / 2
    if mean == 0 { return 0 }
    let relative = Self.relativeDeviation * mean
    let deviation =
      abs(target - source * ratio)
      / (Self.variancePerLetter * mean + relative * relative).squareRoot()
    return Self.logTail(deviation)
  }

  /// log 2 (1 - Φ(δ)) by a table, which the search asks for at every bead.
  ///
  /// Past a few deviations one length is as wrong as another.
  private static func logTail(_ deviation: Double) -> Double {
    let place = deviation * steps
    guard place < Double(tails.count - 1) else { return floor }
    let low = Int(place)
    return tails[low] + (tails[low + 1] - tails[low]) * (place - Double(low))
  }

  private static let floor = -9.0
  private static let steps = 64.0
  private static let tails = (0...Int(4.5 * steps)).map { step in
    max(log(erfc(Double(step) / steps / 2.0.squareRoot())), floor)
  }
}
