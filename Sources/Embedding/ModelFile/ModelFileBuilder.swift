/// Lays sections out as a model file's bytes.
struct ModelFileBuilder {
  private var bytes = [UInt8](repeating: 0, count: ModelFile.headerSize)
  private var table: [UInt8] = []
  private var count = 0
  private var hashedEnd: Int?

  /// Leaves the sections that follow out of the hash; their reader checks them.
  mutating func endHashed() { hashedEnd = bytes.count }

  /// - Parameter name: 15 bytes at most.
  mutating func add<Element: BitwiseCopyable>(_ name: String, _ values: [Element]) {
    bytes += repeatElement(0, count: -bytes.count & 63)
    values.withUnsafeBytes { values in
      table += Array(name.utf8.prefix(ModelFile.nameSize - 1))
      table += repeatElement(0, count: -table.count & (ModelFile.nameSize - 1))
      append(UInt64(bytes.count), to: &table)
      append(UInt64(values.count), to: &table)
      bytes.append(contentsOf: values)
    }
    count += 1
  }

  /// The file, its header filled in.
  consuming func finished() -> [UInt8] {
    var header = ModelFile.magic
    append(UInt32(ModelFile.version), to: &header)
    append(UInt32(count), to: &header)
    append(UInt64(bytes.count), to: &header)
    let end = hashedEnd ?? bytes.count
    append(
      bytes.withUnsafeBytes { ModelFile.hash($0[ModelFile.headerSize..<end]) }, to: &header)
    append(UInt64(0), to: &header)
    append(UInt64(end), to: &header)
    bytes.replaceSubrange(0..<header.count, with: header)
    bytes.replaceSubrange(ModelFile.tableStart..<(ModelFile.tableStart + table.count), with: table)
    var hash: [UInt8] = []
    append(bytes.withUnsafeBytes { ModelFile.headerHash($0) }, to: &hash)
    bytes.replaceSubrange(32..<40, with: hash)
    return bytes
  }

  private func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
