#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How often a translation leaves out, adds and groups sentences, as logarithms.
///
/// One translator drops nothing, another every tenth sentence: what the first pass expects of the
/// whole text tells the second what to believe of each sentence.
struct DocumentRates: Sendable, Equatable {
  /// Of source sentences left out.
  let omissions: Float
  /// Of target sentences added.
  let insertions: Float
  /// Of beads with more than a sentence on a side.
  let groups: Float
  /// Of sentences in such beads beyond three.
  let size: Float

  /// What the first pass takes them for.
  static let unknown = DocumentRates(ExpectedCounts())

  private static let prior: Float = 0.05
  /// How many sentences the prior stands for.
  private static let weight: Float = 10

  init(_ counts: ExpectedCounts) {
    func rate(_ part: Float, _ whole: Float) -> Float {
      log((part + Self.prior * Self.weight) / (whole + Self.weight))
    }
    omissions = rate(counts.omissions, counts.sources)
    insertions = rate(counts.insertions, counts.targets)
    groups = rate(counts.groups, counts.beads)
    size = rate(counts.beyondThree, counts.groups * 3)
  }
}

/// What is expected to be found in a text, or in a part of it.
struct ExpectedCounts: Sendable {
  var sources: Float = 0
  var targets: Float = 0
  var omissions: Float = 0
  var insertions: Float = 0
  var beads: Float = 0
  /// Beads of more than two sentences.
  var groups: Float = 0
  /// Sentences of these beyond three.
  var beyondThree: Float = 0

  static func += (a: inout ExpectedCounts, b: ExpectedCounts) {
    a.sources += b.sources
    a.targets += b.targets
    a.omissions += b.omissions
    a.insertions += b.insertions
    a.beads += b.beads
    a.groups += b.groups
    a.beyondThree += b.beyondThree
  }
}
