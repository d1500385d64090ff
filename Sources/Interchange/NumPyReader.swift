/// Why a file of vectors cannot be used.
package struct NumPyError: Error, Equatable, Sendable {
  package enum Kind: Error, Equatable, Sendable {
    case notNumPy
    case unknownVersion(Int)
    /// The header is not the dictionary NumPy writes.
    case badHeader
    /// A type of number other than floats of 2, 4 or 8 bytes in little-endian order.
    case unsupportedType(String)
    case fortranOrder
    /// Not two dimensions, or no columns.
    case badShape(String)
    case rowCount(Int, expected: Int)
    case dimensions(Int, expected: Int, of: String)
    /// The file ends before the array does.
    case truncated
    /// Bytes follow the array.
    case tooLong
    /// A row with a number that is none, or that is infinite; from 0.
    case notFinite(row: Int)
    /// A row of zeros has no direction.
    case zeroRow(Int)
  }

  package let file: String
  package let kind: Kind

  package init(file: String, kind: Kind) {
    self.file = file
    self.kind = kind
  }
}

/// The rows of a file of vectors.
package struct NumPyArray: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Row after row, each scaled to length 1.
  package let unitRows: [Float]
}

/// Reads a two-dimensional array of floats in NumPy's format, piece by piece.
///
/// Versions 1 to 3 of the format (NumPy's `numpy.lib.format`), `<f2`, `<f4` and `<f8`, in C order.
/// What a header claims is held against the rows expected before anything is stored.
package struct NumPyReader {
  private let name: String
  private let expectedRows: Int
  private var pending: [UInt8] = []
  private var header: NumPyHeader?
  private var values: [Float] = []
  private var row = 0

  /// - Parameters:
  ///   - name: the file's, for errors.
  ///   - rows: how many rows there must be.
  package init(name: String, rows: Int) {
    self.name = name
    expectedRows = rows
  }

  /// Reads on.
  package mutating func read(_ bytes: Span<UInt8>) throws(NumPyError) {
    bytes.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
    if header == nil { try readHeader() }
    if let header { try readRows(header) }
  }

  /// The array, when the file has been read through.
  package mutating func finish() throws(NumPyError) -> NumPyArray {
    guard let header else {
      throw error(pending.starts(with: NumPyHeader.magic) ? .truncated : .notNumPy)
    }
    guard row == header.rows, pending.isEmpty else { throw error(.truncated) }
    return NumPyArray(rows: header.rows, columns: header.columns, unitRows: values)
  }

  private func error(_ kind: NumPyError.Kind) -> NumPyError { NumPyError(file: name, kind: kind) }

  private mutating func readHeader() throws(NumPyError) {
    let found: NumPyHeader?
    do { found = try NumPyHeader(pending.span) } catch { throw self.error(error) }
    guard let found else { return }
    guard found.rows == expectedRows else {
      throw error(.rowCount(found.rows, expected: expectedRows))
    }
    header = found
    pending.removeFirst(found.length)
  }

  private mutating func readRows(_ header: NumPyHeader) throws(NumPyError) {
    let width = header.columns * header.type.size
    var at = 0
    while row < header.rows, pending.count - at >= width {
      let start = values.count
      for _ in 0..<header.columns {
        values.append(header.type.value(pending.span, at))
        at += header.type.size
      }
      try scale(from: start)
      row += 1
    }
    pending.removeFirst(at)
    if row == header.rows, !pending.isEmpty { throw error(.tooLong) }
  }

  private mutating func scale(from start: Int) throws(NumPyError) {
    var sum = 0.0
    for at in start..<values.count { sum += Double(values[at]) * Double(values[at]) }
    guard sum.isFinite else { throw error(.notFinite(row: row)) }
    guard sum > 0 else { throw error(.zeroRow(row)) }
    let scale = Float(1 / sum.squareRoot())
    // Lengths out of the range of floats are no direction either.
    guard scale.isFinite, scale > 0 else { throw error(.zeroRow(row)) }
    for at in start..<values.count { values[at] *= scale }
  }
}
