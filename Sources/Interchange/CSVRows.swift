import Text

/// The records of a comma-separated text, as RFC 4180 §2 describes them.
///
/// Lines may end in LF, CRLF or CR; a byte order mark is passed over; a quoted field may hold line
/// breaks. Blank lines are no records.
package struct CSVRows: Sendable {
  /// A record, and where it begins.
  package struct Row: Sendable, Equatable {
    /// 1-based.
    package let line: Int
    package let fields: [String]
  }

  private let bytes: [UInt8]
  private var at: Int
  private var line = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Why a record cannot be read.
  package enum Problem: Error, Equatable {
    /// A quoted field that never closes.
    case openQuote(line: Int)
    /// Text after the quote that closes a field.
    case textAfterQuote(line: Int, column: Int)
  }

  /// The next record; nil at the end.
  ///
  /// After an error the line is passed over, and reading goes on with the next.
  package mutating func next() throws(Problem) -> Row? {
    while at < bytes.count, isLineEnd(bytes[at]) { endLine() }
    guard at < bytes.count else { return nil }
    let first = line
    let start = at
    var fields: [String] = []
    while true {
      fields.append(try bytes[orEnd: at] == 0x22 ? quotedField(first, start) : plainField())
      guard bytes[orEnd: at] == 0x2C else { break }
      at += 1
    }
    if at < bytes.count { endLine() }
    return Row(line: first, fields: fields)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func endLine() {
    at += bytes[at] == 0x0D && bytes[orEnd: at + 1] == 0x0A ? 2 : 1
    line += 1
  }

  private mutating func plainField() -> String {
    let start = at
    while at < bytes.count, bytes[at] != 0x2C, !isLineEnd(bytes[at]) { at += 1 }
    return bytes.span.string(start..<at)
  }

  /// A quoted field of the record that begins on line `first` at byte `start`.
  private mutating func quotedField(_ first: Int, _ start: Int) throws(Problem) -> String {
    at += 1
    var field: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x22 {
        at += 1
        guard bytes[orEnd: at] == 0x22 else {
          if at == bytes.count || bytes[at] == 0x2C || isLineEnd(bytes[at]) {
            return String(decoding: field, as: UTF8.self)
          }
          let problem = Problem.textAfterQuote(line: line, column: column())
          skipLine()
          throw problem
        }
      }
      if byte == 0x0A || (byte == 0x0D && bytes[orEnd: at + 1] != 0x0A) { line += 1 }
      field.append(byte)
      at += 1
    }
    at = start
    line = first
    skipLine()
    throw .openQuote(line: first)
  }

  private mutating func skipLine() {
    while at < bytes.count, !isLineEnd(bytes[at]) { at += 1 }
    if at < bytes.count { endLine() }
  }

  /// The 1-based column of `at`, in scalars.
  private func column() -> Int {
    var column = 1
    var back = at
    while back > 0, !isLineEnd(bytes[back - 1]) {
      back -= 1
      if bytes[back] & 0xC0 != 0x80 { column += 1 }
    }
    return column
  }
}

extension [UInt8] {
  /// The byte at an index, 0 past the end.
  fileprivate subscript(orEnd index: Int) -> UInt8 { index < count ? self[index] : 0 }
}
