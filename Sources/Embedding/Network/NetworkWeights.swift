internal import CKernels

/// The network's weights, as they lie in the model file.
struct NetworkWeights: @unchecked Sendable {
  /// A layer normalisation's gain and bias.
  typealias Norm = (gain: UnsafePointer<Float>, bias: UnsafePointer<Float>)

  /// The two convolutions over windows of 2, 3 or 5 tokens.
  struct Branch {
    let first: ck_matrix
    let second: ck_matrix
  }

  /// Floats of a token's embedding, of the output, and of what a branch works on.
  static let width = 512
  static let branchWidth = 256
  static let branchesWidth = 768
  static let featureWidth = 1280
  static let hiddenWidth = 320
  /// The embedding's rows were quantised in 17 groups, by their ids' remainders.
  static let groups = 17
  /// Tokens of a window, and how many of them stand before the token in its middle.
  static let windows = [(size: 2, before: 0), (size: 3, before: 1), (size: 5, before: 2)]
  /// How far from a token its features can see: two windows of 5.
  static let reach = 4

  let table: UnsafePointer<UInt8>
  private let rowSums: UnsafeBufferPointer<UInt32>
  let scale: UnsafePointer<Float>
  let low: UnsafePointer<Float>
  let projection: ck_matrix
  let projectionNorm: Norm
  let branches: [Branch]
  let featureNorm: Norm
  let output: ck_matrix
  /// Added once for each token.
  let outputBias: UnsafePointer<Float>
  let head0: ck_matrix
  let skip1: ck_matrix
  let head1: ck_matrix
  let head2: ck_matrix
  let skip3: ck_matrix
  let head3: ck_matrix
  let kernel: Int32
  private let model: ModelFile

  init(_ model: ModelFile, kernel: Int32) throws(ModelFileError) {
    typealias Net = NetworkWeights
    let sums = try model.section("table.sums", of: UInt32.self)
    rowSums = sums
    table = try model.pointer("table", UInt8.self, sums.count * Net.width)
    scale = try model.pointer("table.scale", Float.self, Net.groups)
    low = try model.pointer("table.low", Float.self, Net.groups)
    projection = try model.matrix("proj", Net.width, Net.branchesWidth, bias: "proj.bias")
    projectionNorm = (
      try model.pointer("norm1.gain", Float.self, Net.branchesWidth),
      try model.pointer("norm1.bias", Float.self, Net.branchesWidth)
    )
    var branches: [Branch] = []
    for window in Net.windows {
      let name = "conv\(window.size)"
      branches.append(
        Branch(
          first: try model.matrix(
            "\(name).1", Net.branchWidth, Net.branchWidth, window: window, bias: "\(name).1.bias"),
          second: try model.matrix(
            "\(name).2", Net.branchWidth, Net.branchWidth, window: window, bias: "\(name).2.bias")))
    }
    self.branches = branches
    featureNorm = (
      try model.pointer("norm2.gain", Float.self, Net.featureWidth),
      try model.pointer("norm2.bias", Float.self, Net.featureWidth)
    )
    output = try model.matrix("output", Net.featureWidth, Net.width)
    outputBias = try model.pointer("output.bias", Float.self, Net.width)
    head0 = try model.matrix("head.0", Net.width, Net.hiddenWidth)
    skip1 = try model.matrix("skip.1", Net.width, Net.hiddenWidth)
    head1 = try model.matrix("head.1", Net.hiddenWidth, Net.hiddenWidth)
    head2 = try model.matrix("head.2", Net.hiddenWidth, Net.width)
    skip3 = try model.matrix("skip.3", Net.hiddenWidth, Net.width)
    head3 = try model.matrix("head.3", Net.width, Net.width)
    self.kernel = kernel
    self.model = model
  }

  var rowCount: Int { rowSums.count }

  /// Whether a piece has a row in the table, and the row is as it was installed.
  func isWhole(_ id: Int32) -> Bool {
    guard rowSums.indices.contains(Int(id)) else { return false }
    return Self.sum(ofRow: table + Int(id) * Self.width) == rowSums[Int(id)]
  }

  static func sum(ofRow row: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: ck_xxh64(row, UInt64(width)))
  }
}

extension ModelFile {
  fileprivate func pointer<Element: BitwiseCopyable>(
    _ name: String, _ type: Element.Type, _ count: Int
  ) throws(ModelFileError) -> UnsafePointer<Element> {
    let values = try section(name, of: type, count: count)
    guard let start = values.baseAddress else { throw .damaged(path: path) }
    return start
  }

  /// A packed matrix for windows of `window.size` rows of `depth`, with its bias where it has one.
  fileprivate func matrix(
    _ name: String, _ depth: Int, _ columns: Int, window: (size: Int, before: Int) = (1, 0),
    bias: String? = nil
  ) throws(ModelFileError) -> ck_matrix {
    let packed = try pointer(name, Float.self, window.size * depth * columns)
    var added: UnsafePointer<Float>?
    if let bias { added = try pointer(bias, Float.self, columns) }
    return ck_matrix(
      packed: packed, bias: added, first: Int32(-window.before), window: Int32(window.size),
      depth: Int32(depth), columns: Int32(columns))
  }
}
