import ICU
import Text

extension SRXError {
  /// What is wrong with the segmentation rules, and where, for a person.
  var message: String {
    let place = position.map { "\(field(file)):\($0)" } ?? field(file)
    return "\(place): \(reason)"
  }

  private var reason: String {
    switch kind {
    case .notXML(let message): "not well-formed XML: \(field(message))"
    case .notSRX(let root): "not SRX: its root element is '\(field(root))', not 'srx'"
    case .unknownVersion(let version):
      "SRX version '\(field(version))' is unknown; 1.0 and 2.0 are read"
    case .missingElement(let element, let parent): "<\(field(parent))> has no <\(field(element))>"
    case .missingAttribute(let name, let element):
      "<\(field(element))> has no attribute '\(field(name))'"
    case .notYesOrNo(let value, let attribute):
      "\(field(attribute))=\"\(field(value))\" is neither yes nor no"
    case .unexpectedElement(let element, let parent):
      "<\(field(parent))> cannot have <\(field(element))> here"
    case .emptyRule: "the rule has neither a beforebreak nor an afterbreak"
    case .duplicateRules(let name): "there are language rules named '\(field(name))' already"
    case .unknownRules(let name): "there are no language rules named '\(field(name))'"
    case .severalMaps: "a second <maprule>: nothing says which one is meant"
    case .noRules(let language): "no language map matches '\(field(language))'"
    case .badExpression(let pattern, let error):
      "wrong regular expression: \(error.reason): \(field(quoted(pattern, error.offset)))"
    case .backReference(let pattern):
      "a numbered back-reference cannot follow groups in beforebreak; name the group: \(field(pattern))"
    case .tooCostly(let pattern): "the rule takes too long on a text: \(field(pattern))"
    case .text(let error): "cannot search the text: \(error)"
    }
  }

  /// The pattern with a mark where the mistake was seen.
  private func quoted(_ pattern: String, _ offset: Int?) -> String {
    guard let offset, offset < pattern.utf8.count else { return pattern }
    let start = pattern.utf8.prefix(offset)
    return "\(String(start) ?? pattern)<here>\(String(pattern.utf8.dropFirst(offset)) ?? "")"
  }
}

extension RegularExpressionError {
  /// ICU's word for the mistake in English.
  fileprivate var reason: String { Self.reasons[cause.name] ?? cause.name }

  private static let reasons = [
    "U_REGEX_RULE_SYNTAX": "syntax error",
    "U_REGEX_BAD_ESCAPE_SEQUENCE": "unknown escape",
    "U_REGEX_PROPERTY_SYNTAX": "unknown property",
    "U_REGEX_UNIMPLEMENTED": "a feature ICU does not have",
    "U_REGEX_MISMATCHED_PAREN": "a parenthesis without its partner",
    "U_REGEX_NUMBER_TOO_BIG": "a number too large",
    "U_REGEX_BAD_INTERVAL": "a wrong {interval}",
    "U_REGEX_MAX_LT_MIN": "an {interval} that ends before it begins",
    "U_REGEX_INVALID_BACK_REF": "a back-reference to no group",
    "U_REGEX_INVALID_FLAG": "an unknown flag",
    "U_REGEX_LOOK_BEHIND_LIMIT": "a look-behind without a longest length",
    "U_REGEX_SET_CONTAINS_STRING": "a set that holds a string",
    "U_REGEX_MISSING_CLOSE_BRACKET": "a set without its closing bracket",
    "U_REGEX_INVALID_RANGE": "a range that ends before it begins",
    "U_REGEX_PATTERN_TOO_BIG": "too long",
    "U_REGEX_INVALID_CAPTURE_GROUP_NAME": "a wrong name of a group",
  ]
}
