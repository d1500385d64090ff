import Glibc

/// Measures the release build and prints a Markdown table: `make bench`.
///
/// Times are the median of several runs of whole processes; throughput is by processor time, and
/// its ratio is to a plain C program over ICU in the same run, since machines differ and are shared.
@main
enum Bench {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: bench DRAGOMAN ICU-BASELINE, from the repository's root")
      exit(64)
    }
    let dragoman = CommandLine.arguments[1]
    let baseline = CommandLine.arguments[2]
    let big = try bigText()
    defer { unlink(big) }
    let article = ["seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt"]

    let start = median(21) { run([dragoman, "--version"]).wall }
    let ours = median(5) { run([dragoman, "segment", "--lang", "ar", big]).cpu }
    let plain = median(5) { run([baseline, big]).cpu }
    let align = median(11) {
      run([dragoman, "align"] + article + ["--glossary", "Glossaries"]).wall
    }
    let check = median(11) {
      run([dragoman, "check"] + article + ["--glossary", "Glossaries"]).wall
    }

    print("| what | measured |")
    print("|---|---|")
    print("| cold start, `dragoman --version` | \(tenths(start * 1000)) ms |")
    print(
      "| `segment` of \(megabytes) MB of Arabic news | \(tenths(Double(megabytes) / ours)) MB/s |")
    print("| its processor time against plain C over ICU | \(tenths(ours / plain)) × |")
    print("| `align` of the article with the glossary | \(tenths(align * 1000)) ms |")
    print("| `check` of the article | \(tenths(check * 1000)) ms |")
  }

  static let megabytes = 50

  /// The article over and over, in a temporary file.
  static func bigText() throws -> String {
    guard let file = fopen("seeds/syria-truce.ar.txt", "rb") else { exit(66) }
    var article = [UInt8](repeating: 0, count: 1 << 16)
    article.removeLast(article.count - fread(&article, 1, article.count, file))
    fclose(file)
    article.append(0x0A)
    let path = "/tmp/dragoman-bench-\(getpid()).txt"
    guard let out = fopen(path, "wb") else { exit(74) }
    for _ in 0..<megabytes * 1_000_000 / article.count { fwrite(article, 1, article.count, out) }
    fclose(out)
    return path
  }

  /// Seconds a command takes, its output thrown away.
  static func run(_ command: [String]) -> (wall: Double, cpu: Double) {
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
    return (wall, seconds(usage.ru_utime) + seconds(usage.ru_stime))
  }

  static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  static func median(_ count: Int, _ measure: () -> Double) -> Double {
    let values = (0..<count).map { _ in measure() }.sorted()
    return values[count / 2]
  }

  static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }
}
