import ArgumentParser
import Embedding
import Text
import Workbench

struct ModelEncode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode",
    abstract: "Write the vectors of a text's lines as a NumPy array.",
    usage: "dragoman model encode <text> -o <file.npy> [options]",
    discussion: """
      A row of 512 numbers of 32 bits, of length 1, for each line of the text, empty lines left \
      out; the product of two rows is the cosine of their lines.
      """)

  @Argument(help: "The text; - for standard input.")
  var text: String

  @Option(help: ArgumentHelp("Threads; by default as many as there are cores.", valueName: "count"))
  var threads: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads must be from 1 to 256.")
    }
  }

  func run() throws {
    let encoder = try SentenceEncoder(modelAt: try ModelCommand.path())
    let document = try common.load(text)
    let lines = document.paragraphs
    let vectors = try encoder.vectors(of: lines, of: document.bytes.span, threads: threads)
    let output = try common.openOutput()
    output.write(
      NumberArray.floatHeader(shape: [lines.count, SentenceEncoder.dimensions]).span)
    // All machines we build for are little-endian.
    vectors.withUnsafeBytes { bytes in output.write(bytes.bindMemory(to: UInt8.self).span) }
    try output.finish()
  }
}
