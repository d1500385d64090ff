import ICU

/// Finds the dates and the numbers outside them, reading the words of a sentence once for both.
package struct DateAndNumberFinder: Sendable {
  private let lexer: NumeralLexer
  private let dates: DateFinder
  private let numbers: NumberFinder

  package init(_ language: Language) {
    lexer = NumeralLexer(language)
    dates = DateFinder(language)
    numbers = NumberFinder(language)
  }

  /// Appends the dates and numbers of a sentence, given as its tokens in `bytes`, in text order.
  package func find(
    in tokens: [Token], of bytes: Span<UInt8>, dates found: inout [DateMention],
    quantities: inout [Quantity]
  ) {
    var pieces: [NumeralPiece] = []
    pieces.reserveCapacity(tokens.count)
    guard lexer.read(tokens, of: bytes, into: &pieces) else { return }
    let first = found.count
    dates.find(in: pieces, into: &found)
    numbers.find(in: &pieces, excluding: found[first...], into: &quantities)
  }
}
