import ArgumentParser
import Interchange
import Text
import Workbench

/// Aligns pairs of texts, one a line of JSON, on all cores, and keeps their order.
struct AlignBatch {
  let command: Align

  /// A line of input and its number.
  private struct Job: Sendable {
    let line: LineStream.Line
    let number: Int
  }

  private enum Outcome: Sendable {
    /// A line of output.
    case aligned(String)
    case bad(PairID, line: Int, reason: String)
  }

  func run(_ input: TextInput) throws {
    let glossary = try command.loadGlossary()
    let aligner = try AlignTexts(
      termbase: glossary?.termbase, options: command.options,
      encoder: command.encoder.load { command.common.say("dragoman: \($0)") })
    let worker = PairWorker(
      aligner: aligner, isSegmented: command.form.segmented, lineBreaks: command.form.lineBreaks,
      minimumConfidence: command.minConfidence)
    var stream = try LineStream(input)
    let output = try command.common.openOutput()
    let progress = command.common.isOnTerminal ? nil : command.common.progress()
    defer { progress?.end() }
    var aligned = 0
    var bad = 0
    try doInOrder(
      next: { try Self.next(&stream) },
      work: { Self.outcome($0, worker) },
      take: { outcome in
        switch outcome {
        case .aligned(let line):
          output.write(line)
          aligned += 1
        case .bad(let id, let line, let reason):
          output.write(try pairErrorLine(id: id, line: line, error: visibleText(reason)))
          bad += 1
          Terminal.say("dragoman: \(field(input.name)):\(line): \(reason)")
        }
        progress?.report("aligning pairs", aligned + bad, of: 0)
      })
    try output.finish()
    progress?.end()
    command.common.say(
      "dragoman: \(aligned) \(aligned == 1 ? "pair" : "pairs") aligned"
        + (bad == 0 ? "" : ", \(bad) bad \(bad == 1 ? "line" : "lines")"))
    if let leftOut = glossary?.leftOut { throw leftOut }
    if bad > 0 { throw ExitCode.badData }
  }

  /// The next line with anything in it.
  private static func next(_ stream: inout LineStream) throws -> Job? {
    while let line = try stream.next() {
      switch line {
      case .bytes(let bytes) where bytes.allSatisfy({ $0 <= 0x20 }): continue
      case .bytes(let bytes) where stream.number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]):
        return Job(line: .bytes(Array(bytes.dropFirst(3))), number: 1)
      default: return Job(line: line, number: stream.number)
      }
    }
    return nil
  }

  private static func outcome(_ job: Job, _ worker: PairWorker) -> Outcome {
    var id = PairID.none
    do {
      guard case .bytes(let bytes) = job.line else {
        return .bad(id, line: job.number, reason: "the line is too long to be read")
      }
      let pair = try readPairLine(bytes)
      id = pair.id
      return .aligned(try worker.align(pair))
    } catch let error as PairLineError {
      return .bad(error.id, line: job.number, reason: error.reason)
    } catch {
      return .bad(id, line: job.number, reason: Failure(error)?.message ?? "\(error)")
    }
  }
}

/// Aligns one pair.
private struct PairWorker: Sendable {
  let aligner: AlignTexts
  let isSegmented: Bool
  let lineBreaks: LineBreaks
  let minimumConfidence: Double

  /// The line that answers a pair.
  func align(_ pair: PairLine) throws -> String {
    let source = try Half(pair.source, "source", lineBreaks)
    let target = try Half(pair.target, "target", lineBreaks)
    let languages = AlignTexts.languages(source.document, target.document)
    let bitext = try aligner.align(
      source.cut(languages.source, isSegmented), target.cut(languages.target, isSegmented))
    return try pairResultLine(
      bitext, id: pair.id, minimumConfidence: minimumConfidence,
      warnings: PairNotice.of(bitext.source, bitext.target).map(\.message))
  }

  /// One text of a pair, before its language is known.
  private struct Half {
    let document: Document
    private let given: SegmentedText?

    init(_ side: PairLine.Side, _ name: String, _ lineBreaks: LineBreaks) throws {
      switch side {
      case .text(let text):
        document = try Document(name: name, bytes: Array(text.utf8), lineBreaks: lineBreaks)
        given = nil
      case .sentences(let sentences):
        let text = try SegmentedText(name: name, sentences: sentences)
        document = text.document
        given = text
      }
    }

    func cut(_ language: Language, _ isSegmented: Bool) throws -> SegmentedText {
      try given?.with(language: language)
        ?? SegmentedText(document, language: language, isSegmented: isSegmented)
    }
  }
}
