#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Text

/// Feeds what `DRAGOMAN_FUZZ` names with bytes libFuzzer makes up: `make fuzz SECONDS=60`.
///
/// The first byte chooses options, the rest is the input. Any bytes must end without a crash, with
/// ranges that lie inside the text; where a promise is broken the program traps, which libFuzzer
/// keeps as a finding.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments) { Fuzz.run($0, $1) })
  }

  private static let target = getenv("DRAGOMAN_FUZZ").flatMap {
    FuzzTarget(rawValue: String(cString: $0))
  }

  private static func run(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let target else { fatalError("DRAGOMAN_FUZZ names no target") }
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    guard let options = bytes.first else { return 0 }
    if target.takesAnyBytes {
      target.run(Array(bytes.dropFirst()))
      return 0
    }
    // Text is checked once, where it is read; behind that all is UTF-8.
    if let document = try? Document(name: "fuzz", bytes: Array(bytes.dropFirst())) {
      target.run(document, options: options)
    }
    return 0
  }
}

/// libFuzzer's own loop (LLVM, FuzzerDriver.cpp).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
