#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Text

/// A pair of texts to align, as a line of JSON has it.
///
/// `{"id": 7, "source": "…", "target": "…"}`: the id is a string, a number, or not there; a text is
/// a string, or an array with a string for each sentence.
package struct PairLine: Sendable {
  package enum Side: Sendable, Equatable {
    case text(String)
    case sentences([String])
  }

  package let id: PairID
  package let source: Side
  package let target: Side
}

/// What a pair is called by whoever asked for it: given back as it came.
package enum PairID: Sendable, Equatable {
  case none
  case string(String)
  case integer(Int)
  case number(Double)
}

/// Why a line is no pair of texts.
package struct PairLineError: Error, Equatable, Sendable {
  package let id: PairID
  package let reason: String
}

/// Reads a line of JSON as a pair.
package func readPairLine(_ line: [UInt8]) throws(PairLineError) -> PairLine {
  let decoder = JSONDecoder()
  var id = PairID.none
  do {
    let data = Data(line)
    id = try decoder.decode(PairHead.self, from: data).id
    let body = try decoder.decode(PairBody.self, from: data)
    return PairLine(id: id, source: body.source, target: body.target)
  } catch {
    throw PairLineError(id: id, reason: describe(error))
  }
}

/// Writes the alignment of a pair as a line of JSON.
///
/// - Parameters:
///   - minimumConfidence: beads of less are marked for review.
///   - warnings: what there is to say of the pair.
package func pairResultLine(
  _ bitext: Bitext, id: PairID, minimumConfidence: Double, warnings: [String]
) throws -> String {
  let beads = bitext.beads.map { bead in
    PairResult.BeadResult(
      source: Array(bead.source), target: Array(bead.target), type: bead.type,
      confidence: rounded(bead.confidence),
      review: bead.needsReview(below: minimumConfidence))
  }
  return try JSONText().line(
    PairResult(
      id: id, beads: beads,
      sentences: PairResult.Sentences(
        source: sentences(bitext.source), target: sentences(bitext.target)),
      warnings: warnings.isEmpty ? nil : warnings))
}

/// Writes what is wrong with a line, in the place of its result.
package func pairErrorLine(id: PairID, line: Int, error: String) throws -> String {
  try JSONText().line(PairFailure(id: id, line: line, error: error))
}

private func sentences(_ text: SegmentedText) -> [String] {
  text.sentences.map { text.document.unwrappedString($0) }
}

private struct PairHead: Decodable {
  let id: PairID

  enum CodingKeys: String, CodingKey { case id }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    guard fields.contains(.id), try !fields.decodeNil(forKey: .id) else {
      id = .none
      return
    }
    if let text = try? fields.decode(String.self, forKey: .id) {
      id = .string(text)
    } else if let integer = try? fields.decode(Int.self, forKey: .id) {
      id = .integer(integer)
    } else {
      id = .number(try fields.decode(Double.self, forKey: .id))
    }
  }
}

private struct PairBody: Decodable {
  let source: PairLine.Side
  let target: PairLine.Side
}

extension PairLine.Side: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .sentences(try value.decode([String].self))
    }
  }
}

extension PairID: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .none: try value.encodeNil()
    case .string(let text): try value.encode(text)
    case .integer(let integer): try value.encode(integer)
    case .number(let number): try value.encode(number)
    }
  }
}

private struct PairResult: Encodable {
  let id: PairID
  let beads: [BeadResult]
  let sentences: Sentences
  let warnings: [String]?

  struct BeadResult: Encodable {
    let source: [Int]
    let target: [Int]
    let type: String
    let confidence: Double
    let review: Bool
  }

  struct Sentences: Encodable {
    let source: [String]
    let target: [String]
  }
}

private struct PairFailure: Encodable {
  let id: PairID
  let line: Int
  let error: String
}
