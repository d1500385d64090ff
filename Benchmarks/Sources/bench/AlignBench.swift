import Glibc

/// Measures alignment of long texts: time and memory are to grow with their length, no faster.
enum AlignBench {
  static func run(_ dragoman: String) {
    print()
    print("| `align --segmented`, lines a side | with | lines/s, of both sides | memory |")
    print("|---|---|---|---|")
    var perLine: [Int: Double] = [:]
    for lines in [1_000, 10_000, 100_000, 1_000_000] {
      let (source, target) = texts(lines)
      let result = Bench.run(
        [dragoman, "align", source, target, "--segmented", "--quiet", "--format", "links"]
          + ["--model", "lexical"])
      perLine[lines] = result.wall / Double(lines)
      print(
        "| \(lines) | words, names, numbers | \(Int(Double(2 * lines) / result.wall)) | "
          + "\(Bench.tenths(Double(result.kilobytes) / 1000)) MB |")
      unlink(source)
      unlink(target)
    }
    if let long = perLine[1_000_000], let short = perLine[10_000] {
      print(
        "\nTime a line, a million lines against ten thousand: \(Bench.hundredths(long / short))")
    }
  }

  /// Aligns all bitexts in a folder of `DOC.ar` and `DOC.en`, a sentence a line, one process each.
  ///
  /// - Parameter folder: nil, or one that is not there, to leave it out.
  static func runWhole(_ dragoman: String, _ folder: String?) {
    let sources = folder.map(arabicFiles) ?? []
    if sources.isEmpty {
      print("\nNo bitexts to align whole: give their folder with BITEXTS=FOLDER.")
      return
    }
    for model in ["encoder", "lexical"] {
      var lines = 0
      var time = 0.0
      for source in sources {
        let target = source.dropLast(3) + ".en"
        let result = Bench.run(
          [dragoman, "align", source, String(target), "--segmented", "--quiet"]
            + ["--format", "links", "--model", model])
        guard result.status == 0 else { continue }
        time += result.wall
        lines += lineCount(source) + lineCount(String(target))
      }
      print(
        "\n`align --model \(model)` of \(sources.count) bitexts of \(lines) lines, each from its "
          + "start to its end: \(Bench.tenths(time)) s, \(Int(Double(lines) / time)) lines/s")
    }
  }

  private static func arabicFiles(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var files: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".ar") { files.append(folder + "/" + name) }
    }
    return files.sorted()
  }

  private static func lineCount(_ path: String) -> Int {
    guard let file = fopen(path, "rb") else { return 0 }
    defer { fclose(file) }
    var count = 0
    while true {
      let byte = getc(file)
      if byte == EOF { return count }
      if byte == 0x0A { count += 1 }
    }
  }

  /// Sentences that differ by a number in most lines, some of them missing on one side.
  private static func texts(_ lines: Int) -> (source: String, target: String) {
    let paths = ("/tmp/dragoman-bench.ar", "/tmp/dragoman-bench.en")
    guard let source = fopen(paths.0, "w"), let target = fopen(paths.1, "w") else { exit(74) }
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<lines {
      let (ar, en) = sentences[next(sentences.count)]
      let number = next(5) > 0 ? " \(next(10_000_000))" : ""
      let chance = next(100)
      if chance != 0 { fputs(ar + number + ".\n", source) }
      if chance != 1 { fputs(en + number + ".\n", target) }
    }
    fclose(source)
    fclose(target)
    return paths
  }

  private static let sentences = [
    (
      "قال وزير الخارجية إن المفاوضات ستستأنف الأسبوع المقبل",
      "The foreign minister said negotiations would resume next week"
    ),
    (
      "وأعلن الجيش أنه سيطر على المدينة بعد معارك عنيفة",
      "The army announced it had taken the city after fierce battles"
    ),
    ("وارتفع عدد الضحايا إلى", "The number of victims rose to"),
    (
      "ودعت الأمم المتحدة إلى وقف فوري لإطلاق النار",
      "The United Nations called for an immediate ceasefire"
    ),
    (
      "وصل الرئيس إلى القاهرة في زيارة رسمية", "The president arrived in Cairo on an official visit"
    ),
    (
      "وأكد المتحدث باسم الحكومة أن الانتخابات ستجري في موعدها",
      "A government spokesman confirmed that the elections would be held on time"
    ),
    (
      "وتظاهر آلاف الطلاب في العاصمة احتجاجا على ارتفاع الأسعار",
      "Thousands of students demonstrated in the capital against rising prices"
    ),
    (
      "وذكرت مصادر طبية أن المستشفيات تعاني من نقص الأدوية",
      "Medical sources said hospitals were suffering from a shortage of medicine"
    ),
    (
      "ورفض البرلمان مشروع القانون بأغلبية كبيرة",
      "Parliament rejected the bill by a large majority"
    ),
    (
      "ونفت إيران هذه الاتهامات ووصفتها بأنها باطلة",
      "Iran denied the accusations and called them baseless"
    ),
  ]
}
