import Names
import Text
import Workbench

/// What is fuzzed.
enum FuzzTarget: String {
  case folding, segmentation, clitics, numbers, bidi, romanization
  case zip, array, vocabulary, tokens

  /// Whether it reads files that are no text.
  var takesAnyBytes: Bool { [.zip, .array, .vocabulary, .tokens].contains(self) }

  /// Runs the target on a text; traps where a promise is broken.
  func run(_ document: Document, options: UInt8) {
    switch self {
    case .folding: fold(document)
    case .segmentation: segment(document, options: options, [.paragraph, .sentence, .word])
    case .clitics: segment(document, options: options, [.clitic])
    case .numbers: segment(document, options: options, [.number, .date])
    case .bidi: rearrange(document, options: options)
    case .romanization: romanize(document, options: options)
    case .zip, .array, .vocabulary, .tokens: run(document.bytes)
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

  private func segment(
    _ document: Document, options: UInt8, _ units: [SegmentTexts.Unit]
  ) {
    let lineBreaks: LineBreaks = [.endParagraphs, .wrap, .detect][Int(options & 3) % 3]
    guard
      let document = try? Document(
        name: "fuzz", bytes: document.bytes, lineBreaks: lineBreaks)
    else { return promise(false) }
    let language: Language? = [.arabic, .english, nil, nil][Int(options >> 2 & 3)]
    for unit in units {
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
          if unit == .clitic {
            promise(pieces.clitics[piece.clitics].first?.range.lowerBound == piece.range.lowerBound)
            promise(pieces.clitics[piece.clitics].last?.range.upperBound == end)
          }
        }
        if unit.coversText { promise(isBlank(document.string(end..<paragraph.upperBound))) }
      }
    }
  }

  /// Whatever is done to the order of a text, text comes out.
  private func rearrange(_ document: Document, options: UInt8) {
    let rule: BaseRule = [
      .language(nil), .firstStrong, .given(.rightToLeft), .given(.leftToRight),
    ][
      Int(options & 3)]
    let order: RepairText.Order = options & 4 == 0 ? .auto : .visual
    do {
      let repaired = try RepairText(rule: rule, order: order).repair(document)
      promiseText(repaired.text)
      for repair in repaired.repairs { promise(repair.range.upperBound <= document.bytes.count) }
      var visual = try VisualText(
        rule: rule, isShaped: options & 8 != 0, width: options & 16 == 0 ? nil : 20)
      promiseText(try visual.visual(document))
      var check = try BidiCheck(rule: rule, isStrict: options & 32 != 0)
      for finding in try check.check(document) {
        promise(finding.range.upperBound <= document.bytes.count)
      }
      let isolated = IsolateFields(rule: rule).isolate(document).text
      promiseText(isolated)
      let bare = StripControls(keepsMarks: false).strip(document).text
      promiseText(bare)
      promise(
        StripControls(keepsMarks: false).strip(try Document(name: "", bytes: bare)).text == bare)
    } catch {
      promise(false)
    }
  }

  /// Every word comes out where it is said to, and letters come back from what they were written as.
  private func romanize(_ document: Document, options: UInt8) {
    let scheme = Scheme.allCases[Int(options) % Scheme.allCases.count]
    do {
      var romanizer = try Romanizer(scheme, listsWords: options & 0x80 != 0)
      var result = Romanized()
      try romanizer.romanize(document.bytes.span, into: &result)
      promiseText(result.bytes)
      for word in result.words {
        promise(word.source.upperBound <= document.bytes.count)
        promise(word.latin.upperBound <= result.bytes.count)
      }
      var back = Romanized()
      if romanizer.reverse(result.bytes.span, into: &back) {
        promise(back.bytes == document.bytes)
      }
    } catch {
      promise(false)
    }
  }

  private func promiseText(_ bytes: [UInt8]) {
    promise((try? Document(name: "fuzz", bytes: bytes)) != nil)
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isWhitespace($0.value) }
  }
}

/// Traps where something that always holds does not.
func promise(_ holds: Bool, _ line: UInt = #line) {
  if !holds { fatalError("a promise of line \(line) is broken") }
}
