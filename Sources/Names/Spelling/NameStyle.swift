/// A part of a name that is spelled, before it is set in a style.
struct NamePiece: Sendable {
  /// a to z; empty for one that is printed as it is.
  let letters: [UInt8]
  /// As it is to be printed, whatever the style.
  var printed: String?
  /// Lower case, as it was found, with its hyphens.
  var attested: String?
  /// The Arabic letters; none for what is printed as it is.
  var arabic: [UInt32] = []
  /// Whether it begins with the article, and not only with its letters.
  var hasArticle = false
  /// Whether it is bin or the like.
  var isParticle = false

  init(printed: String) {
    letters = []
    self.printed = printed
  }

  init(particle letters: [UInt8]) {
    self.letters = letters
    isParticle = true
  }

  init(letters: [UInt8], attested: String?, arabic: [UInt32], hasArticle: Bool) {
    self.letters = letters
    self.attested = attested
    self.arabic = arabic
    self.hasArticle = hasArticle
  }

  /// The number of the prefix it begins with; nil for none.
  var prefix: Int? { NamePrefix.number(of: NameLetters.key(arabic)) }

  /// Whether the l of its article is spoken as the letter behind it.
  var isAssimilated: Bool {
    let sun: Set<UInt32> = [
      0x062A, 0x062B, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637,
      0x0638, 0x0646,
    ]
    return hasArticle && arabic.count > 2 && sun.contains(arabic[2])
  }

  var isFeminine: Bool { arabic.last == 0x0629 }
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

  /// The l of the article before letters that take it up.
  package enum Sun: String, CaseIterable, Sendable {
    /// `al-Sharif`
    case written
    /// `ash-Sharif`
    case spoken
  }

  package var article: Article
  package var sun: Sun
  package var servant: Servant
  package var son: Son
  package var feminine: Feminine

  package init(
    article: Article = .found, sun: Sun = .written, servant: Servant = .joined, son: Son = .found,
    feminine: Feminine = .found
  ) {
    self.article = article
    self.sun = sun
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
      return feminine(article(word, piece), piece)
    }
    if word.hasPrefix("abd"), word.count >= 8, let name = servant(word) { return name }
    if let attested = piece.attested { return feminine(Self.capitalized(attested), piece) }
    if let prefix = piece.prefix, let name = prefixed(word, NamePrefix.all[prefix]) { return name }
    return feminine(Self.capitalized(word), piece)
  }

  private func article(_ word: String, _ piece: NamePiece) -> String {
    let stem = word.dropFirst(2)
    let name = Self.capitalized(String(stem))
    var article: String
    switch self.article {
    case .found: article = word.prefix(2) + "-"
    case .lower: article = "al-"
    case .upper: article = "Al-"
    case .apart: article = "Al "
    case .el: article = "El-"
    case .none: return name
    }
    if sun == .spoken, piece.isAssimilated {
      let onset = stem.prefix { !"aeiouy".contains($0) }.prefix(2)
      if !onset.isEmpty {
        // The l stands before the mark that parts the article from the name.
        article = String(article.dropLast(2)) + String(onset) + String(article.suffix(1))
      }
    }
    return article + name
  }

  private func feminine(_ name: String, _ piece: NamePiece) -> String {
    guard feminine != .found, piece.isFeminine else { return name }
    var stem = name
    if stem.hasSuffix("h"), stem.count > 2 { stem.removeLast() }
    guard let last = stem.last, last == "a" || last == "e" else { return name }
    stem.removeLast()
    switch feminine {
    case .found: return name
    case .a: return stem + "a"
    case .ah: return stem + "ah"
    case .eh: return stem + "eh"
    }
  }

  private func servant(_ word: String) -> String? {
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
