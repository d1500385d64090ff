#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FoundationEssentials
import Names

/// Fits the weights of what speaks for a spelling, for each kind of name, and those that tell the
/// kind.
struct SpellingFit {
  private struct Example {
    let letters: [UInt32]
    let candidates: [SpellingCandidate]
    let isRight: [Bool]
    let evidence: [Float]
    let domain: NameDomain
    let isOdd: Bool
  }

  private var examples: [Example] = []
  private let model: NameModel

  init(_ model: NameModel, _ folder: String) throws {
    self.model = model
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".dev.tsv") {
      guard let group = NameGroup(file: file), let domain = NameDomain(group.rawValue) else {
        continue
      }
      for (number, (arabic, spellings)) in try NameFile.lines(folder + "/" + file).enumerated() {
        // Names of several words are spelled word by word.
        guard arabic.split(separator: " ").count == 1 else { continue }
        let letters = NameLetters.arabic(arabic)
        let right = Set(spellings.map { NameLetters.latin($0.0) })
        let candidates = model.candidates(letters)
        if candidates.isEmpty { continue }
        examples.append(
          Example(
            letters: letters, candidates: candidates,
            isRight: candidates.map { right.contains($0.letters) },
            evidence: NameDomain.evidence(letters, candidates), domain: domain,
            isOdd: number % 2 == 1))
      }
    }
  }

  /// The file of weights; says what each half of the examples reaches with weights of the other.
  func weights(report: (String) -> Void) -> String {
    for domain in NameDomain.allCases {
      let own = examples.filter { $0.domain == domain }
      var right = [0, 0, 0]
      for isOdd in [false, true] {
        let weights = fit(own.filter { $0.isOdd != isOdd })
        for example in own where example.isOdd == isOdd {
          let ranks = Self.ranked(example, weights)
          for (place, count) in [1, 10, Int.max].enumerated()
          where ranks.prefix(count).contains(true) {
            right[place] += 1
          }
        }
      }
      let shares = right.map {
        String((Double($0) / Double(max(own.count, 1)) * 1000).rounded() / 10)
      }
      report("\(domain): \(own.count) names, top 1, 10, all: \(shares.joined(separator: " "))")
    }
    var lines = ["# What speaks for a spelling, by kind of name; made by dragoman-train names."]
    lines.append("feature\t" + NameDomain.allCases.map { "\($0)" }.joined(separator: "\t"))
    let columns = NameDomain.allCases.map { domain in
      fit(examples.filter { $0.domain == domain })
    }
    for feature in SpellingFeature.allCases {
      let values = columns.map { Self.rounded($0[feature.rawValue]) }
      lines.append("\(feature)\t" + values.joined(separator: "\t"))
    }
    let coverage = NameDomain.allCases.map { domain in
      let own = examples.filter { $0.domain == domain }
      return Double(own.count { $0.isRight.contains(true) }) / Double(max(own.count, 1))
    }
    lines.append("coverage\t" + coverage.map(Self.rounded).joined(separator: "\t"))
    let kinds = fitKinds()
    for (name, row) in zip(NameDomain.evidenceNames, kinds) {
      lines.append("kind:\(name)\t" + row.map(Self.rounded).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rounded(_ value: Double) -> String {
    String((value * 10_000).rounded() / 10_000)
  }

  private static func ranked(_ example: Example, _ weights: [Double]) -> [Bool] {
    let scores = example.candidates.map { score($0, weights) }
    return scores.indices.sorted { scores[$0] > scores[$1] }.map { example.isRight[$0] }
  }

  private static func score(_ candidate: SpellingCandidate, _ weights: [Double]) -> Double {
    zip(candidate.features, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The weights with which right spellings are likeliest.
  private func fit(_ examples: [Example]) -> [Double] {
    let usable = examples.filter { $0.isRight.contains(true) }
    var start = [Double](repeating: 0, count: SpellingFeature.count)
    start[0] = 0.5
    start[1] = 0.5
    return Minimizer(steps: 150).minimize(from: start) { weights in
      var value = 0.0
      var gradient = [Double](repeating: 0, count: weights.count)
      for example in usable {
        let scores = example.candidates.map { Self.score($0, weights) }
        let highest = scores.max() ?? 0
        let shares = scores.map { exp($0 - highest) }
        let total = shares.reduce(0, +)
        let right = zip(shares, example.isRight).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        value -= log(right / total)
        for (at, candidate) in example.candidates.enumerated() {
          let pull = (example.isRight[at] ? shares[at] / right : 0) - shares[at] / total
          if pull == 0 { continue }
          for (feature, amount) in candidate.features.enumerated() {
            gradient[feature] -= pull * Double(amount)
          }
        }
      }
      let count = Double(max(usable.count, 1))
      for at in weights.indices {
        value += count * 1e-3 * weights[at] * weights[at]
        gradient[at] += count * 2e-3 * weights[at]
      }
      return (value / count, gradient.map { $0 / count })
    } report: { _, _ in
    }
  }

  /// For each piece of evidence its weights for the kinds of name.
  ///
  /// Every kind counts as its share of the names in the news is, not as that of the files.
  private func fitKinds() -> [[Double]] {
    let kinds = NameDomain.allCases.count
    let pieces = NameDomain.evidenceNames.count
    let counts = NameDomain.allCases.map { kind in examples.count { $0.domain == kind } }
    let weights = Minimizer(steps: 200).minimize(
      from: [Double](repeating: 0, count: kinds * pieces)
    ) { weights in
      var value = 0.0
      var gradient = [Double](repeating: 0, count: weights.count)
      for example in examples {
        let kind = example.domain.rawValue
        let weight = example.domain.share / Double(max(counts[kind], 1))
        let scores = (0..<kinds).map { kind in
          (0..<pieces).reduce(0) { $0 + weights[$1 * kinds + kind] * Double(example.evidence[$1]) }
        }
        let highest = scores.max() ?? 0
        let shares = scores.map { exp($0 - highest) }
        let total = shares.reduce(0, +)
        value -= weight * log(shares[kind] / total)
        for other in 0..<kinds {
          let pull = (other == kind ? 1 : 0) - shares[other] / total
          for piece in 0..<pieces {
            gradient[piece * kinds + other] -= weight * pull * Double(example.evidence[piece])
          }
        }
      }
      for at in weights.indices {
        value += 1e-4 * weights[at] * weights[at]
        gradient[at] += 2e-4 * weights[at]
      }
      return (value, gradient)
    } report: { _, _ in
    }
    return (0..<pieces).map { piece in
      (0..<kinds).map { weights[piece * kinds + $0] }
    }
  }
}

extension NameDomain {
  /// About which part of the names in Arabic news are of the kind.
  fileprivate var share: Double {
    switch self {
    case .foreign: 0.35
    case .arab: 0.4
    case .place: 0.13
    case .maghreb: 0.07
    case .persian: 0.05
    }
  }
}
