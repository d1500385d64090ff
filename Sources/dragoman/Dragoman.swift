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
    subcommands: [
      Segment.self, Transliterate.self, Align.self, Check.self, BidiCommand.self, Evaluate.self,
      ModelCommand.self,
    ])

  /// Runs the command; every error ends here, as one line and an exit status.
  static func main() {
    do {
      try checkVerbs(CommandLine.arguments.dropFirst(), of: Self.self, named: "dragoman")
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      if let message = failure.message { Terminal.say("dragoman: \(message)") }
      exit(withError: failure.status)
    }
  }

  /// Refuses an unknown verb by name, with the nearest known one, and so for a verb's own verbs.
  private static func checkVerbs(
    _ words: ArraySlice<String>, of command: any ParsableCommand.Type, named name: String
  ) throws {
    let verbs = command.configuration.subcommands
    guard !verbs.isEmpty, let word = words.first, !word.hasPrefix("-") else { return }
    if let verb = verbs.first(where: { $0._commandName == word }) {
      return try checkVerbs(words.dropFirst(), of: verb, named: "\(name) \(word)")
    }
    let isRoot = command == Self.self
    let known = verbs.map { $0._commandName } + (isRoot ? ["help"] : [])
    if known.contains(word) { return }
    let hint = nearest(word, of: known).map { "did you mean '\($0)'?" } ?? "see '\(name) --help'"
    let path =
      isRoot ? word : "\(name.split(separator: " ").dropFirst().joined(separator: " ")) \(word)"
    throw ValidationError("There is no command '\(path)'; \(hint)")
  }
}

/// The known word that differs from another by two letters at most, the nearest; nil for none.
func nearest(_ word: String, of known: [String]) -> String? {
  known.filter { distance($0, word) <= 2 }.min { distance($0, word) < distance($1, word) }
}

/// Letters to put in, take out or replace to make one word of the other (Levenshtein 1966).
private func distance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let cost = diagonal + (letter == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(cost, diagonal + 1, row[j] + 1)
    }
  }
  return row[b.count]
}
