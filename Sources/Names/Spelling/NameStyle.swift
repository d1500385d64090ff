/// A part of a name that is spelled, before it is set in a style.
struct NamePiece: Sendable {
  /// a to z; empty for one that is printed as it is.
  let letters: [UInt8]
  /// As it is to be printed, whatever the style.
  let printed: String?
  /// Lower case, as it was found, with its hyphens.
  let attested: String?
  let hasArticle: Bool
  let prefix: Int?
  /// Whether it is bin or the like.
  let isParticle: Bool

  init(printed: String) {
    letters = []
    self.printed = printed
    attested = nil
    hasArticle = false
    prefix = nil
    isParticle = false
  }

  init(particle letters: [UInt8]) {
    self.letters = letters
    printed = nil
    attested = nil
    hasArticle = false
    prefix = nil
    isParticle = true
  }

  init(letters: [UInt8], attested: String?, hasArticle: Bool, prefix: Int?) {
    self.letters = letters
    printed = nil
    self.attested = attested
    self.hasArticle = hasArticle
    self.prefix = prefix
    isParticle = false
  }
}

/// How spelled names are printed: the article, Abdul and his like, son of, capitals.
package struct NameStyle: Sendable {
  /// The article before a name.
  package enum Article: String, CaseIterable, Sendable {
    /// `al-Assad`, or `el-Sisi` where that is the spelling found.
    case found
    /// `al-Assad`.
    case lower
    /// `Al-Assad`.
    case upper
    /// `Al Assad`.
    case apart
    /// `El-Assad`.
    case el
    /// `Assad`.
    case none
  }

  /// عبد and what follows it.
  package enum Servant: String, CaseIterable, Sendable {
    /// `Abdulrahman`
    case joined
    /// `Abdul Rahman`
    case apart
    /// `Abdul-Rahman`
    case hyphen
    /// `Abd al-Rahman`
    case article
  }

  /// بن between two names.
  package enum Son: String, CaseIterable, Sendable {
    case found, bin, ben, ibn
  }

  /// Feminine names in ة.
  package enum Feminine: String, CaseIterable, Sendable {
    case found, a, ah, eh
  }

  package var article: Article
  package var servant: Servant
  package var son: Son
  package var feminine: Feminine

  package init(
    article: Article = .found, servant: Servant = .joined, son: Son = .found,
    feminine: Feminine = .found
  ) {
    self.article = article
    self.servant = servant
    self.son = son
    self.feminine = feminine
  }

  package static let standard = NameStyle()

  func rendered(_ pieces: [NamePiece]) -> String {
    pieces.map(rendered)
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func rendered(_ piece: NamePiece) -> String {
    if let printed = piece.printed { return printed }
    let word = String(decoding: piece.letters, as: UTF8.self)
    if piece.isParticle { return particle(word) }
    if piece.hasArticle, word.hasPrefix("al") || word.hasPrefix("el") {
      return article(word)
    }
    if word.hasPrefix("abd"), word.count >= 8, let name = servant(word, piece) { return name }
    if let attested = piece.attested { return Self.capitalized(attested) }
    if let prefix = piece.prefix, let name = prefixed(word, NamePrefix.all[prefix]) { return name }
    return Self.capitalized(word)
  }

  private func article(_ word: String) -> String {
    let stem = Self.capitalized(String(word.dropFirst(2)))
    switch article {
    case .found: return word.prefix(2) + "-" + stem
    case .lower: return "al-" + stem
    case .upper: return "Al-" + stem
    case .apart: return "Al " + stem
    case .el: return "El-" + stem
    case .none: return stem
    }
  }

  private func servant(_ word: String, _ piece: NamePiece) -> String? {
    guard servant != .joined else { return nil }
    guard
      let spelling = ["abdul", "abdel", "abdal", "abdoul", "abdol"].first(where: word.hasPrefix)
    else { return nil }
    let stem = Self.capitalized(String(word.dropFirst(spelling.count)))
    switch servant {
    case .joined: return nil
    case .apart: return Self.capitalized(spelling) + " " + stem
    case .hyphen: return Self.capitalized(spelling) + "-" + stem
    case .article: return "Abd al-" + stem
    }
  }

  private func particle(_ word: String) -> String {
    ["bin", "ben", "ibn"].contains(word) && son != .found ? son.rawValue : word
  }

  /// `Abu Bakr`: a prefix that is a word stands apart.
  private func prefixed(_ word: String, _ prefix: NamePrefix) -> String? {
    guard
      let spelling = prefix.latin.map({ String(decoding: $0.letters, as: UTF8.self) })
        .filter(word.hasPrefix).max(by: { $0.count < $1.count }),
      spelling.hasPrefix("ab") && !spelling.hasPrefix("abd")
    else { return nil }
    return Self.capitalized(spelling) + " "
      + Self.capitalized(String(word.dropFirst(spelling.count)))
  }

  /// With a capital at its beginning and behind each hyphen and space; `al-` keeps its own.
  static func capitalized(_ word: String) -> String {
    var result = ""
    var isStart = true
    for character in word {
      result += isStart ? character.uppercased() : String(character)
      isStart = character == "-" || character == " "
    }
    return result
  }
}
