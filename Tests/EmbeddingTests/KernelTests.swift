import CKernels
import TestSupport
import Testing

@testable import Embedding

/// The kernels against plain loops, for each instruction set this machine has.
@Suite struct KernelTests {
  static let kernels = Set([Int32(CK_PORTABLE), ck_best_kernel()])

  private func floats(_ count: Int, _ generator: inout Generator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
  }

  /// Windows of rows by an index, with a bias, and then added once more.
  @Test(arguments: kernels, [1, 5, 6, 7, 13])
  func products(kernel: Int32, count: Int) {
    var generator = Generator(seed: UInt64(count))
    for (window, first, depth, columns) in [(1, 0, 256, 16), (1, 0, 320, 48), (3, -1, 24, 32)] {
      let a = floats((count + 2) * 2 * depth, &generator)
      let b = floats(window * depth * columns, &generator)
      let bias = floats(columns, &generator)
      let (left, packed, added) = (FloatBuffer(a), FloatBuffer(b), FloatBuffer(bias))
      let out = FloatBuffer([Float](repeating: .nan, count: count * columns))
      ck_pack(b, Int32(window * depth), Int32(columns), packed.start)
      var matrix = ck_matrix(
        packed: packed.start, bias: added.start, first: Int32(first), window: Int32(window),
        depth: Int32(depth), columns: Int32(columns))
      // Every second row, after one that a window may see.
      let index = (0..<count).map { Int32($0 * 2 + 1) }
      index.withUnsafeBufferPointer { index in
        for pass: Int32 in 0..<2 {
          ck_multiply(
            kernel, left.rows(depth, index: index.baseAddress), &matrix, out.rows(columns),
            Int32(count), pass)
        }
      }
      for i in 0..<count {
        for column in 0..<columns {
          var sum: Double = 0
          for slot in 0..<window {
            for k in 0..<depth {
              let x = a[(Int(index[i]) + first + slot) * depth + k]
              sum += Double(x) * Double(b[(slot * depth + k) * columns + column])
            }
          }
          let expected = Double(bias[column]) + 2 * sum
          #expect(abs(Double(out.start[i * columns + column]) - expected) < 1e-4)
        }
      }
    }
  }

  @Test(arguments: kernels) func layerNorm(kernel: Int32) {
    var generator = Generator(seed: 1)
    let original = floats(3 * 64, &generator)
    let x = FloatBuffer(original)
    let (gain, bias) = (floats(64, &generator), floats(64, &generator))
    ck_layer_norm(kernel, x.rows(64), 3, 64, gain, bias)
    for i in 0..<3 {
      let row = original[(i * 64)..<(i * 64 + 64)].map { Double($0) }
      let mean = row.reduce(0, +) / 64
      let deviation = (row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 64).squareRoot()
      for k in 0..<64 {
        let expected = (row[k] - mean) / deviation * Double(gain[k]) + Double(bias[k])
        #expect(abs(Double(x.start[i * 64 + k]) - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: kernels) func rowOperations(kernel: Int32) {
    let counted = (0..<16).map { Float($0) - 8 }
    let x = FloatBuffer(counted)
    var sum = [Float](repeating: 1, count: 8)
    ck_sum_rows(kernel, x.rows(8), 2, 8, &sum)
    #expect(sum == [-7, -5, -3, -1, 1, 3, 5, 7])
    var y = [Float](repeating: 100, count: 16)
    ck_add_scaled(kernel, 0.5, counted, &y, 16)
    #expect(y == counted.map { 100 + $0 / 2 })
    let addend = FloatBuffer(y)
    withExtendedLifetime(addend) { ck_relu_add(kernel, x.rows(8), addend.rows(8), 2, 8) }
    #expect(x.values == zip(counted, y).map { max($0, 0) + $1 })
    let z = FloatBuffer(counted)
    ck_relu(kernel, z.rows(8), 2, 8)
    #expect(z.values == counted.map { max($0, 0) })
  }

  @Test(arguments: kernels) func unitRows(kernel: Int32) {
    let x = FloatBuffer([3, -4] + [Float](repeating: 0, count: 14))
    ck_tanh_unit(kernel, x.rows(8), 2, 8)
    let row = x.values
    #expect(abs(row[0] * row[0] + row[1] * row[1] - 1) < 1e-6)
    #expect(abs(row[0] + row[1] * 0.995055 / 0.999329) < 1e-5)
    #expect(row[2...].allSatisfy { $0 == 0 })
  }

  /// Rows 5 and 2 of a table in two groups.
  @Test(arguments: kernels) func quantisedRows(kernel: Int32) {
    let table = (0..<64).map { UInt8($0) }
    let out = FloatBuffer(16)
    ck_dequantize(kernel, table, [2, 3], [0.5, -1], 2, [5, 2], out.rows(8), 2, 8)
    let first = (40..<48).map { Float($0) * 3 - 1 }
    let second = (16..<24).map { Float($0) * 2 + 0.5 }
    #expect(out.values == first + second)
  }

  @Test(arguments: kernels, [(1, 1), (2, 4), (3, 5), (7, 300)])
  func signedBytes(kernel: Int32, counts: (Int, Int)) {
    var generator = Generator(seed: 2)
    for width in [32, 512] {
      let a = generator.signed(counts.0 * width)
      let b = generator.signed(counts.1 * width)
      var out = [Int32](repeating: -1, count: counts.0 * counts.1)
      ck_dot_rows_i8(kernel, a, Int32(counts.0), b, Int32(counts.1), Int32(width), &out)
      for i in 0..<counts.0 {
        for j in 0..<counts.1 {
          let expected = (0..<width).reduce(Int32(0)) {
            $0 + Int32(a[i * width + $1]) * Int32(b[j * width + $1])
          }
          #expect(out[i * counts.1 + j] == expected)
        }
      }
    }
  }

  /// The least number there is, in long rows.
  @Test(arguments: kernels) func signedBytesAtTheirLimits(kernel: Int32) {
    let width = 65_536
    let row = [Int8](repeating: -128, count: width)
    var out: [Int32] = [0]
    ck_dot_rows_i8(kernel, row, 1, row, 1, Int32(width), &out)
    #expect(out == [1 << 30])
  }

  /// FIPS 180-4's examples, and lengths around a block's end.
  @Test func sha256() {
    for (text, digest) in [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 64),
        "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
      ),
      (
        String(repeating: "a", count: 55),
        "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
      ),
    ] {
      #expect(ModelSource.digest(of: Array(text.utf8)) == digest, "\(text)")
    }
  }

  /// Every length up to two rounds, by the values of the reference implementation.
  @Test func xxh64() {
    func hash(_ text: String) -> UInt64 { ck_xxh64(Array(text.utf8), UInt64(text.utf8.count)) }
    #expect(hash("") == 0xEF46_DB37_51D8_E999)
    #expect(hash("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(hash("abc") == 0x44BC_2CF5_AD77_0999)
    #expect(hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
    var seen: Set<UInt64> = []
    for length in 0..<80 { seen.insert(hash(String(repeating: "x", count: length))) }
    #expect(seen.count == 80)
  }
}

extension Generator {
  fileprivate mutating func signed(_ count: Int) -> [Int8] {
    (0..<count).map { _ in Int8.random(in: -128...127, using: &self) }
  }
}

extension FloatBuffer {
  fileprivate convenience init(_ values: [Float]) {
    self.init(values.count)
    for (index, value) in values.enumerated() { start[index] = value }
  }

  fileprivate var values: [Float] { (0..<count).map { start[$0] } }
}
