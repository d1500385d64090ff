import Alignment
import Text

/// What a person should know of two texts before trusting their alignment.
///
/// None of it keeps them from being aligned as they stand.
package enum PairNotice: Equatable, Sendable {
  /// The first text is English and the second Arabic.
  case swapped
  case sameLanguage(Language)
  case identical
  /// A side has no sentence.
  case empty(Side)
  /// A side has sentences, but no letter of either script.
  case noLetters(Side)
  /// One side has many times the characters of the other.
  case unequal(longer: Side, times: Int)

  /// What there is to say of two texts; nothing of two empty ones.
  package static func of(_ source: SegmentedText, _ target: SegmentedText) -> [PairNotice] {
    switch (source.sentences.isEmpty, target.sentences.isEmpty) {
    case (true, true): return []
    case (true, false): return [.empty(.source)]
    case (false, true): return [.empty(.target)]
    case (false, false): break
    }
    if source.document.bytes == target.document.bytes { return [.identical] }
    var notices: [PairNotice] = []
    let languages = (source.document.detectLanguage(), target.document.detectLanguage())
    switch languages {
    case (nil, nil): notices += [.noLetters(.source), .noLetters(.target)]
    case (nil, _): notices.append(.noLetters(.source))
    case (_, nil): notices.append(.noLetters(.target))
    case (.english, .arabic): notices.append(.swapped)
    case (let source?, let target?) where source == target:
      notices.append(.sameLanguage(source))
    default: break
    }
    if let notice = unequal(source, target) { notices.append(notice) }
    return notices
  }

  /// Translations are about as long as their sources; three times as long is another text.
  private static func unequal(_ source: SegmentedText, _ target: SegmentedText) -> PairNotice? {
    let lengths = (characters(source), characters(target))
    let (short, long) = (min(lengths.0, lengths.1), max(lengths.0, lengths.1))
    // A few words say nothing.
    guard short > 0, long >= 300, long >= 3 * short else { return nil }
    return .unequal(longer: lengths.0 > lengths.1 ? .source : .target, times: long / short)
  }

  private static func characters(_ text: SegmentedText) -> Int {
    let bytes = text.document.bytes.span
    var count = 0
    for sentence in text.sentences {
      for at in sentence where bytes[at] > 0x20 && bytes[at] & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }
}
