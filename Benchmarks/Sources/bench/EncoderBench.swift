import Glibc

/// Measures the sentence encoder beside the Python package whose weights it has.
///
/// Both encode the sentences of the article, over and over. Ours is a whole process, start and
/// reading included; the package's is the encoding alone, for it reads its weights for a second.
enum EncoderBench {
  static let repetitions = 30

  /// - Parameter python: an interpreter with the package; nil to leave it out.
  static func run(_ dragoman: String, python: String?) {
    guard Bench.run([dragoman, "model", "info"]).status == 0 else {
      print("| sentence encoder | not installed; see `dragoman model --help` | |")
      return
    }
    for (language, name) in [("ar", "Arabic"), ("en", "English")] {
      guard let (path, count) = sentences(dragoman, language) else { continue }
      defer { unlink(path) }
      let encode = [dragoman, "model", "encode", path, "-o", "/dev/null"]
      var ours: [Double] = []
      var theirs: [Double] = []
      for _ in 0..<3 {
        ours.append(Double(count) / Bench.run(encode + ["--threads", "1"]).cpu)
        if let python, let rate = number("\(python) Benchmarks/encoder/numpy-speed.py \(path)") {
          theirs.append(rate)
        }
      }
      let rate = Bench.median(ours)
      let ratio =
        theirs.isEmpty
        ? "the package is not installed"
        : "\(Bench.hundredths(rate / Bench.median(theirs))) of the numpy package's \(Int(Bench.median(theirs)))"
      print("| \(name) sentences encoded on one core | \(Int(rate))/s | \(ratio) |")
      let one = Bench.median(3) { Bench.run(encode + ["--threads", "1"]).wall }
      let all = Bench.median(3) { Bench.run(encode).wall }
      print(
        "| the same on \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores | \(Int(Double(count) / all))/s | "
          + "\(Bench.hundredths(one / all)) of one core |")
    }
    let line = "/tmp/dragoman-bench-line-\(getpid()).txt"
    guard let file = fopen(line, "wb") else { exit(74) }
    fputs("قال الرئيس إن المحادثات ستستأنف غدا.\n", file)
    fclose(file)
    defer { unlink(line) }
    let first = Bench.median(11) {
      Bench.run([dragoman, "model", "encode", line, "-o", "/dev/null"]).wall
    }
    print("| first vector after a cold start | \(Bench.tenths(first * 1000)) ms | |")
  }

  /// The article's sentences in a temporary file, and how many lines it has.
  private static func sentences(_ dragoman: String, _ language: String) -> (String, Int)? {
    let command = "\(dragoman) segment seeds/syria-truce.\(language).txt"
    let lines = output(command).split(separator: "\n")
    let path = "/tmp/dragoman-bench-\(getpid()).\(language)"
    guard !lines.isEmpty, let file = fopen(path, "wb") else { return nil }
    for _ in 0..<repetitions {
      for line in lines { fputs(line + "\n", file) }
    }
    fclose(file)
    return (path, lines.count * repetitions)
  }

  private static func number(_ command: String) -> Double? {
    output(command).split(separator: "\n").first.flatMap { Double($0) }
  }

  /// What a command of the shell prints.
  private static func output(_ command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
