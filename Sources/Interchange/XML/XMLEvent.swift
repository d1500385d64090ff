import Text

/// A name of an element or an attribute, as its namespace makes it: the prefix is of no account.
package struct XMLName: Hashable, Sendable {
  /// The namespace of `xml:lang` and `xml:space`, which needs no declaration.
  package static let xml = "http://www.w3.org/XML/1998/namespace"

  package let local: String
  /// The namespace's name; nil where there is none.
  package let namespace: String?

  package init(_ local: String, in namespace: String? = nil) {
    self.local = local
    self.namespace = namespace
  }
}

/// What an XML document is made of, in its order; comments and processing instructions are left
/// out.
package enum XMLEvent: Equatable, Sendable {
  /// The start of an element, also of one without content.
  case start(XMLElement)
  /// The end of an element, also of one without content.
  case end(XMLName)
  /// A piece of an element's text, white space included; CDATA and character references are text.
  ///
  /// A long text, and one with a comment inside, comes in more pieces than one.
  case text(String)
}

/// The start of an element.
package struct XMLElement: Equatable, Sendable {
  package let name: XMLName
  /// In the document's order.
  package let attributes: [(name: XMLName, value: String)]
  /// Where its tag begins.
  package let position: Position

  package init(
    name: XMLName, attributes: [(name: XMLName, value: String)], position: Position
  ) {
    self.name = name
    self.attributes = attributes
    self.position = position
  }

  /// The value of an attribute; nil where the element has none of that name.
  ///
  /// An attribute without a prefix is in no namespace, whatever its element is in.
  package subscript(local: String, in namespace: String? = nil) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
  }

  package static func == (one: XMLElement, other: XMLElement) -> Bool {
    one.name == other.name && one.position == other.position
      && one.attributes.elementsEqual(other.attributes, by: ==)
  }
}
