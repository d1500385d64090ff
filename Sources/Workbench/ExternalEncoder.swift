import Alignment
import Text

/// Why there are no vectors.
package enum EncoderError: Error, Equatable, Sendable {
  case notInstalled
  case cannotRun(reason: String)
  /// The command ended with a status that is not 0 after writing some vectors.
  case failed(status: Int32, vectors: Int, sentences: Int)
  /// A signal ended it.
  case killed(signal: Int32, vectors: Int, sentences: Int)
  /// For the time given, it neither read nor wrote nor ended.
  case hangs(seconds: Double, vectors: Int, sentences: Int)
  case tooFew(vectors: Int, sentences: Int)
  case tooMany(sentences: Int)
  /// A line, from 1, that is no array of numbers.
  case notAVector(line: Int)
  case notFinite(line: Int)
  /// A vector of zeros has no direction.
  case zeroVector(line: Int)
  case dimensions(line: Int, count: Int, expected: Int)
}

/// A program of the user's that makes vectors of sentences.
///
/// `/bin/sh -c COMMAND` is run once for the two texts. It gets a sentence a line on its standard
/// input, each a JSON string, those of the source first, and writes a line for each on its standard
/// output, in order: a JSON array of numbers, always as many. It may read all before it writes. What
/// it says on standard error is the user's to see.
package struct ExternalEncoder: TextEncoder {
  private let command: String
  private let timeout: Double

  /// - Parameter timeout: seconds it may neither read nor write.
  package init(command: String, timeout: Double = 60) {
    self.command = command
    self.timeout = timeout
  }

  package func vectors(
    of source: SegmentedText, _ target: SegmentedText, progress: AlignProgress?
  ) throws -> any BlockVectors {
    let count = source.sentences.count
    let total = count + target.sentences.count
    var next = 0
    var reader = VectorReader(sentences: total)
    let process = try ChildProcess(command: command)
    try process.exchange(
      timeout: timeout,
      input: {
        guard next < total else { return nil }
        let (text, sentence) = next < count ? (source, next) : (target, next - count)
        next += 1
        return jsonLine(text.document.unwrappedString(text.sentences[sentence]))
      },
      output: { bytes in
        try reader.read(bytes)
        progress?(.encoding, reader.vectors, total)
      }, stopped: { reason in reader.error(reason) })
    try reader.finish()
    return SentenceVectors(
      dimensions: reader.dimensions, source: Array(reader.values[..<(count * reader.dimensions)]),
      target: Array(reader.values[(count * reader.dimensions)...]))
  }
}

/// A sentence as a JSON string and a line feed.
private func jsonLine(_ sentence: String) -> [UInt8] {
  var line: [UInt8] = [0x22]
  let hex = Array("0123456789abcdef".utf8)
  for byte in sentence.utf8 {
    switch byte {
    case 0x22, 0x5C: line += [0x5C, byte]
    case 0x00...0x1F: line += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    default: line.append(byte)
    }
  }
  return line + [0x22, 0x0A]
}

/// Reads vectors, a JSON array of numbers a line, and scales each to length 1.
struct VectorReader {
  private let sentences: Int
  private(set) var vectors = 0
  private(set) var dimensions = 0
  private(set) var values: [Float] = []
  private var line: [UInt8] = []

  /// A line of more bytes is no vector.
  private static let longestLine = 1 << 24

  init(sentences: Int) { self.sentences = sentences }

  mutating func read(_ bytes: Span<UInt8>) throws(EncoderError) {
    for at in bytes.indices {
      if bytes[at] == 0x0A {
        try endLine()
      } else {
        line.append(bytes[at])
      }
    }
    if line.count > Self.longestLine { throw .notAVector(line: vectors + 1) }
  }

  /// Checks that there is a vector for each sentence.
  mutating func finish() throws(EncoderError) {
    try endLine()
    if vectors < sentences { throw .tooFew(vectors: vectors, sentences: sentences) }
  }

  /// What a command's end means after what was read of it.
  func error(_ end: ChildProcess.End) -> EncoderError {
    switch end {
    case .status(let status): .failed(status: status, vectors: vectors, sentences: sentences)
    case .signal(let signal): .killed(signal: signal, vectors: vectors, sentences: sentences)
    case .hang(let seconds): .hangs(seconds: seconds, vectors: vectors, sentences: sentences)
    }
  }

  private mutating func endLine() throws(EncoderError) {
    defer { line.removeAll(keepingCapacity: true) }
    if line.allSatisfy({ $0 <= 0x20 }) { return }
    if vectors == sentences { throw .tooMany(sentences: sentences) }
    let start = values.count
    guard parse() else { throw .notAVector(line: vectors + 1) }
    let count = values.count - start
    if vectors == 0 { dimensions = count }
    guard count == dimensions else {
      throw .dimensions(line: vectors + 1, count: count, expected: dimensions)
    }
    var isZero = true
    for at in start..<values.count {
      guard values[at].isFinite else { throw .notFinite(line: vectors + 1) }
      if values[at] != 0 { isZero = false }
    }
    guard !isZero, normalize(&values, from: start) else { throw .zeroVector(line: vectors + 1) }
    vectors += 1
  }

  /// Appends the numbers of the line to the values; false where it is no array of them.
  ///
  /// `NaN` and `Infinity`, which Python writes though JSON has neither, are read as what they are.
  private mutating func parse() -> Bool {
    var at = 0
    func skip() { while at < line.count, line[at] <= 0x20 { at += 1 } }
    skip()
    guard at < line.count, line[at] == UInt8(ascii: "[") else { return false }
    at += 1
    while true {
      skip()
      let start = at
      while at < line.count, line[at] > 0x20, line[at] != UInt8(ascii: ","),
        line[at] != UInt8(ascii: "]")
      {
        at += 1
      }
      guard at > start, at - start < 64, let value = Self.number(line[start..<at]) else {
        return false
      }
      values.append(value)
      skip()
      guard at < line.count else { return false }
      at += 1
      if line[at - 1] == UInt8(ascii: "]") { break }
      guard line[at - 1] == UInt8(ascii: ",") else { return false }
    }
    skip()
    return at == line.count
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Float? {
    // The parser of the standard library takes hexadecimal and "inf" too.
    let isDecimal = bytes.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if isDecimal { return Float(text) }
    switch text {
    case "NaN": return .nan
    case "Infinity", "-Infinity": return .infinity
    default: return nil
    }
  }
}
