import TestSupport
import Testing

@testable import Interchange

@Suite struct NumPyReaderTests {
  /// A file as NumPy writes it.
  private func file(
    _ header: String, version: UInt8 = 1, _ data: [UInt8], length: Int? = nil
  ) -> [UInt8] {
    let text = Array(header.utf8) + [0x0A]
    let size = length ?? text.count
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version, 0]
    bytes += (0..<(version == 1 ? 2 : 4)).map { UInt8(size >> (8 * $0) & 0xFF) }
    return bytes + text + data
  }

  private func header(_ type: String, _ shape: String, order: String = "False") -> String {
    "{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(shape)), }"
  }

  private func little<T: FixedWidthInteger>(_ values: [T]) -> [UInt8] {
    values.flatMap { value in
      (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> T(8 * $0)) }
    }
  }

  private func floats(_ values: [Float]) -> [UInt8] { little(values.map(\.bitPattern)) }

  private func read(_ bytes: [UInt8], rows: Int, piece: Int = .max) throws(NumPyError) -> NumPyArray
  {
    var reader = NumPyReader(name: "f", rows: rows)
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, piece < bytes.count ? at + piece : bytes.count)
      try reader.read(bytes.span.extracting(at..<end))
      at = end
    }
    return try reader.finish()
  }

  @Test(arguments: [UInt8(1), 2, 3], [1, 7, Int.max])
  func rowsAreScaledToLengthOne(version: UInt8, piece: Int) throws {
    let array = try read(
      file(header("<f4", "2, 2"), version: version, floats([3, 4, 0, -2])), rows: 2, piece: piece)
    #expect(array.rows == 2)
    #expect(array.columns == 2)
    #expect(array.unitRows == [0.6, 0.8, 0, -1])
  }

  @Test func halvesAndDoublesToo() throws {
    let doubles = little([3.0, 4.0].map { ($0 as Double).bitPattern })
    #expect(try read(file(header("<f8", "1, 2"), doubles), rows: 1).unitRows == [0.6, 0.8])
    // 3, 4, and the least number a half can hold, 2⁻²⁴.
    let halves = little([0x4200, 0x4400, 0x0001, 0x8000] as [UInt16])
    #expect(try read(file(header("<f2", "2, 2"), halves), rows: 2).unitRows == [0.6, 0.8, 1, 0])
  }

  @Test func noRowsForNoSentences() throws {
    #expect(try read(file(header("<f4", "0, 8"), []), rows: 0).unitRows == [])
  }

  @Test(arguments: [
    ("<i4", "1, 1", "False", NumPyError.Kind.unsupportedType("<i4")),
    (">f4", "1, 1", "False", .unsupportedType(">f4")),
    ("|O", "1, 1", "False", .unsupportedType("|O")),
    ("<f4", "1, 1", "True", .fortranOrder),
    ("<f4", "1, 1", "Perhaps", .badHeader),
    ("<f4", "1,", "False", .badShape("1,")),
    ("<f4", "1, 1, 1", "False", .badShape("1,1,1")),
    ("<f4", "1, 0", "False", .badShape("1,0")),
    ("<f4", "-1, 4", "False", .badShape("-1,4")),
    ("<f4", "1, 99999999999", "False", .badShape("1,99999999999")),
    ("<f4", "99999999999999999999, 1", "False", .badShape("99999999999999999999,1")),
    ("<f4", "2, 1", "False", .rowCount(2, expected: 1)),
    ("<f4", "1, 1", "False", .truncated),
  ])
  func whatCannotBeReadIsSaid(type: String, shape: String, order: String, kind: NumPyError.Kind) {
    #expect(throws: NumPyError(file: "f", kind: kind)) {
      try read(file(header(type, shape, order: order), []), rows: 1)
    }
  }

  @Test func rowsWithoutADirectionAreNamed() throws {
    for (values, kind) in [
      ([1, 1, .nan, 1] as [Float], NumPyError.Kind.notFinite(row: 1)),
      ([1, 1, 1, -.infinity], .notFinite(row: 1)), ([0, -0, 1, 1], .zeroRow(0)),
    ] {
      #expect(throws: NumPyError(file: "f", kind: kind)) {
        try read(file(header("<f4", "2, 2"), floats(values)), rows: 2)
      }
    }
  }

  @Test func moreOrLessThanTheHeaderSays() throws {
    let whole = file(header("<f4", "2, 2"), floats([1, 2, 3, 4]))
    for cut in [0, 3] {
      #expect(throws: NumPyError(file: "f", kind: .notNumPy)) {
        try read(Array(whole.prefix(cut)), rows: 2)
      }
    }
    for cut in [6, 11, 40, whole.count - 9, whole.count - 1] {
      #expect(throws: NumPyError(file: "f", kind: .truncated), "\(cut)") {
        try read(Array(whole.prefix(cut)), rows: 2)
      }
    }
    #expect(throws: NumPyError(file: "f", kind: .tooLong)) { try read(whole + [0], rows: 2) }
    #expect(throws: NumPyError(file: "f", kind: .badHeader)) {
      try read(file("{", version: 2, [], length: 1 << 30), rows: 2)
    }
    #expect(throws: NumPyError(file: "f", kind: .unknownVersion(9))) {
      try read(file(header("<f4", "1, 1"), version: 9, [0, 0, 0, 0]), rows: 1)
    }
    #expect(throws: NumPyError(file: "f", kind: .notNumPy)) {
      try read(Array("[0]:[0]\n".utf8), rows: 1)
    }
  }

  /// A byte changed anywhere gives an array or an error, and never a row that is not of length 1.
  @Test func anyBytesAreReadOrRefused() {
    var generator = Generator(seed: 14)
    let whole = file(header("<f4", "3, 2"), floats([1, 2, 3, 4, 5, 6]))
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
      }
      do {
        let array = try read(bytes, rows: 3, piece: 50)
        for row in 0..<array.rows {
          let values = array.unitRows[row * array.columns..<(row + 1) * array.columns]
          #expect(abs(values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-3)
        }
      } catch {
        #expect(error.file == "f")
      }
    }
  }
}
