/// What is known of an installed model.
package struct ModelInfo: Sendable, Equatable {
  package let path: String
  package let version: Int
  /// Bytes of the file.
  package let size: Int

  /// Opens a model, which checks all of its bytes.
  ///
  /// - Throws: `ModelFileError` where there is none, or it is not as it was installed.
  package init(modelAt path: String) throws(ModelFileError) {
    let model = try ModelFile(path)
    self.path = path
    version = ModelFile.version
    size = model.size
  }
}
