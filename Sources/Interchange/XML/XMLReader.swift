internal import CXML
import Text

/// Reads an XML document event by event.
///
/// ```swift
/// var reader = try XMLReader(bytes)
/// while let event = try reader.next() {
///   if case .start(let element) = event { print(element.name.local, element.position) }
/// }
/// ```
///
/// The document is well-formed XML 1.0 with namespaces, in any encoding libxml2 knows and the
/// document names; it is parsed in pieces, so that what is held besides its bytes stays small.
/// Nothing outside the document is ever read, and no entity is expanded. DTDs are passed over.
package struct XMLReader: ~Copyable {
  /// Bytes parsed at once.
  private static let pieceSize = 1 << 14

  private let bytes: [UInt8]
  /// Where the next piece begins.
  private var offset = 0
  private var isFinished = false
  private let handle: OpaquePointer

  /// Opens a reader before the first event.
  package init(_ bytes: [UInt8]) throws(XMLError) {
    guard let handle = cxml_open() else {
      throw XMLError(kind: .outOfMemory, position: nil, message: "out of memory")
    }
    self.bytes = bytes
    self.handle = handle
  }

  deinit { cxml_close(handle) }

  /// The next event; nil at the document's end.
  ///
  /// What comes before a mistake is given before the mistake is thrown.
  package mutating func next() throws(XMLError) -> XMLEvent? {
    while true {
      var event = cxml_event()
      cxml_next(handle, &event)
      switch Int(event.kind) {
      case CXML_START: return .start(element(event))
      case CXML_END: return .end(XMLName(event.name))
      case CXML_TEXT: return .text(String(event.text))
      case CXML_FAILURE: throw XMLError(event)
      default:
        if isFinished { return nil }
        feed()
      }
    }
  }

  private mutating func feed() {
    let end = min(offset + Self.pieceSize, bytes.count)
    isFinished = end == bytes.count
    bytes.withUnsafeBufferPointer { bytes in
      let piece = UnsafeBufferPointer(rebasing: bytes[offset..<end])
      cxml_feed(handle, piece.baseAddress, Int32(piece.count), isFinished)
    }
    offset = end
  }

  private func element(_ event: cxml_event) -> XMLElement {
    XMLElement(
      name: XMLName(event.name),
      attributes: (0..<event.attribute_count).map { index in
        let attribute = cxml_attribute_at(handle, index)
        return (XMLName(attribute.name), String(attribute.value))
      },
      position: Position(line: Int(event.line), column: Int(event.column)))
  }
}

extension XMLName {
  fileprivate init(_ name: cxml_name) {
    self.init(String(name.local), in: name.space.bytes == nil ? nil : String(name.space))
  }
}

extension XMLError {
  fileprivate init(_ event: cxml_event) {
    let kind: Kind =
      switch Int(event.reason) {
      case CXML_TRUNCATED: .truncated
      case CXML_ENTITY: .entity
      case CXML_TOO_DEEP: .tooDeep
      case CXML_NO_MEMORY: .outOfMemory
      default: .malformed
      }
    let isPlaced = event.line > 0
    self.init(
      kind: kind,
      position: isPlaced ? Position(line: Int(event.line), column: Int(event.column)) : nil,
      message: String(event.text))
  }
}

extension String {
  /// Copies text of the reader's, which is UTF-8 but in a message that quotes what is not.
  fileprivate init(_ text: cxml_text) {
    let bytes = UnsafeBufferPointer(start: text.bytes, count: Int(text.length))
    self.init(decoding: bytes, as: UTF8.self)
  }
}
