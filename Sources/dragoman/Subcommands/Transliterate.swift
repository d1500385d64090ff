import ArgumentParser
import ICU
import Interchange
import Names
import Text
import Workbench

struct Transliterate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write Arabic names as newspapers do, or text by a romanization scheme.",
    usage: "dragoman transliterate [<input> ...] [--scheme <scheme>] [options]",
    discussion: """
      Without a scheme, or with english, each run of Arabic words is taken for a name, which is best \
      given alone on its line: your own spellings (--names) win, then listed persons and places, \
      then spellings attested for the word, then a model. --nbest lists several; a probability says \
      how often such a spelling is the one in use. All else stays as it is. tsv: the name, and \
      spelling|probability for each. jsonl: file, start, end (UTF-8 bytes of the file), text, \
      spellings, each with text, probability, layers (user, curated, lexicon, model).

      With a scheme, text is rewritten word by word. \
      Arabic words become Latin ones and Arabic digits and punctuation those of English; all else \
      stays, lines too. --list-schemes says what each scheme is.

      Schemes that write vowels need them in the text: مُحَمَّد. Those of some 1,700 very frequent \
      words and names are known, also behind و ف ب ل ك and the article. Of other words without \
      marks the letters are written, with و and ي as vowels or consonants by where they stand, and \
      standard error says how many there were.

      Letter-for-letter schemes are exact both ways: --reverse gives back every byte. What is not \
      Arabic and would be read back as Arabic is escaped: one character as \\., several as \
      \\[Putin\\]. Other characters that the scheme has no sign for stay as they are.

      tsv: Arabic, Latin, and vowels-missing or nothing, a word a line. jsonl: an object a word: \
      file, start, end (UTF-8 bytes of the file), text, latin, vowels_missing.
      """)

  @Argument(help: "Text files; - for standard input, which is also read when none is named.")
  var inputs: [String] = []

  @Option(help: ArgumentHelp("Romanization scheme; see --list-schemes.", valueName: "scheme"))
  var scheme: String?

  @OptionGroup(title: "Spelling names") var spelling: NameOptions

  @Option(
    help: ArgumentHelp(
      "Spellings of each name, 1 to 100; by default 1, and 5 as tsv or jsonl.", valueName: "count"))
  var nbest: Int?

  @Option(help: NameStyleOption.help)
  var style: NameStyleOption?

  @Flag(help: "List the schemes, each with its standard, and end.")
  var listSchemes = false

  @Option(
    help: ArgumentHelp(
      "Rules of your own in ICU's language (UTS #35), instead of a scheme.", valueName: "file"))
  var rules: String?

  @Flag(help: "Read back what a letter-for-letter scheme wrote, or use rules the other way.")
  var reverse = false

  @Option(
    help: ArgumentHelp(
      """
      Capitals: of names, on every word but particles; of sentences, on their first word and on \
      known names; or none. By default names, with wehr none.
      """))
  var capitals: Capitals?

  @Option(help: "Output format; by default text, or what the output file's name ends in.")
  var format: RomanizationFormat?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if listSchemes { return }
    if let nbest, !(1...100).contains(nbest) {
      throw ValidationError("--nbest is from 1 to 100.")
    }
    if isEnglish {
      if reverse { throw ValidationError("Names as newspapers write them cannot be reversed.") }
      if capitals != nil { throw ValidationError("--capitals is for schemes; see --style.") }
      return
    }
    if spelling.isUsed || nbest != nil || style != nil {
      throw ValidationError(
        "--names, --domain, --country, --nbest and --style are for names; leave out the scheme.")
    }
    if rules != nil {
      if scheme != nil { throw ValidationError("Give a scheme or rules, not both.") }
      if capitals != nil { throw ValidationError("Capitals are for the rules to write.") }
    }
    let scheme = try chosenScheme()
    if let scheme, capitals != nil, !scheme.hasCapitals {
      throw ValidationError(
        "The case of letters is not for choice in \(scheme.rawValue); leave out --capitals.")
    }
    guard reverse else { return }
    if let scheme, !scheme.isReversible {
      let reversible = Scheme.allCases.filter(\.isReversible).map(\.rawValue)
      throw ValidationError(
        "\(scheme.rawValue) cannot be reversed; \(reversible.joined(separator: ", ")) can.")
    }
    if scheme != nil, capitals != nil || (format ?? .text) != .text {
      throw ValidationError("--reverse gives back the text; it has neither capitals nor formats.")
    }
  }

  private static let english = "english"

  /// Whether names are spelled as newspapers do.
  private var isEnglish: Bool { rules == nil && (scheme ?? Self.english) == Self.english }

  /// The scheme of the name given; nil with rules.
  private func chosenScheme() throws -> Scheme? {
    guard let scheme else { return nil }
    if let known = Scheme(rawValue: scheme) { return known }
    let names = [Self.english] + Scheme.allCases.map(\.rawValue)
    let word = scheme.lowercased()
    let near = names.first { $0.hasPrefix(word) } ?? nearest(word, of: names)
    let hint = near.map { "did you mean '\($0)'?" }
    throw ValidationError(
      "There is no scheme '\(scheme)'; "
        + (hint ?? "there are \(names.joined(separator: ", "))."))
  }

  func run() throws {
    if listSchemes { return try list() }
    if inputs.isEmpty, Terminal.isInput { throw CleanExit.helpRequest(self) }
    let format: RomanizationFormat = try common.format(format) ?? (nbest ?? 1 > 1 ? .tsv : .text)
    if isEnglish { return try spell(format) }
    var romanizer = try open(listingWords: format != .text)
    var writer = RomanizationWriter(format)
    var output = try common.openOutput()
    var result = Romanized()
    var count = (words: 0, lacking: 0)
    var isFirst = true
    for input in inputs.isEmpty ? ["-"] : inputs {
      // Reversed, an escape must not be cut in two.
      var stream = try TextStream(
        common.input(input), lineBreaks: .endParagraphs,
        longestParagraph: reverse ? .max : 1 << 22)
      while let part = try stream.next() {
        result.removeAll()
        let bytes = part.document.bytes.span
        // A byte order mark stays at the beginning of the first text only.
        let start = isFirst || part.offset > 0 ? 0 : part.document.contentStart
        let text = bytes.extracting(start..<bytes.count)
        if !reverse || !romanizer.reverse(text, into: &result) {
          try romanizer.romanize(text, into: &result)
        }
        try writer.write(
          result, of: text, offset: part.offset + start, file: part.document.name, to: &output)
        count.words += result.words.count
        count.lacking += result.lackingCount
        isFirst = false
      }
    }
    try output.finish()
    if count.lacking > 0 {
      common.say(
        "\(count.lacking) of \(count.words) words lack vowels and are not known; "
          + "they are written by their letters")
    }
  }

  private func spell(_ format: RomanizationFormat) throws {
    let (speller, leftOut) = try spelling.speller(common, style: style?.style ?? .standard)
    let count = nbest ?? (format == .text ? 1 : 5)
    let lines = SpelledNameLines(format == .tsv ? .tsv : .jsonl)
    var output = try common.openOutput()
    var isFirst = true
    for input in inputs.isEmpty ? ["-"] : inputs {
      var stream = try TextStream(
        common.input(input), lineBreaks: .endParagraphs, longestParagraph: 1 << 22)
      while let part = try stream.next() {
        let bytes = part.document.bytes.span
        // A byte order mark stays at the beginning of the first text only.
        let start = isFirst || part.offset > 0 ? 0 : part.document.contentStart
        var written = start
        isFirst = false
        for name in speller.names(in: bytes, count: count) {
          if format == .text {
            output.write(bytes.extracting(written..<name.range.lowerBound))
            output.write(name.spellings.first?.text ?? name.text)
            written = name.range.upperBound
          } else {
            try lines.write(name, offset: part.offset, file: part.document.name, to: &output)
          }
        }
        if format == .text { output.write(bytes.extracting(written..<bytes.count)) }
      }
    }
    try output.finish()
    if let leftOut { throw leftOut }
  }

  private func open(listingWords: Bool) throws -> Romanizer {
    if let rules {
      let text = try common.load(rules)
      do throws(TransliteratorError) {
        return try Romanizer(
          rules: text.string(text.contentStart..<text.bytes.count),
          direction: reverse ? .reverse : .forward, listsWords: listingWords)
      } catch {
        throw RulesError(file: text.name, cause: error)
      }
    }
    guard let scheme = try chosenScheme() else {
      throw ValidationError("Choose a scheme with --scheme.")
    }
    return try Romanizer(scheme, capitals: capitals, listsWords: listingWords)
  }

  private func list() throws {
    let output = try common.openOutput()
    let width = Scheme.allCases.map(\.rawValue.count).max() ?? 0
    let gap = String(repeating: " ", count: width - Self.english.count + 2)
    output.write("\(Self.english)\(gap)names as newspapers write them; the default\n")
    for scheme in Scheme.allCases {
      let name = scheme.rawValue
      let gap = String(repeating: " ", count: width - name.count + 2)
      output.write("\(name)\(gap)\(scheme.summary)\n")
    }
    try output.finish()
  }
}

extension Capitals: ExpressibleByArgument {}
extension RomanizationFormat: ExpressibleByArgument {}
