import Alignment
import Workbench

/// A file of weights: a feature and its weight a line, parted by a tab.
enum WeightsFile {
  static func read(_ path: String) throws -> BeadModel {
    let document = try TextInput(path: path, encoding: nil).load()
    return BeadModel(tabSeparated: document.bytes.span)
  }

  static func write(_ model: BeadModel, to path: String) throws {
    let output = try FileOutput(path: path)
    for feature in BeadFeature.allCases {
      output.write("\(feature)\t\(model[feature])\n")
    }
    try output.finish()
  }
}
