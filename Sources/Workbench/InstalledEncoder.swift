import Alignment
import Embedding
import Text

/// The sentence encoder that is installed on this machine.
package struct InstalledEncoder: TextEncoder {
  private let encoder: SentenceEncoder

  /// - Returns: nil where none is installed.
  /// - Throws: `ModelFileError` where the one that is cannot be used.
  package init?() throws(ModelFileError) {
    guard let path = ModelLocation.path else { return nil }
    do {
      encoder = try SentenceEncoder(modelAt: path)
    } catch .absent {
      return nil
    }
  }

  package func vectors(
    of source: SegmentedText, _ target: SegmentedText, progress: AlignProgress?
  ) throws -> any BlockVectors {
    let count = source.sentences.count
    let total = count + target.sentences.count
    return EncodedTexts(
      encoder: encoder,
      source: try encoder.encode(source.sentences, of: source.document.bytes.span) { done, _ in
        progress?(.encoding, done, total)
      },
      target: try encoder.encode(target.sentences, of: target.document.bytes.span) { done, _ in
        progress?(.encoding, count + done, total)
      })
  }
}

/// The sentences of two texts as the encoder sees them.
private struct EncodedTexts: BlockVectors {
  let encoder: SentenceEncoder
  let source: SentenceFeatures
  let target: SentenceFeatures

  var dimensions: Int { SentenceEncoder.dimensions }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows = encoder.vectors(of: blocks, in: side == .source ? source : target)
  }
}
