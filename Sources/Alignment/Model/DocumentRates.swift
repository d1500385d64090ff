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

  /// What the first pass takes them for.
  static let unknown = DocumentRates(
    omissions: log(Self.prior), insertions: log(Self.prior), groups: log(Self.prior))

  private static let prior: Float = 0.05
  /// How many sentences the prior stands for.
  private static let weight: Float = 10

  /// - Parameters: expected counts, of which `groups` is out of `beads`.
  init(
    omissions: Float, sources: Int, insertions: Float, targets: Int, groups: Float, beads: Float
  ) {
    func rate(_ part: Float, _ whole: Float) -> Float {
      log((part + Self.prior * Self.weight) / (whole + Self.weight))
    }
    self.omissions = rate(omissions, Float(sources))
    self.insertions = rate(insertions, Float(targets))
    self.groups = rate(groups, beads)
  }

  private init(omissions: Float, insertions: Float, groups: Float) {
    self.omissions = omissions
    self.insertions = insertions
    self.groups = groups
  }
}
