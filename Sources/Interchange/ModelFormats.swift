import Text

/// What is told of an installed model.
package struct ModelReport: Encodable {
  private let path: String
  private let version: Int
  private let bytes: Int
  private let source: String
  private let licence: String
  /// A model that is not whole is an error, so this is all there is to say.
  private let checksum = "ok"

  package init(path: String, version: Int, bytes: Int, source: String, licence: String) {
    self.path = path
    self.version = version
    self.bytes = bytes
    self.source = source
    self.licence = licence
  }

  fileprivate var fields: [(name: String, value: String)] {
    [
      ("path", path), ("version", "\(version)"), ("bytes", "\(bytes)"), ("source", source),
      ("licence", licence), ("checksum", checksum),
    ]
  }
}

/// How an installed model is described.
package enum ModelFormat: String, CaseIterable, Sendable {
  /// A field on each line.
  case text
  /// An object.
  case json

  package func write(_ report: ModelReport, to output: inout some ByteOutputStream) throws {
    switch self {
    case .text:
      for (name, value) in report.fields {
        output.write("\(name)\(String(repeating: " ", count: 10 - name.utf8.count))\(value)\n")
      }
    case .json: output.write(try JSONText().line(report))
    }
  }
}
