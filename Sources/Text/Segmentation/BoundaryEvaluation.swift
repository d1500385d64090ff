/// How well sentence boundaries are found, against a gold segmentation.
///
/// Gold text has one sentence a line and an empty line between documents. A document's sentences
/// are joined by one space and cut anew; a boundary counts as found where it falls on the same
/// byte. The end of a document is no boundary, since nobody can miss it.
package struct BoundaryEvaluation: Sendable {
  /// A boundary that only one of the two has.
  package struct Mistake: Sendable, Equatable {
    /// Whether the gold has it.
    package let isMissed: Bool
    /// Up to 36 scalars before it, and after: a line of a terminal in all.
    package let before: String
    package let after: String
  }

  package private(set) var documents = 0
  package private(set) var sentences = 0
  /// Boundaries found that the gold has.
  package private(set) var correct = 0
  package private(set) var wrong = 0
  package private(set) var missed = 0
  package private(set) var mistakes: [Mistake] = []

  package init() {}

  /// Of the boundaries found, how many are right; 1 where there is none.
  package var precision: Double { Self.ratio(correct, correct + wrong) }
  /// Of the gold's boundaries, how many are found; 1 where there is none.
  package var recall: Double { Self.ratio(correct, correct + missed) }
  /// The harmonic mean of the two.
  package var f1: Double { Self.ratio(2 * correct, 2 * correct + wrong + missed) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  /// Compares the gold documents of a text with what `segment` makes of each.
  ///
  /// - Parameter segment: gives the sentences of a document of one paragraph.
  package mutating func add<Failure>(
    _ gold: Document, _ segment: (Document) throws(Failure) -> [Range<Int>]
  ) throws(Failure) {
    for sentences in Self.documents(of: gold) {
      var text: [UInt8] = []
      var boundaries: Set<Int> = []
      for sentence in sentences {
        if !text.isEmpty {
          boundaries.insert(text.count)
          text.append(0x20)
        }
        text += gold.bytes[sentence]
      }
      let document = Document(name: gold.name, text: text.span.string(0..<text.count))
      let found = Set(try segment(document).dropLast().map(\.upperBound))
      documents += 1
      self.sentences += sentences.count
      correct += found.intersection(boundaries).count
      wrong += found.subtracting(boundaries).count
      missed += boundaries.subtracting(found).count
      for offset in found.symmetricDifference(boundaries).sorted() {
        mistakes.append(Self.mistake(at: offset, isMissed: boundaries.contains(offset), document))
      }
    }
  }

  private static func mistake(
    at offset: Int, isMissed: Bool, _ document: Document
  ) -> Mistake {
    Mistake(
      isMissed: isMissed,
      before: String(document.string(0..<offset).unicodeScalars.suffix(36)),
      after: String(
        document.string(offset..<document.bytes.count).unicodeScalars.dropFirst().prefix(36)))
  }

  /// The lines of each document, without white space around.
  private static func documents(of gold: Document) -> [[Range<Int>]] {
    var documents: [[Range<Int>]] = [[]]
    var lines = Lines(from: gold.contentStart)
    let bytes = gold.bytes.span
    while let line = lines.nextLine(in: bytes) {
      let sentence = trimmed(line, in: bytes)
      if !sentence.isEmpty {
        documents[documents.count - 1].append(sentence)
      } else if documents.last?.isEmpty == false {
        documents.append([])
      }
    }
    return documents.filter { !$0.isEmpty }
  }
}
