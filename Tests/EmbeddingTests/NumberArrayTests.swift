import TestSupport
import Testing

@testable import Embedding

@Suite struct NumberArrayTests {
  private func file(
    _ header: String, _ numbers: [UInt8] = [], version: UInt8 = 1, length: Int? = nil
  ) -> [UInt8] {
    let count = length ?? header.utf8.count
    let lengths = (0..<(version == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + lengths + Array(header.utf8) + numbers
  }

  @Test func read() throws {
    let bytes: [UInt8] = [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]
    for (header, shape) in [
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }   \n", [2]),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}", [1, 2]),
      ("{'shape':(2,1,),'descr':'<f4','fortran_order':False}\n", [2, 1]),
    ] {
      for version: UInt8 in 1...3 {
        let array = try NumberArray(file(header, bytes, version: version))
        #expect(array.shape == shape)
        #expect(array.floats == [1, -2])
      }
    }
    let one = try NumberArray(
      file("{'descr': '|i1', 'fortran_order': False, 'shape': ()}", [0xFF]))
    #expect(one.shape.isEmpty && Array(one.bytes) == [0xFF] && one.floats == nil)
    let none = try NumberArray(
      file("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 512)}"))
    #expect(none.shape == [0, 512] && none.floats == [])
  }

  @Test(arguments: [
    ("", NumberArrayError.malformedHeader), ("{}", .malformedHeader), ("{", .malformedHeader),
    ("{'descr': '<f4'}", .malformedHeader),
    ("{'descr': '<f4', 'descr': '<f4', 'shape': ()}", .malformedHeader),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", .malformedHeader),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2", .malformedHeader),
    ("{'descr': '<f4', 'fortran_order': Maybe, 'shape': ()}", .malformedHeader),
    ("{'descr': '<f4, 'fortran_order': False, 'shape': ()}", .malformedHeader),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': ()} x", .malformedHeader),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
      .malformedHeader
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}", .truncated
    ),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}", .truncated),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", .truncated),
    (
      "{'descr': '<f4', 'fortran_order': True, 'shape': (2,)}",
      .unsupported("an array in Fortran order")
    ),
    ("{'descr': '|O', 'fortran_order': False, 'shape': (2,)}", .unsupported("numbers of type |O")),
    (
      "{'descr': '>f4', 'fortran_order': False, 'shape': (2,)}",
      .unsupported("numbers of type >f4")
    ),
  ])
  func refused(header: String, error: NumberArrayError) {
    #expect(throws: error) { try NumberArray(file(header, [0, 0, 0, 0, 0, 0, 0, 0])) }
  }

  @Test func headersThatLie() {
    #expect(throws: NumberArrayError.notAnArray) { try NumberArray([]) }
    #expect(throws: NumberArrayError.notAnArray) { try NumberArray(file("{}", version: 9)) }
    #expect(throws: NumberArrayError.truncated) { try NumberArray(file("{}", length: 60_000)) }
  }

  @Test(arguments: [[], [7], [3, 512], [100_000, 512]])
  func whatIsWrittenIsRead(shape: [Int]) throws {
    let count = shape.reduce(1, *)
    let header = NumberArray.floatHeader(shape: shape)
    #expect(header.count.isMultiple(of: 64))
    let numbers = [UInt8](repeating: 1, count: count * 4)
    #expect(try NumberArray(header + numbers).shape == shape)
  }

  @Test func anyBytes() {
    var generator = Generator(seed: 10)
    let right = file(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", [0, 0, 0, 0, 0, 0, 0, 0])
    for _ in 0..<3000 {
      var bytes = right
      for _ in 0..<3 {
        bytes[Int.random(in: 6..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if let array = try? NumberArray(bytes) {
        #expect(array.bytes.count == array.shape.reduce(array.element.size, *))
      }
    }
  }
}
