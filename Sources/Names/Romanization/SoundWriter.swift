/// Writes words as a scheme renders their sounds.
struct SoundWriter {
  /// What stands around a word.
  struct Context {
    /// Whether the word begins a line or follows a mark.
    var isFirst: Bool
    /// Whether it begins a sentence.
    var beginsSentence: Bool
    /// Whether the next word depends on it.
    var isConstruct: Bool
  }

  let scheme: SoundScheme
  let capitals: Capitals

  func write(_ reading: WordReading, in context: Context, to output: inout [UInt8]) {
    for (place, part) in reading.parts.enumerated() {
      if place > 0 { output.append(reading.parts[place - 1].isHyphenated ? 0x2D : 0x20) }
      var context = context
      if place > 0 {
        context.isFirst = false
        context.beginsSentence = false
      }
      if place + 1 < reading.parts.count { context.isConstruct = true }
      write(part, reading.units[part.units], context, &output)
    }
  }

  private func write(
    _ part: WordReading.Part, _ units: ArraySlice<SoundUnit>, _ context: Context,
    _ output: inout [UInt8]
  ) {
    let hasPrefix = part.conjunction != nil || part.preposition != nil
    var stemCapital =
      switch capitals {
      case .none: false
      case .sentence: context.beginsSentence || part.kind == .name
      case .names:
        (context.isFirst && !hasPrefix)
          || (part.kind != .particle
            && (part.isHyphenated || part.kind != .filiation || scheme.filiationIsName))
      }
    let beginsCapital =
      capitals != .none && (capitals == .names ? context.isFirst : context.beginsSentence)
    if hasPrefix || part.hasArticle {
      let beforePrefix = output.count
      writePrefixes(part, units.first, &output)
      if part.preposition == .sa, !scheme.isHyphenated, part.conjunction == nil {
        // One word: sayaqūl.
        if stemCapital { output[beforePrefix] &= 0xDF }
        stemCapital = false
      }
      let takesCapital = scheme.article.hasCapital || (hasPrefix && capitals == .sentence)
      if beginsCapital, takesCapital, beforePrefix < output.count {
        let first = output[beforePrefix]
        if (0x61...0x7A).contains(first) { output[beforePrefix] = first & 0xDF }
        if capitals == .sentence, part.kind != .name { stemCapital = false }
      }
    }
    if part.kind == .filiation {
      let text = part.isHyphenated ? "bin" : scheme.filiation
      (stemCapital ? Glyph.capital(text) : Glyph(text)).append(to: &output)
      return
    }
    var stem = StemWriter(scheme: scheme, units: units, context: context, part: part)
    stem.write(capital: stemCapital, to: &output)
  }

  private func writePrefixes(
    _ part: WordReading.Part, _ first: SoundUnit?, _ output: inout [UInt8]
  ) {
    let article = scheme.article
    if let conjunction = part.conjunction, !part.hasArticle || part.preposition != nil {
      writePlain(conjunction, &output)
    }
    guard part.hasArticle else {
      if let preposition = part.preposition {
        writePlain(preposition, isPronoun: part.isPronoun, &output)
      }
      return
    }
    let before =
      switch part.preposition ?? part.conjunction {
      case nil: article.vowel
      case .wa: article.afterWa
      case .fa: article.afterFa
      case .bi: article.afterBi
      case .ka: article.afterKa
      case .li, .la, .sa: article.afterLi
      }
    output.append(contentsOf: before.utf8)
    let sound = first?.sound ?? .l
    let consonant = article.assimilates && sound.assimilatesArticle ? sound : .l
    scheme.lower[Int(consonant.rawValue)].append(to: &output)
    output.append(contentsOf: article.separator.utf8)
  }

  private func writePlain(
    _ prefix: Prefix, isPronoun: Bool = false, _ output: inout [UInt8]
  ) {
    let text: StaticString =
      switch prefix {
      case .wa: "wa"
      case .fa: "fa"
      case .bi: "bi"
      case .ka: "ka"
      case .li: "li"
      case .la: "la"
      case .sa: "sa"
      }
    text.withUTF8Buffer { output.append(contentsOf: $0) }
    let isJoined =
      (isPronoun && !scheme.separatesPronouns) || (prefix == .sa && !scheme.isHyphenated)
    if !isJoined { scheme.prefixSeparator.append(to: &output) }
  }
}
