internal import CResources
import Text

extension BeadModel {
  /// Weights as text: a feature and its weight a line, parted by a tab; lines with `#` are comments.
  ///
  /// A feature that is not there has weight 0; what is no feature is passed over.
  package init(tabSeparated bytes: Span<UInt8>) {
    self.init()
    let features = Dictionary(
      uniqueKeysWithValues: BeadFeature.allCases.map { ("\($0)", $0) })
    var lines = Lines(from: 0)
    while let line = lines.nextLine(in: bytes) {
      var text: [UInt8] = []
      for at in line { text.append(bytes[at]) }
      let fields = String(decoding: text, as: UTF8.self).split(separator: "\t")
      guard fields.count == 2, let feature = features[String(fields[0])],
        let weight = Float(fields[1])
      else { continue }
      self[feature] = weight
    }
  }

  /// The weights for texts whose sentences have vectors.
  package static let meaning = BeadModel(cresource_aligner_weights_meaning())
  /// The weights for texts without.
  package static let lexical = BeadModel(cresource_aligner_weights_lexical())

  private init(_ resource: cresource) {
    self.init(tabSeparated: Span(_unsafeStart: resource.bytes, count: resource.count))
  }
}
