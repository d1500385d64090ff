/// Cuts written words into clitics and stems: لأوباما into ل and أوباما, don't into do and n't.
///
/// The convention is that of Universal Dependencies: و ف, ب ل ك, س and the pronouns are pieces of
/// their own, the article is not, and للسلطة is ل and لسلطة. The script of a word decides its
/// language. Nothing is allocated for a word; one segmenter serves one thread.
package struct CliticSegmenter: ~Copyable {
  private var word = SpelledWord()
  private let model = CliticModel()
  /// Words seen before, since few make up most of a text: a direct-mapped table.
  private var seenKeys = [UInt64](repeating: 0, count: CliticSegmenter.slots)
  private var seenValues = [UInt32](repeating: 0, count: CliticSegmenter.slots)
  private static let slots = 1 << 13

  package init() {}

  /// Appends the pieces of one word to `pieces`.
  ///
  /// `token` is the UTF-8 range of a word in `bytes`, as `WordSegmenter` gives it; what is no word
  /// is one piece. The pieces tile the range.
  package mutating func segment(
    _ token: Range<Int>, of bytes: Span<UInt8>, into pieces: inout [Clitic]
  ) {
    guard !token.isEmpty, token.lowerBound >= 0, token.upperBound <= bytes.count else { return }
    let lead = bytes[token.lowerBound]
    if lead < 0x80 {
      EnglishClitics.segment(token, of: bytes, into: &pieces)
    } else if lead >= 0xD8 && lead <= 0xDB || lead == 0xEF || lead == 0xE2 {
      segmentArabic(token, of: bytes, into: &pieces)
    } else {
      EnglishClitics.segment(token, of: bytes, into: &pieces)
    }
  }

  private mutating func segmentArabic(
    _ token: Range<Int>, of bytes: Span<UInt8>, into pieces: inout [Clitic]
  ) {
    var core = token
    while core.count > 2, Self.isTatweel(at: core.lowerBound, of: bytes) {
      core = core.lowerBound + 2..<core.upperBound
    }
    while core.count > 2, Self.isTatweel(at: core.upperBound - 2, of: bytes) {
      core = core.lowerBound..<core.upperBound - 2
    }
    guard word.read(core, of: bytes) else {
      pieces.append(Clitic(token, .stem))
      return
    }
    // A tatweel after one or two letters stretches them: هـ, الـ. After a word it is a dash.
    if word.count < 3 { core = core.lowerBound..<token.upperBound }
    if core.lowerBound > token.lowerBound {
      pieces.append(Clitic(token.lowerBound..<core.lowerBound, .mark))
    }
    append(analysis(), core, into: &pieces)
    if core.upperBound < token.upperBound {
      pieces.append(Clitic(core.upperBound..<token.upperBound, .mark))
    }
  }

  private static func isTatweel(at offset: Int, of bytes: Span<UInt8>) -> Bool {
    bytes[offset] == 0xD9 && bytes[offset + 1] == 0x80
  }

  /// The division of the word last read.
  private mutating func analysis() -> Analysis {
    let key = word.hash(0, word.count).mixed ^ (word.hasTanwin ? 1 : 0)
    let slot = Int(key >> 51)
    if seenKeys[slot] == key, key != 0 { return Analysis(packed: seenValues[slot]) }
    let analysis = model.analysis(of: word)
    seenKeys[slot] = key
    seenValues[slot] = analysis.packed
    return analysis
  }

  /// Appends the pieces of a division, leaving together what one ligature writes.
  private func append(_ analysis: Analysis, _ range: Range<Int>, into pieces: inout [Clitic]) {
    let count = word.count
    let stemStart = analysis.procliticCount
    let stemEnd = count - analysis.pronoun
    guard stemStart <= stemEnd else {
      pieces.append(Clitic(range, .stem))
      return
    }
    var start = range.lowerBound
    for index in 0..<stemStart where word.canCut(at: index + 1) {
      let end = index + 1 < count ? word.start(of: index + 1) : range.upperBound
      pieces.append(Clitic(start..<end, analysis.kind(index)))
      start = end
    }
    if stemEnd > stemStart {
      let canCut = word.canCut(at: stemEnd)
      let end = stemEnd < count && canCut ? word.start(of: stemEnd) : range.upperBound
      let seam = stemEnd == count || canCut ? analysis.seam : .none
      let afterArticle = stemStart + analysis.article
      let hasArticle =
        analysis.article > 0 && afterArticle < stemEnd && word.canCut(at: afterArticle)
      let articleEnd = hasArticle ? word.start(of: afterArticle) : nil
      pieces.append(
        Clitic(
          start..<end, .stem, seam: seam,
          articleEnd: articleEnd))
      start = end
    }
    if start < range.upperBound { pieces.append(Clitic(start..<range.upperBound, .pronoun)) }
  }
}
