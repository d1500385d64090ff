#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import ArgumentParser
import Text

/// What is known of the terminal a person sits at.
enum Terminal {
  static var isInput: Bool { isatty(0) == 1 }
  static var isOutput: Bool { isatty(1) == 1 }
  static var isErrors: Bool { isatty(2) == 1 }

  /// Columns of the terminal, or of `COLUMNS` where that is set; 80 where neither is known.
  static var columns: Int {
    if let set = environment("COLUMNS").flatMap({ Int($0) }), set > 0 { return set }
    var size = winsize()
    for descriptor: Int32 in [1, 2]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Writes a line to standard error; the isolates around its fields stay where a person reads it.
  static func say(_ line: String) {
    put(visibleText(line, keepingFields: isErrors) + "\n")
  }

  /// Writes text to standard error as it is.
  static func put(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(2, $0.baseAddress, $0.count) }
  }
}

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `NO_COLOR` (no-color.org) decides where the user did not.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.isOutput && (Terminal.environment("NO_COLOR") ?? "").isEmpty
    }
  }
}
