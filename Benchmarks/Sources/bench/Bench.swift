import Glibc

/// Measures the release build and prints a Markdown table: `make bench`.
///
/// Times are the median of several runs of whole processes; throughput is by processor time, and
/// its ratio is to a plain C program over ICU in the same run, since machines differ and are shared.
@main
enum Bench {
  static func main() {
    guard (3...5).contains(CommandLine.arguments.count) else {
      print("usage: bench DRAGOMAN ICU-BASELINE [BITEXTS [PYTHON]], from the repository's root")
      exit(64)
    }
    let dragoman = CommandLine.arguments[1]
    let baseline = CommandLine.arguments[2]
    let (big, words) = bigText()
    defer { unlink(big) }
    let article = ["seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt"]

    let start = median(21) { run([dragoman, "--version"]).wall }
    let align = median(11) {
      run([dragoman, "align"] + article + ["--glossary", "Glossaries"]).wall
    }
    let check = median(11) {
      run([dragoman, "check"] + article + ["--glossary", "Glossaries"]).wall
    }

    print("| what | measured | against plain C over ICU |")
    print("|---|---|---|")
    print("| cold start, `dragoman --version` | \(tenths(start * 1000)) ms | |")
    for (name, arguments, plain) in [
      ("sentences", ["segment", "--lang", "ar"], "sentences"),
      ("words", ["segment", "--lang", "ar", "--unit", "word"], "words"),
      ("display order", ["bidi", "visual", "--lang", "ar"], "bidi"),
    ] {
      // Turn and turn about, since other work on the machine comes and goes.
      var ours: [Double] = []
      var theirs: [Double] = []
      for _ in 0..<7 {
        ours.append(run([dragoman] + arguments + [big]).cpu)
        theirs.append(run([baseline, plain, big]).cpu)
      }
      let time = median(ours)
      print(
        "| \(name): `\(arguments.joined(separator: " "))` | "
          + "\(tenths(Double(megabytes) / time)) MB/s | \(hundredths(median(theirs) / time)) of its speed |"
      )
    }
    let clitics = median(5) {
      run([dragoman, "segment", "--lang", "ar", "--unit", "clitic", big]).cpu
    }
    let plainWords = median(5) {
      run([dragoman, "segment", "--lang", "ar", "--unit", "word", big]).cpu
    }
    print(
      "| clitics: `segment --unit clitic` | \(tenths(words / clitics / 1e6)) million words/s; "
        + "without finding the words \(tenths(words / max(clitics - plainWords, 0.001) / 1e6)) | |")
    let folded = median(7) {
      run([dragoman, "segment", "--lang", "ar", "--unit", "paragraph", "--fold", "3", big]).cpu
    }
    let copied = median(7) {
      run([dragoman, "segment", "--lang", "ar", "--unit", "paragraph", big]).cpu
    }
    print(
      "| folding: `segment --unit paragraph --fold 3` | "
        + "\(tenths(Double(megabytes) / folded)) MB/s; "
        + "without reading and writing \(tenths(Double(megabytes) / max(folded - copied, 0.001))) | |"
    )
    let memory = run([dragoman, "segment", "--lang", "ar", big]).kilobytes
    print("| memory of `segment` of \(megabytes) MB | \(tenths(Double(memory) / 1000)) MB | |")
    print("| `align` of the article with the glossary | \(tenths(align * 1000)) ms | |")
    print("| `check` of the article | \(tenths(check * 1000)) ms | |")
    AlignBench.run(dragoman)
    AlignBench.runWhole(dragoman, CommandLine.arguments.dropFirst(3).first)
    print("\n| what | measured | |")
    print("|---|---|---|")
    EncoderBench.run(dragoman, python: CommandLine.arguments.dropFirst(4).first)
  }

  static let megabytes = 50

  /// The article over and over, in a temporary file, and how many words that is.
  static func bigText() -> (path: String, words: Double) {
    guard let file = fopen("seeds/syria-truce.ar.txt", "rb") else { exit(66) }
    var article = [UInt8](repeating: 0, count: 1 << 16)
    article.removeLast(article.count - fread(&article, 1, article.count, file))
    fclose(file)
    article.append(0x0A)
    let path = "/tmp/dragoman-bench-\(getpid()).txt"
    guard let out = fopen(path, "wb") else { exit(74) }
    let copies = megabytes * 1_000_000 / article.count
    for _ in 0..<copies { fwrite(article, 1, article.count, out) }
    fclose(out)
    let words = article.split { $0 <= 0x20 }.count
    return (path, Double(words * copies))
  }

  /// Seconds a command takes, its output thrown away.
  static func run(_ command: [String]) -> (wall: Double, cpu: Double, kilobytes: Int, status: Int32)
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    var begin = timespec()
    clock_gettime(CLOCK_MONOTONIC, &begin)
    guard posix_spawn(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      exit(66)
    }
    var status: Int32 = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let wall = Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9
    return (
      wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), Int(usage.ru_maxrss), status
    )
  }

  static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  static func median(_ count: Int, _ measure: () -> Double) -> Double {
    median((0..<count).map { _ in measure() })
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }

  static func hundredths(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    return "\(scaled / 100).\(scaled % 100 < 10 ? "0" : "")\(scaled % 100)"
  }
}
