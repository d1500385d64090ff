import ArgumentParser
import Embedding
import Interchange
import Text
import Workbench

/// Whether the installed encoder compares the meanings of sentences.
struct ModelOption: ParsableArguments {
  enum Model: String, ExpressibleByArgument, CaseIterable {
    case lexical, encoder, auto
  }

  @Option(
    help:
      "lexical: align by length, numbers, dates, names, words and terms alone; encoder: by meaning too; auto: by meaning where an encoder is installed."
  )
  var model: Model = .auto

  /// The installed encoder; where it is missing and was not asked for by name, a line says so.
  func load(say: (String) -> Void) throws -> (any TextEncoder)? {
    switch model {
    case .lexical: return nil
    case .encoder:
      guard let encoder = try InstalledEncoder() else { throw EncoderError.notInstalled }
      return encoder
    case .auto:
      do throws(ModelFileError) {
        if let encoder = try InstalledEncoder() { return encoder }
        say("no sentence encoder is installed (see 'dragoman model --help'); \(Self.instead)")
      } catch {
        say("\(error.message); \(Self.instead)")
      }
      return nil
    }
  }

  private static let instead = "aligned by words, names, numbers and lengths"
}

/// What compares the meanings of sentences, the user's own vectors among it.
struct EncoderOptions: ParsableArguments {
  @OptionGroup var installed: ModelOption

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Vectors of the sentences of both texts, a row each, in NumPy's format; with --segmented.",
      valueName: "npy"))
  var embeddings: [String] = []

  @Option(
    help: ArgumentHelp(
      "A program that reads a sentence a line, as a JSON string, and writes its vector, a JSON array of numbers, a line.",
      valueName: "command"))
  var encoder: String?

  @Option(
    help: ArgumentHelp(
      "How long the encoder command may do nothing, in seconds.", valueName: "seconds"))
  var encoderTimeout: Double = 60

  /// Whether sentences come with vectors of the user's.
  var isOwn: Bool { !embeddings.isEmpty || encoder != nil }

  func validate() throws {
    if !embeddings.isEmpty, embeddings.count != 2 {
      throw ValidationError(
        "--embeddings takes two files, those of the source and of the translation; "
          + "the texts stand before it.")
    }
    if encoder != nil, !embeddings.isEmpty {
      throw ValidationError("Choose one of --encoder and --embeddings.")
    }
    if isOwn, installed.model == .lexical {
      throw ValidationError("With --model lexical no vectors are used; leave out one of the two.")
    }
    guard encoderTimeout.isFinite, (0.1...1_000_000).contains(encoderTimeout) else {
      throw ValidationError("--encoder-timeout is from 0.1 to 1000000 seconds.")
    }
  }

  /// What makes vectors of texts; nil for none.
  ///
  /// - Parameter sentences: how many there are on each side, which given vectors must match.
  func load(
    sentences: (source: Int, target: Int)? = nil, say: (String) -> Void
  ) throws -> (any TextEncoder)? {
    if let encoder { return ExternalEncoder(command: encoder, timeout: encoderTimeout) }
    if let sentences, embeddings.count == 2 {
      let source = try vectors(embeddings[0], rows: sentences.source)
      let target = try vectors(embeddings[1], rows: sentences.target)
      guard source.columns == target.columns || sentences.source == 0 || sentences.target == 0
      else {
        throw NumPyError(
          file: embeddings[1],
          kind: .dimensions(target.columns, expected: source.columns, of: embeddings[0]))
      }
      return SentenceVectors(
        dimensions: source.columns, source: source.unitRows, target: target.unitRows)
    }
    return try installed.load(say: say)
  }

  private func vectors(_ path: String, rows: Int) throws -> NumPyArray {
    var reader = NumPyReader(name: path, rows: rows)
    try TextInput(path: path).forEachPiece { try reader.read($0) }
    return try reader.finish()
  }
}
