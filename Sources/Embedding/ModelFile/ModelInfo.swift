internal import CKernels

/// What is known of an installed model.
package struct ModelInfo: Sendable, Equatable {
  package let path: String
  package let version: Int
  /// Bytes of the file.
  package let size: Int

  /// Opens a model and checks all of its bytes.
  ///
  /// - Throws: `ModelFileError` where there is none, or it is not as it was installed.
  package init(modelAt path: String) throws(ModelFileError) {
    let model = try ModelFile(path)
    let weights = try NetworkWeights(model, kernel: ck_best_kernel())
    for id in 0..<weights.rowCount where !weights.isWhole(Int32(id)) {
      throw .damaged(path: path)
    }
    self.path = path
    version = ModelFile.version
    size = model.size
  }
}
