import Text

/// Reads segmentation rules in SRX 2.0 (LISA OSCAR 2008), and in 1.0 where it says the same.
///
/// Elements may have SRX's namespace or, as many tools write them, none; those of other namespaces
/// are extensions and passed over. What the header says of formatting is for text with markup, and
/// is checked but not kept.
package struct SRXReader: ~Copyable {
  private var xml: XMLReader
  private let file: String
  /// The namespace of SRX's elements in this file.
  private var namespace: String?
  private var cascades = false
  private var rules: [String: [SRXRules.Rule]] = [:]
  private var maps: [SRXFile.LanguageMap] = []

  /// Reads a file whose encoding is Unicode's or the one it declares.
  ///
  /// - Parameter name: the name people know the file by.
  package static func read(_ bytes: [UInt8], name: String) throws(SRXError) -> SRXFile {
    let xml: XMLReader
    do { xml = try XMLReader(bytes) } catch { throw SRXError(file: name, error) }
    var reader = SRXReader(xml: xml, file: name)
    return try reader.document()
  }

  private init(xml: consuming XMLReader, file: String) {
    self.xml = xml
    self.file = file
  }

  // MARK: The elements of SRX

  private static let namespaces: [String?] = [nil, "http://www.lisa.org/srx20"]

  private mutating func document() throws(SRXError) -> SRXFile {
    var root: XMLElement?
    while root == nil, let event = try next() {
      if case .start(let element) = event { root = element }
    }
    guard let root, root.name.local == "srx", Self.namespaces.contains(root.name.namespace) else {
      throw error(.notSRX(root: root?.name.local ?? ""), root)
    }
    if let version = root["version"], !["1.0", "2.0"].contains(version) {
      throw error(.unknownVersion(version), root)
    }
    namespace = root.name.namespace
    var parts: Set<String> = []
    while let part = try child() {
      switch part.name.local {
      case "header": try header(part)
      case "body": try body(part)
      default: throw error(.unexpectedElement(part.name.local, in: "srx"), part)
      }
      parts.insert(part.name.local)
    }
    try require(["header", "body"], in: root, found: parts)
    // To the end, past which there may be what makes it no XML.
    while try next() != nil {}
    return SRXFile(name: file, cascades: cascades, rules: rules, maps: maps)
  }

  private mutating func header(_ header: XMLElement) throws(SRXError) {
    _ = try flag("segmentsubflows", of: header)
    cascades = try flag("cascade", of: header) ?? false
    while let format = try child() {
      guard format.name.local == "formathandle" else {
        throw error(.unexpectedElement(format.name.local, in: "header"), format)
      }
      _ = try flag("include", of: format)
      try skip()
    }
  }

  private mutating func body(_ body: XMLElement) throws(SRXError) {
    var parts: Set<String> = []
    while let part = try child() {
      switch part.name.local {
      case "languagerules": try languageRules()
      case "maprules": try mapRules()
      default: throw error(.unexpectedElement(part.name.local, in: "body"), part)
      }
      parts.insert(part.name.local)
    }
    try require(["languagerules", "maprules"], in: body, found: parts)
    for map in maps where rules[map.rulesName] == nil {
      throw SRXError(file: file, position: map.position, .unknownRules(map.rulesName))
    }
  }

  private mutating func languageRules() throws(SRXError) {
    while let element = try child() {
      guard element.name.local == "languagerule" else {
        throw error(.unexpectedElement(element.name.local, in: "languagerules"), element)
      }
      let name = try attribute("languagerulename", of: element)
      var list: [SRXRules.Rule] = []
      while let rule = try child() {
        guard rule.name.local == "rule" else {
          throw error(.unexpectedElement(rule.name.local, in: "languagerule"), rule)
        }
        list.append(try self.rule(rule))
      }
      guard rules.updateValue(list, forKey: name) == nil else {
        throw error(.duplicateRules(name), element)
      }
    }
  }

  private mutating func rule(_ rule: XMLElement) throws(SRXError) -> SRXRules.Rule {
    let isBreak = try flag("break", of: rule) ?? true
    var halves: [String: SRXRules.Expression] = [:]
    while let half = try child() {
      let name = half.name.local
      guard ["beforebreak", "afterbreak"].contains(name), halves[name] == nil else {
        throw error(.unexpectedElement(name, in: "rule"), half)
      }
      halves[name] = SRXRules.Expression(pattern: try text(of: half), position: half.position)
    }
    halves = halves.filter { !$0.value.pattern.isEmpty }
    if halves.isEmpty { throw error(.emptyRule, rule) }
    return SRXRules.Rule(
      isBreak: isBreak, before: halves["beforebreak"], after: halves["afterbreak"])
  }

  /// Maps stand in `maprules` itself or, in SRX 1.0, in a `maprule` that has a name.
  private mutating func mapRules() throws(SRXError) {
    var groups = 0
    while let element = try child() {
      switch element.name.local {
      case "languagemap": try languageMap(element)
      case "maprule":
        groups += 1
        if groups > 1 { throw error(.severalMaps, element) }
        while let map = try child() {
          guard map.name.local == "languagemap" else {
            throw error(.unexpectedElement(map.name.local, in: "maprule"), map)
          }
          try languageMap(map)
        }
      default: throw error(.unexpectedElement(element.name.local, in: "maprules"), element)
      }
    }
  }

  private mutating func languageMap(_ map: XMLElement) throws(SRXError) {
    maps.append(
      SRXFile.LanguageMap(
        languagePattern: try attribute("languagepattern", of: map),
        rulesName: try attribute("languagerulename", of: map), position: map.position))
    try skip()
  }

  // MARK: Walking

  private mutating func next() throws(SRXError) -> XMLEvent? {
    do { return try xml.next() } catch { throw SRXError(file: file, error) }
  }

  /// The next child of the element whose start was read last; nil when it ends.
  private mutating func child() throws(SRXError) -> XMLElement? {
    while let event = try next() {
      switch event {
      case .start(let element):
        if element.name.namespace == namespace { return element }
        try skip()
      case .end: return nil
      case .text: break
      }
    }
    return nil
  }

  /// Passes over the rest of an element.
  private mutating func skip() throws(SRXError) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The text of an element, white space and all.
  private mutating func text(of element: XMLElement) throws(SRXError) -> String {
    var text = ""
    while let event = try next() {
      switch event {
      case .text(let piece): text += piece
      case .end: return text
      case .start(let child):
        guard child.name.namespace != namespace else {
          throw error(.unexpectedElement(child.name.local, in: element.name.local), child)
        }
        try skip()
      }
    }
    return text
  }

  private func attribute(_ name: String, of element: XMLElement) throws(SRXError) -> String {
    guard let value = element[name] else {
      throw error(.missingAttribute(name, in: element.name.local), element)
    }
    return value
  }

  private func flag(_ name: String, of element: XMLElement) throws(SRXError) -> Bool? {
    switch element[name] {
    case nil: return nil
    case "yes": return true
    case "no": return false
    case .some(let value): throw error(.notYesOrNo(value, attribute: name), element)
    }
  }

  private func require(
    _ parts: [String], in parent: XMLElement, found: Set<String>
  ) throws(SRXError) {
    for part in parts where !found.contains(part) {
      throw error(.missingElement(part, in: parent.name.local), parent)
    }
  }

  private func error(_ kind: SRXError.Kind, _ element: XMLElement?) -> SRXError {
    SRXError(file: file, position: element?.position, kind)
  }
}

extension SRXError {
  fileprivate init(file: String, _ error: XMLError) {
    self.init(file: file, position: error.position, .notXML(error.message))
  }
}
