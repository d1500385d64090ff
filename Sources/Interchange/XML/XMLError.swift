import Text

/// Why a document is no XML, or none that is read.
package struct XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Kind: Equatable, Sendable {
    /// Against the grammar of XML or of its namespaces.
    case malformed
    /// The document ends before its root element does; an empty one does so, too.
    case truncated
    /// An entity is declared or referred to, other than `&lt;` and its four kin.
    ///
    /// No format of ours needs any, and they are the means of most attacks by XML.
    case entity
    /// Elements nest more than 200 deep.
    case tooDeep
    case outOfMemory
  }

  package let kind: Kind
  /// Where it was seen; nil where that is unknown.
  package let position: Position?
  /// What is wrong, in the parser's words.
  package let message: String

  package var description: String { position.map { "\($0): \(message)" } ?? message }
}
