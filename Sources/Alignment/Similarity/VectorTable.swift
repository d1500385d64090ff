internal import CKernels

/// Unit vectors in eight bits a number.
///
/// A cosine of two of them is right to about 0.003, at a quarter of the memory of floats and twice
/// their speed.
struct VectorTable: Sendable {
  /// Bytes of a row: the dimensions, filled up with zeros to a multiple of 32.
  private let width: Int
  private let dimensions: Int
  private var rows: [Int8] = []
  /// What a row's numbers are to be multiplied with.
  private var scales: [Float] = []

  init(dimensions: Int, minimumCapacity: Int = 0) {
    self.dimensions = dimensions
    width = (dimensions + 31) / 32 * 32
    rows.reserveCapacity(minimumCapacity * width)
    scales.reserveCapacity(minimumCapacity)
  }

  /// The vectors of all sentences of a text.
  init(_ vectors: any BlockVectors, _ side: Side, count: Int) {
    self.init(dimensions: vectors.dimensions, minimumCapacity: count)
    var rows: [Float] = []
    for first in stride(from: 0, to: count, by: Self.atOnce) {
      let sentences = first..<min(first + Self.atOnce, count)
      vectors.write(sentences.map { $0..<$0 + 1 }, of: side, into: &rows)
      append(contentsOf: rows)
    }
  }

  private static let atOnce = 256

  var count: Int { scales.count }

  /// A table of neighbouring rows.
  func part(_ range: Range<Int>) -> VectorTable {
    var part = VectorTable(dimensions: dimensions)
    part.rows = Array(rows[range.lowerBound * width..<range.upperBound * width])
    part.scales = Array(scales[range])
    return part
  }

  /// Appends vectors, one after the other.
  mutating func append(contentsOf vectors: [Float]) {
    var start = 0
    while start + dimensions <= vectors.count {
      append(vectors[start..<start + dimensions])
      start += dimensions
    }
  }

  /// Appends so many rows, of which those at some places, in rising order, get vectors and all
  /// others zeros.
  mutating func append(contentsOf vectors: [Float], at places: [Int], of count: Int) {
    var next = 0
    for place in 0..<count {
      if next < places.count, places[next] == place, (next + 1) * dimensions <= vectors.count {
        append(vectors[next * dimensions..<(next + 1) * dimensions])
        next += 1
      } else {
        rows.append(contentsOf: repeatElement(0, count: width))
        scales.append(0)
      }
    }
  }

  private mutating func append(_ vector: ArraySlice<Float>) {
    var largest: Float = 0
    for value in vector { largest = max(largest, abs(value)) }
    let step = largest > 0 ? largest / 127 : 1
    for value in vector { rows.append(Int8(max(-127, min(127, (value / step).rounded())))) }
    rows.append(contentsOf: repeatElement(0, count: width - dimensions))
    scales.append(step)
  }

  /// Writes the cosines of a row with neighbouring rows of another table, one after the other.
  func cosines(
    of row: Int, with other: VectorTable, _ otherRows: Range<Int>, _ scratch: inout [Int32],
    into cosines: (_ place: Int, _ cosine: Float) -> Void
  ) {
    guard !otherRows.isEmpty, row < count, otherRows.upperBound <= other.count else { return }
    if scratch.count < otherRows.count {
      scratch = Array(repeating: 0, count: otherRows.count * 2)
    }
    rows.withUnsafeBufferPointer { a in
      other.rows.withUnsafeBufferPointer { b in
        scratch.withUnsafeMutableBufferPointer { products in
          guard let a = a.baseAddress, let b = b.baseAddress, let out = products.baseAddress else {
            return
          }
          ck_dot_rows_i8(
            kernel, a + row * width, 1, b + otherRows.lowerBound * width, Int32(otherRows.count),
            Int32(width), out)
        }
      }
    }
    let scale = scales[row]
    for place in 0..<otherRows.count {
      cosines(place, Float(scratch[place]) * scale * other.scales[otherRows.lowerBound + place])
    }
  }
}

private let kernel = ck_best_kernel()
