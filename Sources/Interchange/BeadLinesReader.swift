#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Text

/// Reads the JSON Lines of `align`: an object a bead.
///
/// Needed are `source` and `target`, each a list of indexes or of objects with `index` and, where
/// there is one, `text`; `confidence` and `confirmed` may be there. Other fields are passed over.
func readBeadLines(_ document: Document) throws(BeadsError) -> [RecordedBead] {
  let decoder = JSONDecoder()
  var beads: [RecordedBead] = []
  var lines = RecordLines(from: document.contentStart)
  while let range = lines.next(in: document.bytes.span) {
    let record: BeadRecord
    do {
      record = try decoder.decode(BeadRecord.self, from: Data(document.bytes[range]))
    } catch {
      throw BeadsError(
        file: document.name, line: lines.number, kind: .notABead(describe(error)))
    }
    if let confidence = record.confidence, !(0...1).contains(confidence) {
      throw BeadsError(file: document.name, line: lines.number, kind: .badConfidence)
    }
    let link = Link(
      source: record.source.map(\.index), target: record.target.map(\.index))
    try check(link, document.name, lines.number)
    beads.append(
      RecordedBead(
        line: lines.number, link: link, confidence: record.confidence,
        isConfirmed: record.confirmed, source: texts(record.source), target: texts(record.target)))
  }
  return beads
}

private struct BeadRecord: Decodable {
  let source: [Sentence]
  let target: [Sentence]
  let confidence: Double?
  let confirmed: Bool?

  /// An index alone, or an object with one.
  struct Sentence: Decodable {
    let index: Int
    let text: String?

    enum CodingKeys: String, CodingKey { case index, text }

    init(from decoder: any Decoder) throws {
      if let index = try? decoder.singleValueContainer().decode(Int.self) {
        self.index = index
        text = nil
        return
      }
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      index = try fields.decode(Int.self, forKey: .index)
      text = try fields.decodeIfPresent(String.self, forKey: .text)
    }
  }
}

/// The texts of sentences; none where one lacks its text.
private func texts(_ sentences: [BeadRecord.Sentence]) -> [String] {
  let texts = sentences.compactMap(\.text)
  return texts.count == sentences.count ? texts : []
}

/// What a decoding error says, in a few words.
func describe(_ error: any Error) -> String {
  func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      .joined().drop { $0 == "." }.description
  }
  switch error as? DecodingError {
  case .keyNotFound(let key, _): return "there is no field '\(key.stringValue)'"
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    let field = path(context)
    return field.isEmpty ? "it is not an object" : "'\(field)' is not what it should be"
  case .dataCorrupted(let context):
    let field = path(context)
    return field.isEmpty ? "it is not JSON" : "'\(field)' is not what it should be"
  default: return "it is not JSON"
  }
}
