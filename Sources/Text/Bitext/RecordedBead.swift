/// A bead as a file has it.
///
/// What a format does not hold is nil or empty, and nothing is checked against texts: indexes may
/// reach past them and a sentence may stand in two beads.
package struct RecordedBead: Sendable, Equatable {
  /// Where it stands in its file, from 1.
  package let line: Int
  package let link: Link
  /// From 0 to 1.
  package let confidence: Double?
  /// Whether a person has confirmed it; nil where the file does not say.
  package let isConfirmed: Bool?
  /// The texts of the link's source sentences, one each, or one for the whole group.
  package let source: [String]
  package let target: [String]

  package init(
    line: Int, link: Link, confidence: Double? = nil, isConfirmed: Bool? = nil,
    source: [String] = [], target: [String] = []
  ) {
    self.line = line
    self.link = link
    self.confidence = confidence
    self.isConfirmed = isConfirmed
    self.source = source
    self.target = target
  }
}
