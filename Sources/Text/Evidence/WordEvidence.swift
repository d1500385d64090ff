internal import CResources
import ICU

/// Evidence of ordinary words: those a list of Arabic words and their English renderings joins.
///
/// A word shows every entry of the list that has its stem, whatever its sense here; only entries
/// that both texts show come to count.
package struct WordEvidence: EvidenceSource {
  /// The entries of each stem, as runs of `arabicEntries` and `englishEntries`.
  private let arabic: StemTable
  private let english: StemTable

  /// The list that is linked into the program.
  package static let standard = WordEvidence(cresource_bilingual_words())

  private init(_ resource: cresource) {
    let bytes = Span(_unsafeStart: resource.bytes, count: resource.count)
    var arabic: [(stem: UInt64, entry: Int32)] = []
    var english: [(stem: UInt64, entry: Int32)] = []
    var folded = FoldedText()
    var stems: [UInt64] = []
    var entry: Int32 = 0
    var lines = Lines(from: 0)
    while let line = lines.nextLine(in: bytes) {
      if line.isEmpty || bytes[line.lowerBound] == 0x23 { continue }
      var start = line.lowerBound
      var isArabic = true
      for at in line.lowerBound...line.upperBound {
        let byte = at < line.upperBound ? bytes[at] : 0x7C
        guard byte == 0x7C || byte == 0x09 else { continue }
        // A phrase of several words is none of this table's.
        var isWord = at > start
        for place in start..<at where bytes[place] == 0x20 { isWord = false }
        if isWord {
          Folding.fold(
            start..<at, of: bytes, level: isArabic ? .carriers : .shapes, into: &folded)
          if isArabic {
            LightStems.arabic(folded.scalars.span, isRunning: false, into: &stems)
            for stem in stems { arabic.append((stem, entry)) }
          } else {
            english.append((LightStems.english(folded.scalars.span), entry))
          }
        }
        start = at + 1
        if byte == 0x09 { isArabic = false }
      }
      entry += 1
    }
    for (base, forms) in EnglishForms.irregularForms {
      let base = LightStems.english(Folding.fold(base, level: .shapes).span)
      for (stem, entry) in english where stem == base {
        for form in forms {
          english.append((LightStems.english(Folding.fold(form, level: .shapes).span), entry))
        }
      }
    }
    self.arabic = StemTable(arabic)
    self.english = StemTable(english)
  }

  package func collect(
    _ tokens: [Token], of bytes: Span<UInt8>, language: Language, into keys: inout [EvidenceKey]
  ) {
    var folded = FoldedText()
    var stems: [UInt64] = []
    for token in tokens where token.kind == .word {
      switch language {
      case .arabic:
        Folding.fold(token.range, of: bytes, level: .carriers, into: &folded)
        LightStems.arabic(folded.scalars.span, isRunning: true, into: &stems)
        // What is found with least cut off is the word.
        for stem in stems {
          if arabic.collect(stem, into: &keys) { break }
        }
      case .english:
        Folding.fold(token.range, of: bytes, level: .shapes, into: &folded)
        _ = english.collect(LightStems.english(folded.scalars.span), into: &keys)
      }
    }
  }
}

/// The entries each stem belongs to.
private struct StemTable: Sendable {
  private var index: HashIndex
  private var starts: [Int32] = []
  private var entries: [Int32] = []

  init(_ pairs: [(stem: UInt64, entry: Int32)]) {
    index = HashIndex(minimumCapacity: pairs.count)
    var last: (stem: UInt64, entry: Int32)?
    for pair in pairs.sorted(by: { ($0.stem, $0.entry) < ($1.stem, $1.entry) }) {
      if let last, last == pair { continue }
      if last?.stem != pair.stem {
        index.set(pair.stem, to: Int32(starts.count))
        starts.append(Int32(entries.count))
      }
      entries.append(pair.entry)
      last = pair
    }
    starts.append(Int32(entries.count))
  }

  /// Appends the keys of a stem; false where it has none.
  func collect(_ stem: UInt64, into keys: inout [EvidenceKey]) -> Bool {
    guard let number = index.value(stem).map(Int.init) else { return false }
    for at in Int(starts[number])..<Int(starts[number + 1]) {
      keys.append(EvidenceKey(.word, UInt64(truncatingIfNeeded: entries[at])))
    }
    return true
  }
}
