#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Text

/// Encodes values as JSON on one line each, keys in order, so that equal values give equal bytes.
struct JSONText {
  private let encoder: JSONEncoder

  init(isPretty: Bool = false) {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
  }

  func line(_ value: some Encodable) throws -> String { try self.value(value) + "\n" }

  /// The value alone, to be put in a line.
  func value(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
