import ICU

/// Reads tokens as the pieces numbers and dates are made of.
///
/// Digits are read from the bytes, so that it does not matter where the tokens cut `1 000,5`; a
/// particle that is a token of its own, as in `و20`, goes to what follows.
struct NumeralLexer: Sendable {
  let language: Language
  private let lexicon = NumeralLexicon.shared
  private let digits: DigitScanner

  /// The letters of واحد.
  private static let one = LetterCode("واحد")

  init(_ language: Language) {
    self.language = language
    digits = DigitScanner(language: language)
  }

  /// Appends the pieces of the tokens; gives whether any could begin a number or date.
  func read(
    _ tokens: [Token], of bytes: Span<UInt8>, into pieces: inout [NumeralPiece]
  ) -> Bool {
    guard let limit = tokens.last?.range.upperBound else { return false }
    var isInteresting = false
    var particles = Particles()
    var numerals: [DigitScanner.Numeral] = []
    var previousEnd = -1
    for token in tokens {
      guard token.range.upperBound > previousEnd else { continue }
      // A numeral may have ended inside a token.
      var at = max(token.range.lowerBound, previousEnd)
      let hasGap = at != previousEnd
      var first = bytes.scalar(at: at)
      // ـ11: a stretched stroke or a mark of direction before a numeral.
      while first.value == 0x0640 || first.value == 0x200F || first.value == 0x200E,
        at + first.length < token.range.upperBound
      {
        at += first.length
        first = bytes.scalar(at: at)
      }
      if isDigitFirst(first.value) {
        numerals.removeAll(keepingCapacity: true)
        let end = digits.scan(at, limit: limit, of: bytes, into: &numerals)
        append(numerals, at..<end, hasGap, of: bytes, &particles, into: &pieces)
        isInteresting = true
        previousEnd = end
        at = end
        // Letters of the same token, were there any, are of no use to a number.
        if at < token.range.upperBound { previousEnd = token.range.upperBound }
      } else if let fraction = vulgarFraction(first.value) {
        appendFraction(fraction, at..<at + first.length, hasGap, &particles, into: &pieces)
        isInteresting = true
        previousEnd = token.range.upperBound
      } else if token.kind == .word {
        if let piece = word(at..<token.range.upperBound, of: bytes, hasGap, &particles) {
          isInteresting =
            isInteresting || piece.word.beginsDate || piece.word.beginsNumber || piece.digits > 0
          if piece.word.role == .ten, !piece.hasAnd, let last = pieces.last, last.isOne {
            // مئة واحد عشر
            pieces[pieces.count - 1].readAsAndOne()
          }
          pieces.append(piece)
        }
        previousEnd = token.range.upperBound
      } else {
        var piece = NumeralPiece(.symbol, at..<token.range.upperBound)
        piece.symbol = first.value
        piece.hasGap = hasGap || particles.isPending
        particles.isPending = false
        particles.followsCapital = false
        pieces.append(piece)
        previousEnd = token.range.upperBound
      }
    }
    return isInteresting
  }

  private func isDigitFirst(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
    // Most of what is read is Arabic letters.
    if scalar >= 0x0620, scalar < 0x0660 { return false }
    return decimalDigit(scalar) != nil
  }

  /// Appends numerals and, where they are several, the marks between them.
  private func append(
    _ numerals: [DigitScanner.Numeral], _ range: Range<Int>, _ hasGap: Bool,
    of bytes: Span<UInt8>, _ particles: inout Particles, into pieces: inout [NumeralPiece]
  ) {
    var end = range.lowerBound
    for numeral in numerals {
      if end < numeral.range.lowerBound {
        var mark = NumeralPiece(.symbol, end..<numeral.range.lowerBound)
        mark.symbol = bytes.scalar(at: end).value
        pieces.append(mark)
      }
      var piece = NumeralPiece(.digits, numeral.range)
      piece.number = numeral.number
      piece.digits = numeral.digits
      piece.hasSeparator = numeral.hasSeparator
      piece.hasGap = hasGap && end == range.lowerBound
      if particles.isPending { piece.take(particles) }
      particles.isPending = false
      pieces.append(piece)
      end = numeral.range.upperBound
    }
    if numerals.isEmpty {
      // Digits too many to count still part what stands around them.
      var mark = NumeralPiece(.symbol, range)
      mark.symbol = 0xFFFD
      pieces.append(mark)
      particles.isPending = false
    }
  }

  private func appendFraction(
    _ fraction: ExactNumber, _ range: Range<Int>, _ hasGap: Bool, _ particles: inout Particles,
    into pieces: inout [NumeralPiece]
  ) {
    if !hasGap, let last = pieces.last, last.isDigits, !last.hasSeparator,
      last.range.upperBound == range.lowerBound, let sum = last.number.adding(fraction)
    {
      // 2½
      pieces[pieces.count - 1].number = sum
      pieces[pieces.count - 1].hasSeparator = true
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
      return
    }
    var piece = NumeralPiece(.digits, range)
    piece.number = fraction
    piece.hasSeparator = true
    piece.hasGap = hasGap
    if particles.isPending { piece.take(particles) }
    particles.isPending = false
    pieces.append(piece)
  }

  /// The piece of a word; nil for a particle, which waits for what follows.
  private func word(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ hasGap: Bool, _ particles: inout Particles
  ) -> NumeralPiece? {
    var piece = NumeralPiece(.word, range)
    piece.hasGap = hasGap
    let first = bytes[range.lowerBound]
    piece.isLatin = first < 0x80
    piece.isCapitalised = (0x41...0x5A).contains(first)
    // In English only Latin letters are read, and in Arabic Latin ones only as units and months.
    if piece.isLatin || language == .arabic, let code = LetterCode(range, of: bytes) {
      if piece.isLatin {
        if let word = lexicon.word(code) {
          piece.word = word
          if language == .arabic, word.role != .scale { piece.word.role = .none }
          if word.function == .roman, !(isRoman(range, bytes) && particles.followsCapital) {
            piece.word = NumeralWord()
          }
        }
      } else if readArabic(code, range, of: bytes, &piece, &particles) {
        return nil
      }
    } else if piece.isLatin, first == 0x47 || first == 0x67 {
      readGroupName(range, of: bytes, &piece)
    }
    if particles.isPending { piece.take(particles) }
    particles.isPending = false
    particles.followsCapital = piece.isCapitalised
    return piece
  }

  /// Whether a word is capitals alone, as the number of a king or war is.
  private func isRoman(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    for at in range where !(0x41...0x5A).contains(bytes[at]) { return false }
    return true
  }

  /// Takes particles off an Arabic word; true where the whole token is particles.
  private func readArabic(
    _ code: LetterCode, _ range: Range<Int>, of bytes: Span<UInt8>, _ piece: inout NumeralPiece,
    _ particles: inout Particles
  ) -> Bool {
    var reading = strip(code)
    if let word = reading.word, word.role == .hundred, reading.particles > 0, !reading.hasArticle,
      code.count - reading.particles == 3, code.dropping(reading.particles).second == LetterCode.ya
    {
      // فيلميه and كمية have no hundred in them.
      reading.word = nil
    }
    guard let word = reading.word else {
      piece.hasArticle = code.first == LetterCode.alef && code.second == LetterCode.lam
      return false
    }
    if word.function == .particle {
      if !particles.isPending { particles = Particles(start: range.lowerBound) }
      particles.hasAnd = particles.hasAnd || code.first == LetterCode.waw
      let rest = code.first == LetterCode.waw ? code.dropping(1) : code
      particles.hasPreposition =
        particles.hasPreposition || rest.first == LetterCode.ba || rest.first == LetterCode.lam
        || rest.first == LetterCode.kaf
      particles.hasBa = particles.hasBa || rest.first == LetterCode.ba
      particles.hasArticle = particles.hasArticle || code.count > 1 && reading.endsInArticle
      particles.isPending = true
      return true
    }
    piece.word = word
    piece.hasAnd = reading.hasAnd
    piece.hasPreposition = reading.hasPreposition
    piece.hasBa = reading.hasBa
    piece.hasArticle = reading.hasArticle
    if reading.particles > 0 {
      piece.range = offset(of: reading.particles, range, bytes)..<range.upperBound
    }
    if reading.particles == 0, code == Self.one, bytes.scalar(at: range.lowerBound).value == 0x0648
    {
      piece.isOne = true
      if bytes.scalar(at: range.lowerBound + 2).value == 0x0623 {
        piece.readAsAndOne()
        piece.word.function = .unlikely
      }
    }
    if word.role == .unit, word.value == 2, !reading.hasArticle,
      code.count - reading.particles == 4,
      bytes.scalar(at: piece.range.lowerBound).value == 0x0623
    {
      // أثنى is "praised"; the numeral begins with a plain alef.
      piece.word = NumeralWord()
    }
    if word.role == .scaleAccusative || word.month == 8 {
      var at = range.lowerBound
      while at < range.upperBound {
        let scalar = bytes.scalar(at: at)
        if scalar.value == 0x064B { piece.hasTanwin = true }
        // أب is a father; only آب and اب are August.
        if word.month == 8, scalar.value == 0x0623, word.isBare, code.count - reading.particles <= 2
        {
          piece.word = NumeralWord()
        }
        at += scalar.length
      }
    }
    return false
  }

  private struct Reading {
    var word: NumeralWord?
    var hasAnd = false
    var hasPreposition = false
    var hasBa = false
    var hasArticle = false
    var endsInArticle = false
    /// Letters before the word and its article.
    var particles = 0
  }

  /// Looks a word up whole, then without و or ف, without ب ل ك, and without the article.
  private func strip(_ code: LetterCode) -> Reading {
    var reading = Reading()
    if let word = lexicon.word(code) {
      reading.word = word
      reading.endsInArticle = code.bits >> UInt64(5 &* max(code.count - 1, 0)) == 23
      return reading
    }
    var rest = code
    if rest.count > 2, rest.first == LetterCode.waw || rest.first == LetterCode.fa {
      reading.hasAnd = rest.first == LetterCode.waw
      rest = rest.dropping(1)
      reading.particles = 1
      // A word that takes no particle before it takes و.
      if let word = lexicon.word(rest), word.function != .particle,
        !word.isBare || reading.hasAnd && word.month != 0
      {
        reading.word = word
        return reading
      }
    }
    if rest.count > 2,
      rest.first == LetterCode.ba || rest.first == LetterCode.lam || rest.first == LetterCode.kaf
    {
      let hasLam = rest.first == LetterCode.lam
      let stripped = rest.dropping(1)
      if let word = lexicon.word(stripped), !word.isBare, word.function != .particle {
        reading.word = word
        reading.hasPreposition = true
        reading.hasBa = rest.first == LetterCode.ba
        reading.particles += 1
        return reading
      }
      if hasLam, stripped.first == LetterCode.lam, stripped.count > 2 {
        // لل is ل and the article.
        if let word = lexicon.word(stripped.dropping(1)), !word.isBare, word.function != .particle {
          reading.word = word
          reading.hasPreposition = true
          reading.hasArticle = true
          reading.particles += 1
        }
        return reading
      }
      if stripped.first == LetterCode.alef, stripped.second == LetterCode.lam {
        reading.hasPreposition = true
        reading.hasBa = rest.first == LetterCode.ba
        reading.particles += 1
        rest = stripped
      }
    }
    if rest.count > 3, rest.first == LetterCode.alef, rest.second == LetterCode.lam,
      let word = lexicon.word(rest.dropping(2)), !word.isBare, word.function != .particle
    {
      reading.word = word
      reading.hasArticle = true
    }
    return reading
  }

  /// The offset after some letters of a word.
  private func offset(of letters: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var at = range.lowerBound
    var seen = 0
    while at < range.upperBound {
      let scalar = bytes.scalar(at: at)
      if isArabicLetter(scalar.value) {
        if seen == letters { return at }
        seen += 1
      }
      at += scalar.length
    }
    return range.lowerBound
  }

  /// G20, G7: a name with its number.
  private func readGroupName(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ piece: inout NumeralPiece
  ) {
    guard (2...3).contains(range.count) else { return }
    var value: Int64 = 0
    for at in range.dropFirst() {
      guard (0x30...0x39).contains(bytes[at]) else { return }
      value = value * 10 + Int64(bytes[at] &- 0x30)
    }
    piece.number = ExactNumber(value)
    piece.digits = range.count - 1
    piece.word.function = .group
  }
}
