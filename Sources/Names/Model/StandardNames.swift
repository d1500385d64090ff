internal import CResources

extension NameModel {
  /// The model that is linked into the program.
  package static let standard: NameModel? = {
    let resource = cresource_names_model()
    return try? NameModel(
      UnsafeRawBufferPointer(start: resource.bytes, count: resource.count), isTrusted: true)
  }()
}

extension NameModel {
  /// The file that is linked into the program.
  package static var bytes: [UInt8] {
    let resource = cresource_names_model()
    return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}

extension SpellingWeights {
  /// The weights that are linked into the program.
  package static let standard: SpellingWeights? = {
    let resource = cresource_name_weights()
    return SpellingWeights(
      String(
        decoding: UnsafeBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self))
  }()
}
