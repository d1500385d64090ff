#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well the lengths of two passages agree, after Gale and Church (1993), §3.1.
///
/// A translation's length in characters is taken as normal around `ratio` times its source's, with
/// a variance that grows with the length.
struct LengthModel: Sendable {
  /// Target characters for one source character.
  let ratio: Double
  /// Variance per source character.
  let variance: Double

  /// A model for two whole texts in letters.
  ///
  /// Their own ratio counts by their size against what Arabic and English news has: in a short
  /// text one passage the other lacks would bend it.
  init(sourceLength: Int, targetLength: Int, expectedRatio: Double) {
    ratio =
      (Double(targetLength) + expectedRatio * Self.priorLength)
      / (Double(sourceLength) + Self.priorLength)
    variance = Self.variance
  }

  /// Letters of evidence the expected ratio stands for.
  private static let priorLength = 20_000.0
  /// Gale and Church's 6.8 for French and German is too narrow for Arabic; 10 fits news.
  private static let variance = 10.0

  /// The logarithm of the probability that translations differ in length at least this much.
  func score(_ source: Double, _ target: Double) -> Double {
    let mean = (source + target / ratio) / 2
    if mean == 0 { return 0 }
    let deviation = abs(target - source * ratio) / (variance * mean).squareRoot()
    // 2 (1 - Φ(δ)); past a few deviations one length is as wrong as another.
    return max(log(max(erfc(deviation / 2.0.squareRoot()), 1e-12)), Self.floor)
  }

  private static let floor = -9.0
}
