import Alignment
import ArgumentParser
import Interchange
import Terminology
import Text
import Workbench

struct Align: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Align an Arabic text with its English translation, sentence by sentence.",
    usage: """
      dragoman align <source> <target> [options]
      dragoman align --jsonl [<pairs>] [options]
      """,
    discussion: """
      On a terminal the two texts stand side by side, with each bead's type and confidence; \
      elsewhere the format is tsv. A bead to review has a question mark, or "review" in its place. \
      A summary follows on standard error, or under the table.

      tsv: a header line, then source_indexes, target_indexes (from 0, joined by commas), \
      confidence, type, source, target, review; tab, line break and backslash in a text are \
      \\t, \\n, \\\\.
      jsonl: one object a bead: type, confidence, review, and source and target, each a list of \
      sentences with index, start and end (UTF-8 bytes) and text.
      tmx: TMX 1.4b, one unit a bead; a sentence left alone has one variant.
      links: a bead a line, [0]:[0, 1]:0.9731, the last its confidence.

      --anchors takes beads you have confirmed, which then stay: links, or the jsonl of an earlier \
      run, of which the beads with "confirmed": true count, or all where none says so. With jsonl, a \
      text may have been edited since: a bead is kept where its sentences still stand. Written as \
      jsonl, the result says of each bead whether it is confirmed, and is the next run's anchors.

      --jsonl reads a pair of texts a line from a file or standard input, as in \
      {"id": 1, "source": "...", "target": "..."}; a text is a string, or an array of its \
      sentences. For each line one is written, in order: id, beads (source and target indexes, \
      type, confidence, review), sentences (source, target) and, where there is something to say, \
      warnings; for a line that cannot be read id, line and error, and exit status 65 at the end.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, tsv, tmx, jsonl, links
  }

  @Argument(help: "The Arabic text; - for standard input. With --jsonl, a file of pairs.")
  var source: String?

  @Argument(help: "Its English translation; - for standard input.")
  var target: String?

  @Flag(help: "Align many pairs of texts, one a line of JSON, on all cores.")
  var jsonl = false

  @OptionGroup var form: PairForm

  @Option(
    help: ArgumentHelp(
      "A glossary whose terms help to align: a .csv file or a folder of them.", valueName: "path"))
  var glossary: [String] = []

  @Option(help: ArgumentHelp("Confirmed beads, which stay: links or jsonl.", valueName: "file"))
  var anchors: String?

  @Option(help: ArgumentHelp("Mark beads of less confidence for review.", valueName: "0-1"))
  var minConfidence: Double = 0.5

  @Option(
    help: ArgumentHelp("The most sentences in a bead, both sides together.", valueName: "2-10"))
  var maxBead: Int = 10

  @OptionGroup var encoder: EncoderOptions

  @Option(help: "Output format; by default what the output file's name ends in.")
  var format: Format?

  @Option(help: "When to use colour.")
  var color: ColorChoice = .auto

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is from 0 to 1.")
    }
    guard (2...10).contains(maxBead) else { throw ValidationError("--max-bead is from 2 to 10.") }
    if jsonl {
      try validateBatch()
      return
    }
    guard let source else { throw ValidationError("Missing expected argument '<source>'") }
    guard let target else { throw ValidationError("Missing expected argument '<target>'") }
    try checkOneStandardInput(
      source, target, anchors ?? "", encoder.embeddings.first ?? "", encoder.embeddings.last ?? "")
    if !encoder.embeddings.isEmpty, !form.segmented {
      throw ValidationError("--embeddings has a row for each line; add --segmented.")
    }
  }

  private func validateBatch() throws {
    if target != nil {
      throw ValidationError("With --jsonl both texts are in one file; name that alone.")
    }
    if anchors != nil || encoder.isOwn {
      throw ValidationError(
        "--anchors, --embeddings and --encoder are for one pair; leave out --jsonl.")
    }
    if let format, format != .jsonl {
      throw ValidationError("With --jsonl results are JSON Lines; leave out --format.")
    }
  }

  func run() throws {
    if jsonl {
      if source == nil, Terminal.isInput { throw CleanExit.helpRequest(self) }
      try AlignBatch(command: self).run(common.input(source ?? "-"))
    } else {
      try alignPair(source ?? "-", target ?? "-")
    }
  }

  /// The terms of the glossaries, and what was left out of them.
  func loadGlossary() throws -> (termbase: Termbase, leftOut: GlossaryError?)? {
    glossary.isEmpty ? nil : try GlossaryInput(paths: glossary, encoding: common.encoding).load()
  }

  var options: AlignerOptions { AlignerOptions(maximumBead: maxBead) }

  private func alignPair(_ sourcePath: String, _ targetPath: String) throws {
    // `out.txt` is for a person, as a terminal is.
    let isForReader = common.isOnTerminal || common.output?.lowercased().hasSuffix(".txt") == true
    let format: Format = try common.format(self.format) ?? (isForReader ? .table : .tsv)
    let glossary = try loadGlossary()
    let (source, target) = try AlignTexts.segment(
      common.load(sourcePath, lineBreaks: form.lineBreaks),
      common.load(targetPath, lineBreaks: form.lineBreaks), isSegmented: form.segmented)
    let anchors = try loadAnchors(source, target)
    let aligner = try AlignTexts(
      termbase: glossary?.termbase, options: options,
      encoder: encoder.load(
        sentences: (source.sentences.count, target.sentences.count)
      ) { common.say("dragoman: \($0)") })
    let progress = common.progress()
    defer { progress?.end() }
    let bitext = try aligner.align(
      source, target, anchors: anchors?.beads ?? [],
      progress: progress.map(Self.reports))
    progress?.end()
    try write(bitext, format, confirmed: anchors?.beads)
    for notice in PairNotice.of(source, target) { common.say("dragoman: \(notice.message)") }
    if let lost = anchors?.lost.count, lost > 0 {
      let count = lost + (anchors?.beads.count ?? 0)
      common.say("dragoman: \(lost) of \(count) anchors no longer stand in the texts; left out")
    }
    if let leftOut = glossary?.leftOut { throw leftOut }
  }

  /// Shows on a bar what an aligner says of its work.
  private static func reports(on bar: ProgressBar) -> AlignProgress {
    return { phase, done, total in bar.report("\(phase)", done, of: total) }
  }

  private func loadAnchors(_ source: SegmentedText, _ target: SegmentedText) throws -> Anchors? {
    guard let anchors else { return nil }
    let input = common.input(anchors)
    return try Anchors(
      readBeads(input.load()), file: input.name, source: source, target: target)
  }

  private func write(_ bitext: Bitext, _ format: Format, confirmed: [Bead]?) throws {
    let summary = BitextSummary(bitext, minimumConfidence: minConfidence)
    var output = try common.openOutput()
    if let machine = BitextFormat(rawValue: format.rawValue) {
      try machine.write(
        bitext, minimumConfidence: minConfidence, confirmed: confirmed,
        toolVersion: Dragoman.configuration.version, to: &output)
      try output.finish()
      say(summary)
      return
    }
    let width = Terminal.columns
    try SideBySide(
      width: width, hasColor: color.isOn && !common.isFile, hasIsolates: common.isOnTerminal,
      minimumConfidence: minConfidence
    ).write(bitext, to: &output)
    if !bitext.beads.isEmpty {
      output.write("\n")
      for line in summary.lines(columns: width, hasIsolates: common.isOnTerminal) {
        output.write(line + "\n")
      }
    }
    try output.finish()
  }

  /// The whole summary where a person reads standard error, else one line of it.
  private func say(_ summary: BitextSummary) {
    if Terminal.isErrors {
      for line in summary.lines(columns: Terminal.columns, hasIsolates: true) { common.say(line) }
    } else {
      common.say("dragoman: \(summary.line)")
    }
  }
}
