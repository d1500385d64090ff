import Compliance
import Terminology
import Text

/// Aligns a text with its translation and checks the translation against a termbase.
package struct CheckTexts: Sendable {
  private let aligner: AlignTexts
  private let check: TermCheck

  /// - Parameter encoder: helps to align, as in `AlignTexts`.
  package init(termbase: Termbase, encoder: (any TextEncoder)? = nil) throws {
    aligner = try AlignTexts(termbase: termbase, encoder: encoder)
    check = TermCheck(termbase)
  }

  /// - Throws: `CheckError` where the two texts are not an Arabic one and an English one.
  package func check(
    _ source: Document, _ target: Document, isSegmented: Bool = false
  ) throws -> (report: Report, bitext: Bitext) {
    let bitext = try aligner.align(source, target, isSegmented: isSegmented)
    guard bitext.source.language == .arabic else {
      throw bitext.target.language == .arabic
        ? CheckError.swapped(source: source.name, target: target.name)
        : CheckError.sourceNotArabic(source: source.name)
    }
    guard bitext.target.language == .english || target.paragraphs.isEmpty else {
      throw CheckError.targetNotEnglish(target: target.name)
    }
    return (try check.check(bitext), bitext)
  }
}

/// Why two texts cannot be checked against each other.
package enum CheckError: Error, Equatable, Sendable {
  case sourceNotArabic(source: String)
  /// The first text is English and the second Arabic.
  case swapped(source: String, target: String)
  case targetNotEnglish(target: String)
}
