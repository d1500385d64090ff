import Text
import Workbench

/// What is fuzzed.
enum FuzzTarget: String {
  case folding, segmentation

  /// Runs the target on a text; traps where a promise is broken.
  func run(_ document: Document, options: UInt8) {
    switch self {
    case .folding: fold(document)
    case .segmentation: segment(document, options: options)
    }
  }

  private func fold(_ document: Document) {
    let bytes = document.bytes.span
    var text = FoldedText()
    for level in FoldingLevel.allCases {
      Folding.fold(0..<bytes.count, of: bytes, level: level, into: &text)
      promise(text.scalars.count == text.sources.count)
      var last = 0
      for source in text.sources {
        promise(source.lowerBound >= last && source.upperBound <= bytes.count && !source.isEmpty)
        last = source.lowerBound
      }
      var once: [UInt8] = []
      text.appendUTF8(to: &once)
      var again = FoldedText()
      Folding.fold(0..<once.count, of: once.span, level: level, into: &again)
      promise(again.scalars == text.scalars)
    }
  }

  private func segment(_ document: Document, options: UInt8) {
    let lineBreaks: LineBreaks = [.endParagraphs, .wrap, .detect][Int(options & 3) % 3]
    guard
      let document = try? Document(
        name: "fuzz", bytes: document.bytes, lineBreaks: lineBreaks)
    else { return promise(false) }
    let language: Language? = [.arabic, .english, nil, nil][Int(options >> 2 & 3)]
    for unit in SegmentTexts.Unit.allCases {
      var segmenter = SegmentTexts(language: language, unit: unit)
      var pieces = Pieces()
      for paragraph in document.paragraphs {
        do {
          try segmenter.segment(paragraph, of: document, into: &pieces)
        } catch {
          promise(false)
        }
        var end = paragraph.lowerBound
        for piece in pieces.pieces {
          promise(piece.range.lowerBound >= end && piece.range.upperBound <= paragraph.upperBound)
          if unit.coversText {
            promise(isBlank(document.string(end..<piece.range.lowerBound)))
          }
          end = piece.range.upperBound
          for part in pieces.parts[piece.parts] {
            promise(part.lowerBound >= piece.range.lowerBound && part.upperBound <= end)
          }
        }
        if unit.coversText { promise(isBlank(document.string(end..<paragraph.upperBound))) }
      }
    }
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isWhitespace($0.value) }
  }
}

/// Traps where something that always holds does not.
func promise(_ holds: Bool, _ line: UInt = #line) {
  if !holds { fatalError("a promise of line \(line) is broken") }
}
