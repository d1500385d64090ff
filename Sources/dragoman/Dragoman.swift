import ArgumentParser
import Workbench

@main
struct Dragoman: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman",
    abstract: "A workbench for people who translate Arabic political news into English.",
    discussion: """
      Results go to standard output, or to a file with -o; everything said to you goes to \
      standard error. Input is UTF-8, or UTF-16 with a byte order mark; name any other encoding \
      with --encoding.

      Exit status: 0 done, nothing found; 1 findings; 64 wrong usage; 65 bad input data; \
      66 no such input; 70 internal error; 74 input or output failed.
      """,
    version: "0.1.0",
    subcommands: [Segment.self, Align.self, Check.self])

  /// Runs the command; every error ends here, as one line and an exit status.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      if let message = failure.message { Terminal.say("dragoman: \(message)") }
      exit(withError: failure.status)
    }
  }
}
