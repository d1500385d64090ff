#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Text

/// What libFuzzer calls with bytes it has made up: `make fuzz SECONDS=60`.
///
/// The first byte chooses options, the rest is the input. Any bytes must end without a crash, with
/// ranges that lie inside the text; where a result is wrong the program traps, which libFuzzer
/// keeps as a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard let target, let first = bytes.first else { return 0 }
  // Text is checked once, where it is read; behind that all is UTF-8.
  guard let document = try? Document(name: "fuzz", bytes: Array(bytes.dropFirst())) else {
    return 0
  }
  target.run(document, options: first)
  return 0
}

/// The target named by `DRAGOMAN_FUZZ`.
private let target: FuzzTarget? = {
  guard let name = getenv("DRAGOMAN_FUZZ").map({ String(cString: $0) }) else { return nil }
  return FuzzTarget(rawValue: name)
}()
