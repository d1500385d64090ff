import Text

/// How far a bead agrees with the paragraphs of both texts.
///
/// Translators keep paragraphs more often than sentences: a bead seldom runs over the end of one,
/// and where it begins or ends with one on one side it does so on the other.
struct ParagraphModel: Sendable {
  /// For each position between sentences, whether a paragraph begins there; nil where either text
  /// has none to speak of.
  private let starts: (source: [Bool], target: [Bool])?

  init(_ source: SegmentedText, _ target: SegmentedText) {
    starts =
      source.hasParagraphs && target.hasParagraphs
      ? (Self.starts(source), Self.starts(target)) : nil
  }

  private init(_ starts: (source: [Bool], target: [Bool])?) { self.starts = starts }

  /// Of neighbouring sentences of both texts.
  func part(source: Range<Int>, target: Range<Int>) -> ParagraphModel {
    ParagraphModel(
      starts.map {
        (
          Array($0.source[source.lowerBound...source.upperBound]),
          Array($0.target[target.lowerBound...target.upperBound])
        )
      })
  }

  private static func starts(_ text: SegmentedText) -> [Bool] {
    let paragraphs = text.paragraphs
    return [true] + paragraphs.indices.dropFirst().map { paragraphs[$0] != paragraphs[$0 - 1] }
      + [true]
  }

  /// How many paragraphs begin inside a bead, and at how many of its two ends only one side has the
  /// beginning of one.
  func disagreement(
    _ source: Range<Int>, _ target: Range<Int>
  ) -> (crossed: Float, mismatched: Float) {
    guard let starts else { return (0, 0) }
    let crossed =
      source.dropFirst().count { starts.source[$0] }
      + target.dropFirst().count { starts.target[$0] }
    let begin = starts.source[source.lowerBound] != starts.target[target.lowerBound]
    let end = starts.source[source.upperBound] != starts.target[target.upperBound]
    return (Float(crossed), (begin ? 1 : 0) + (end ? 1 : 0))
  }
}
