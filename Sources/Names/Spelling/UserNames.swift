/// Names as the user wants them spelled.
package struct UserNames: Sendable {
  private var spellings: [[UInt32]: String] = [:]

  package init() {}

  /// Adds a name; one that is added again has the later spelling.
  package mutating func add(_ arabic: String, _ spelling: String) {
    let words = NameWords(arabic)
    if words.count > 0 { spellings[words.key(0..<words.count)] = spelling }
  }

  func spelling(of key: [UInt32]) -> String? { spellings.isEmpty ? nil : spellings[key] }
}
