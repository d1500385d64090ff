import ArgumentParser
import FoundationEssentials
import Interchange
import Names

/// `dragoman-train names`: the name model, and the weights of what speaks for a spelling.
struct TrainNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Make the name model from files of name pairs.",
    discussion: """
      The folder holds files NAME.train.tsv and NAME.dev.tsv, each line an Arabic name, a tab and \
      spelling|count parted by ;, and latin-names.tsv, a Latin name, a tab and a count. The name \
      of a file says what is in it: google and wd foreign names, anr and gaza Arab ones, dziri \
      Algerian, persian Persian, geonames and place towns and countries. The model is made of the \
      train files, the weights are fitted to the dev files.
      """)

  @Argument(help: "The folder of name pairs.")
  var folder: String

  @Option(help: "A file of curated persons or places; may be given more than once.")
  var curated: [String] = []

  @Option(help: "Where the model goes.")
  var model: String

  @Option(help: "Where the weights go.")
  var weights: String

  @Flag(help: "Take the model that is there and fit the weights only.")
  var weightsOnly = false

  func run() throws {
    if !weightsOnly {
      let bytes = try builder().file { print($0) }
      try Data(bytes).write(to: URL(filePath: model))
      print("\(bytes.count / 1000) kB in \(model)")
    }
    let data = try Data(contentsOf: URL(filePath: model))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
    buffer.copyBytes(from: data)
    let fit = try SpellingFit(NameModel(UnsafeRawBufferPointer(buffer)), folder)
    let text = fit.weights { print($0) }
    try Data(text.utf8).write(to: URL(filePath: weights))
  }

  private func builder() throws -> NameModelBuilder {
    var builder = NameModelBuilder()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".train.tsv") {
      try builder.add(pairs: folder + "/" + file, named: file)
    }
    try builder.add(latin: folder + "/latin-names.tsv")
    for path in curated {
      let isPerson = path.split(separator: "/").last?.hasPrefix("people") ?? false
      for row in try CuratedNames.read(path) {
        builder.add(curated: row.arabic, row.english, isPerson: isPerson)
      }
    }
    return builder
  }
}
