import Alignment
import Embedding
import Text

/// The sentences of two texts as the sentence encoder sees them.
package struct EncodedTexts: BlockVectors {
  private let encoder: SentenceEncoder
  private let source: SentenceFeatures
  private let target: SentenceFeatures

  package init(_ encoder: SentenceEncoder, _ source: SegmentedText, _ target: SegmentedText) {
    self.encoder = encoder
    self.source = encoder.encode(source.sentences, of: source.document.bytes.span)
    self.target = encoder.encode(target.sentences, of: target.document.bytes.span)
  }

  package var dimensions: Int { SentenceEncoder.dimensions }

  package func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows = encoder.vectors(of: blocks, in: side == .source ? source : target)
  }
}
