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
    if total > Self.many {
      return ManyEncodedSentences(
        encoder: encoder,
        source: try compact(source) { progress?(.encoding, $0, total) },
        target: try compact(target) { progress?(.encoding, count + $0, total) })
    }
    return EncodedSentences(
      encoder: encoder,
      source: try encoder.encode(source.sentences, of: source.document.bytes.span) { done, _ in
        progress?(.encoding, done, total)
      },
      target: try encoder.encode(target.sentences, of: target.document.bytes.span) { done, _ in
        progress?(.encoding, count + done, total)
      })
  }

  /// Sentences from which on memory counts for more than the last bit of exactness.
  private static let many = 100_000
  /// Sentences encoded at a time.
  private static let part = 4_096

  private func compact(
    _ text: SegmentedText, _ progress: @escaping (Int) -> Void
  ) throws -> CompactFeatures {
    var features = CompactFeatures()
    features.reserveCapacity(text.sentences.count)
    for first in stride(from: 0, to: text.sentences.count, by: Self.part) {
      let part = text.sentences[first..<min(first + Self.part, text.sentences.count)]
      features.append(
        try encoder.encode(Array(part), of: text.document.bytes.span) { done, _ in
          progress(first + done)
        })
    }
    return features
  }
}

/// The sentences of two texts as the encoder sees them.
private struct EncodedSentences: BlockVectors {
  let encoder: SentenceEncoder
  let source: SentenceFeatures
  let target: SentenceFeatures

  var dimensions: Int { SentenceEncoder.dimensions }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows = encoder.vectors(of: blocks, in: side == .source ? source : target)
  }
}

/// The same of texts of very many sentences.
private struct ManyEncodedSentences: BlockVectors {
  let encoder: SentenceEncoder
  let source: CompactFeatures
  let target: CompactFeatures

  var dimensions: Int { SentenceEncoder.dimensions }

  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows = encoder.vectors(of: blocks, in: side == .source ? source : target)
  }
}
