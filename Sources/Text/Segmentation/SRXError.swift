import ICU

/// Why segmentation rules cannot be used, and where in their file.
package struct SRXError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Not XML, by the parser's message.
    case notXML(String)
    /// XML of another sort.
    case notSRX(root: String)
    /// A version of SRX that is neither 1.0 nor 2.0.
    case unknownVersion(String)
    case missingElement(String, in: String)
    case missingAttribute(String, in: String)
    /// An attribute that is neither `yes` nor `no`.
    case notYesOrNo(String, attribute: String)
    /// An element that SRX does not have there: a slip of the pen, for extensions have a namespace
    /// of their own.
    case unexpectedElement(String, in: String)
    /// A rule with neither an expression before its place nor one behind it.
    case emptyRule
    case duplicateRules(String)
    /// A language map names rules that the file does not have.
    case unknownRules(String)
    /// SRX 1.0 with several sets of language maps, between which nothing in the file chooses.
    case severalMaps
    /// No language map matches.
    case noRules(language: String)
    case badExpression(pattern: String, RegularExpressionError)
    /// A numbered back-reference in the second half of a rule whose first half has groups.
    case backReference(pattern: String)
    /// A rule took too much time or memory on some text.
    case tooCostly(pattern: String)
    /// The text itself could not be searched.
    case text(ICUError)
  }

  package let file: String
  /// Nil for what concerns the whole file.
  package let position: Position?
  package let kind: Kind

  package init(file: String, position: Position?, _ kind: Kind) {
    self.file = file
    self.position = position
    self.kind = kind
  }
}
